import { openCorrections, ratingOf, workBlocks } from "@assay/domain";
import type { ReleasePlan } from "@assay/domain";
import type { Dice } from "./dice.ts";
import { of } from "./random-command.ts";
import type { Draws, Seat } from "./random-command.ts";

type PublishingPath =
  | "rating.set"
  | "release.sign"
  | "release.unsign"
  | "release.make"
  | "release.correct"
  | "release.withdrawCorrection";

/** Claims are rated; what is ready is signed and released, now and then too early; releases are corrected. */
export const PUBLISHING_DRAWS: Draws<PublishingPath> = {
  "rating.set": [
    1,
    ({ dice, view }) => {
      const claim = dice.chance(0.2) ? undefined : dice.pick(view.claims);
      const [claimId, claimVersion] = [claim?.id ?? null, claim?.version ?? null];
      const known = view.ratings.find((rating) => rating.claimId === claimId);
      const entryId = dice.chance(0.2) ? null : (dice.pick(view.ratingScale.entries)?.id ?? null);
      const justification = ratingOf(view.ratings, claimId) === null ? "By the log." : "On second thoughts.";
      const rated = { id: dice.id(), claimId, claimVersion, baseVersion: known?.version ?? 0, entryId, justification };
      return { path: "rating.set", input: { ...of(dice, view), ...rated } };
    },
  ],
  "release.sign": [
    2,
    (seat) => {
      const { dice, view } = seat;
      const plan = planOf(seat);
      if (plan === null) return null;
      return { path: "release.sign", input: { ...of(dice, view), id: dice.id(), plan, seenEvent: view.lastEvent } };
    },
  ],
  "release.unsign": [
    0.5,
    ({ dice, me, view }) => {
      const signOff = view.signOffs.find(({ userId }) => userId === me.id) ?? dice.pick(view.signOffs);
      if (signOff === undefined) return null;
      return { path: "release.unsign", input: { ...of(dice, view), signOffId: signOff.id } };
    },
  ],
  "release.make": [
    4,
    ({ dice, view }) => {
      const plan = dice.pick(view.signOffs)?.plan;
      if (plan === undefined) return null;
      return { path: "release.make", input: { ...of(dice, view), id: dice.id(), plan, seenEvent: view.lastEvent } };
    },
  ],
  "release.correct": [
    1,
    ({ dice, view }) => {
      if (view.releases.length === 0 || openCorrections(view).length > 1) return null;
      const claimId = dice.chance(0.5) ? (dice.pick(view.claims)?.id ?? null) : null;
      const said = { id: dice.id(), claimId, what: "It was 214.", why: "We misread it." };
      return { path: "release.correct", input: { ...of(dice, view), ...said } };
    },
  ],
  "release.withdrawCorrection": [
    0.3,
    ({ dice, view }) => {
      const correction = dice.pick(view.corrections);
      if (correction === undefined) return null;
      return { path: "release.withdrawCorrection", input: { ...of(dice, view), correctionId: correction.id } };
    },
  ],
};

/** One cell that could be released as it is, where there is one. */
function planOf({ dice, view }: Seat): ReleasePlan | null {
  const signed = dice.chance(0.3) ? dice.pick(view.signOffs)?.plan : undefined;
  if (signed !== undefined) return signed;
  const cells = view.claims.flatMap((claim) => view.sources.map((source) => onlyCell(dice, claim.id, source.id)));
  const ready = cells.filter((plan) => workBlocks(view, plan).length === 0);
  return dice.pick(ready) ?? dice.pick(cells) ?? null;
}

function onlyCell(dice: Dice, claimId: string, sourceId: string): ReleasePlan {
  return { title: "Aurora", claimIds: [claimId], sourceIds: [sourceId], settledOnly: false, rated: dice.chance(0.1) };
}

import { ADJUDICATION_OUTCOMES, CAUSE_CODES, STANCES, VERDICT_KINDS, contendersWith } from "@assay/domain";
import type { ClaimView, SourceView, Stance, SuggestionOrigin, TagState, TagView } from "@assay/domain";
import type { SentTagContent } from "../inputs/tag-inputs.ts";
import type { Dice } from "./dice.ts";
import { ASSIGNMENT_DRAWS } from "./random-assignments.ts";
import { of } from "./random-command.ts";
import type { Command, CommandPath, Draw, Draws, Seat } from "./random-command.ts";
import { PUBLISHING_DRAWS } from "./random-publishing.ts";
import { SOURCE_DRAWS } from "./random-sources.ts";
import { passageOf, wordsOf } from "./random-texts.ts";
import { TALK_DRAWS } from "./random-talk.ts";

export { send } from "./random-command.ts";
export { WORK_TEXT } from "./random-texts.ts";
export type { Command, CommandPath, Seat } from "./random-command.ts";

/**
 * Random work on a case: what somebody might do next who sees `view`, which may be old. Commands are plain values, so
 * that one can be sent twice, written down, or put to a model. Most are sensible; some break a rule, to be refused.
 */

/** Few, so that people meet in the same cells. */
const MOST_CLAIMS = 5;

const DRAWS: Draws<CommandPath> = {
  ...TALK_DRAWS,
  ...ASSIGNMENT_DRAWS,
  ...PUBLISHING_DRAWS,
  "case.edit": [
    2,
    ({ dice, view }) => {
      const words = { title: `Aurora ${dice.below(100)}`, summary: wordsOf(dice) };
      return { path: "case.edit", input: { ...of(dice, view), baseVersion: view.version, ...words } };
    },
  ],
  "case.putAway": [0.3, ({ dice, view }) => (view.archivedAt === null ? { path: "case.putAway", input: of(dice, view) } : null)],
  "case.bringBack": [4, ({ dice, view }) => (view.archivedAt === null ? null : { path: "case.bringBack", input: of(dice, view) })],
  "case.setPolicy": [
    2.5,
    ({ dice, view }) => {
      // Blind every other time, so that cells open, and cells that were seen stay open.
      const requiredTags = dice.pick([1, 2, 2, 3]) ?? 1;
      const ownPolicy = { requiredTags, autoAccept: dice.chance(0.5), selfReview: dice.chance(0.2) };
      return { path: "case.setPolicy", input: { ...of(dice, view), baseVersion: view.version, ownPolicy } };
    },
  ],
  ...SOURCE_DRAWS,
  "claim.create": [
    5,
    ({ dice, view }) => {
      if (view.claims.length >= MOST_CLAIMS) return null;
      const parent = dice.chance(0.2) ? dice.pick(view.claims) : undefined;
      const source = dice.chance(0.5) ? dice.pick(view.sources) : undefined;
      const id = dice.id();
      const claim = { ...of(dice, view), id, ...wording(dice), ...(parent && { parentId: parent.id }), ...originOf(id) };
      const tag = source && { ...cellOf(source), id: dice.id(), content: contentOf(dice, source) };
      return { path: "claim.create", input: { ...claim, ...(tag && { tag }) } };
    },
  ],
  "claim.edit": [
    5,
    onClaim(({ dice, view }, { id: claimId, version, ...claim }) => {
      // As it is, another type, other words: a change of type leaves tags as they are.
      const old = { text: claim.text, type: claim.type, claimant: claim.claimant };
      const words = dice.pick([old, { ...old, claimant: wordsOf(dice) }, wording(dice), wording(dice)]) ?? old;
      return { path: "claim.edit", input: { ...of(dice, view), claimId, baseVersion: version, ...words } };
    }),
  ],
  "claim.withdraw": [
    1.5,
    onClaim(({ dice, view }, { id: claimId, version }) => {
      return { path: "claim.withdraw", input: { ...of(dice, view), claimId, baseVersion: version } };
    }),
  ],
  "claim.restore": [
    3,
    onClaim(
      ({ dice, view }, { id: claimId, version }) => {
        return { path: "claim.restore", input: { ...of(dice, view), claimId, baseVersion: version } };
      },
      ({ withdrawn }) => withdrawn,
    ),
  ],
  "claim.split": [
    1,
    onClaim(({ dice, view }, { id: claimId, version }) => {
      const split = splitOf(dice);
      return { path: "claim.split", input: { ...of(dice, view), claimId, baseVersion: version, ...split, note: wordsOf(dice) } };
    }),
  ],
  "tag.save": [
    20,
    ({ dice, me, view }) => {
      const claim = dice.pick(view.claims);
      const source = dice.pick(view.sources);
      if (claim === undefined || source === undefined) return null;
      const mine = view.tags.find(
        (tag) => tag.claimId === claim.id && tag.sourceId === source.id && tag.authorId === me.id,
      );
      const content = mine !== undefined && dice.chance(0.1) ? sentOf(mine) : contentOf(dice, source);
      const saved = { id: mine?.id ?? dice.id(), baseVersion: mine?.version ?? 0, claimVersion: claim.version, content };
      Object.assign(saved, originOf(claim.id));
      return { path: "tag.save", input: { ...of(dice, view), claimId: claim.id, ...cellOf(source), ...saved } };
    },
  ],
  "tag.submit": [16, onOwnTag("tag.submit", ["draft", "stale"])],
  "tag.submitMany": [
    3,
    ({ dice, me, view }) => {
      const items = view.tags
        .filter(({ authorId, state }) => (authorId === me.id && state === "draft") || dice.chance(0.1))
        .map(({ id: tagId, version: baseVersion }) => ({ tagId, baseVersion }));
      return items.length === 0 ? null : { path: "tag.submitMany", input: { ...of(dice, view), items } };
    },
  ],
  "tag.withdraw": [2, onOwnTag("tag.withdraw", [])],
  "tag.restore": [4, onOwnTag("tag.restore", ["withdrawn"])],
  "tag.reaffirm": [
    6,
    (seat) => {
      const tag = pickTag(seat, ({ authorId }) => authorId === seat.me.id, ["stale"]);
      const claim = seat.view.claims.find(({ id }) => id === tag?.claimId);
      if (tag === undefined || claim === undefined) return null;
      const { id: tagId, version: baseVersion, revisionId } = tag;
      const read = { claimVersion: claim.version, revisionId };
      return { path: "tag.reaffirm", input: { ...of(seat.dice, seat.view), tagId, baseVersion, ...read } };
    },
  ],
  "review.decide": [
    18,
    onOthersTag(["submitted", "approved"], ({ dice, view }, { id: tagId, version: tagVersion, stance }) => {
      const decision = dice.weighed([
        [5, "approve" as const],
        [2, "request_changes" as const],
        [3, "challenge" as const],
        [1, "comment" as const],
      ]);
      if (decision === undefined) return null;
      const proposed = decision === "challenge" ? dice.pick(STANCES.filter((one) => one !== stance)) : undefined;
      const said = { decision, reason: dice.chance(0.9) ? "As the record has it." : "", proposedStance: proposed };
      return { path: "review.decide", input: { ...of(dice, view), tagId, tagVersion, ...said } };
    }),
  ],
  "review.approveMany": [
    3,
    ({ dice, me, view }) => {
      const waiting = view.tags.filter(({ state, authorId }) => state === "submitted" && authorId !== me.id);
      const tags = waiting.map(({ id: tagId, version: tagVersion }) => ({ tagId, tagVersion }));
      return tags.length === 0 ? null : { path: "review.approveMany", input: { ...of(dice, view), tags } };
    },
  ],
  "review.adjudicate": [
    8,
    onOthersTag(["challenged", "submitted"], ({ dice, view }, tag) => {
      const { id: tagId, version: tagVersion, stance } = tag;
      const outcome = dice.pick(ADJUDICATION_OUTCOMES);
      const cause = dice.pick(CAUSE_CODES);
      if (outcome === undefined || cause === undefined) return null;
      const other = outcome === "overturn" ? dice.pick(STANCES.filter((one) => one !== stance)) : undefined;
      const split = outcome === "split_claim" ? splitOf(dice) : undefined;
      const said = { outcome, cause, note: "After the log of the harbour." };
      const cell = view.tags.filter(({ claimId, sourceId }) => claimId === tag.claimId && sourceId === tag.sourceId);
      const others = contendersWith(tagId, cell);
      const ruling = { ...said, others, ...(other && { stance: other }), ...(split && { split }) };
      return { path: "review.adjudicate", input: { ...of(dice, view), tagId, tagVersion, ...ruling } };
    }),
  ],
  "verdict.override": [
    3,
    onClaim(({ dice, view }, { id: claimId, version: claimVersion }) => {
      const verdict = dice.pick(VERDICT_KINDS);
      if (verdict === undefined) return null;
      const replaces = view.overrides.find((one) => one.claimId === claimId)?.id ?? null;
      const said = { claimId, claimVersion, replaces, verdict, reason: "Seen." };
      return { path: "verdict.override", input: { ...of(dice, view), id: dice.id(), ...said } };
    }),
  ],
  "verdict.lift": [
    2,
    ({ dice, view }) => {
      const override = dice.pick(view.overrides);
      if (override === undefined) return null;
      return { path: "verdict.lift", input: { ...of(dice, view), overrideId: override.id } };
    },
  ],
};

export const COMMAND_PATHS = Object.keys(DRAWS) as CommandPath[];

/** Null when chance fell on something there is nothing for: an override to lift where there is none. */
export function drawCommand(seat: Seat, weights: Partial<Record<CommandPath, number>> = {}): Command | null {
  const path = seat.dice.weighed(COMMAND_PATHS.map((one) => [weights[one] ?? DRAWS[one][0], one] as const));
  return path === undefined ? null : DRAWS[path][1](seat);
}

/** Every other one came from a suggestion. It is told by the id, so that it takes no throw of the dice. */
function originOf(id: string): { suggestion?: SuggestionOrigin } {
  if (id > "8") return {};
  return { suggestion: { provider: "built-in", version: "1", key: "a".repeat(64), score: 0.5 } };
}

function cellOf({ id: sourceId, revision }: SourceView) {
  return { sourceId, revisionId: revision.id };
}

function wording(dice: Dice) {
  const text = `${dice.below(300)} people were aboard.`;
  return { text, type: dice.chance(0.5) ? "number" : "event", claimant: wordsOf(dice) } as const;
}

function splitOf(dice: Dice) {
  return { children: [1, 2].map(() => ({ id: dice.id(), ...wording(dice) })), carry: dice.chance(0.5) };
}

/** What can be submitted, nine times in ten; a draft may lack what its stance needs (S5). */
function contentOf(dice: Dice, { revision }: SourceView): SentTagContent {
  const stance: Stance = dice.weighed([[5, "verified"], [4, "disputed"], [2, "missing"]] as const) ?? "verified";
  const isWhole = dice.chance(0.9);
  const role = stance === "disputed" ? "refutes" : "supports";
  const passage = { id: dice.id(), role, ...passageOf(dice, revision) } as const;
  const { sha256: revisionSha256 } = revision;
  return {
    stance,
    attributed: stance !== "missing" && dice.chance(0.2),
    confidence: dice.pick([null, "low", "high"] as const) ?? null,
    rationale: wordsOf(dice),
    evidence: isWhole && stance !== "missing" ? [passage] : [],
    attestation: isWhole && stance === "missing" ? { revisionSha256, readInFull: true, searchTerms: ["Kelm"] } : null,
  };
}

function sentOf({ stance, attributed, confidence, rationale, evidence, attestation }: TagView): SentTagContent {
  return { stance, attributed, confidence, rationale, evidence, attestation };
}

function onClaim(draw: (seat: Seat, claim: ClaimView) => Command | null, isWanted = (_: ClaimView) => true): Draw {
  return (seat) => {
    const claim = seat.dice.pick(seat.view.claims.filter(isWanted));
    return claim === undefined ? null : draw(seat, claim);
  };
}

/** A tag in one of these states where there is one, else, now and then, any: to be refused. */
function pickTag({ dice, view }: Seat, fits: (tag: TagView) => boolean, states: readonly TagState[]): TagView | undefined {
  const fitting = view.tags.filter((tag) => fits(tag) && (states.length === 0 || states.includes(tag.state)));
  return dice.pick(fitting.length > 0 && dice.chance(0.95) ? fitting : dice.chance(0.2) ? view.tags : []);
}

type OnOwnTag = "tag.submit" | "tag.withdraw" | "tag.restore";

function onOwnTag(path: OnOwnTag, states: readonly TagState[]): Draw {
  return (seat) => {
    const tag = pickTag(seat, ({ authorId }) => authorId === seat.me.id, states);
    if (tag === undefined) return null;
    return { path, input: { ...of(seat.dice, seat.view), tagId: tag.id, baseVersion: tag.version } };
  };
}

function onOthersTag(states: readonly TagState[], draw: (seat: Seat, tag: TagView) => Command | null): Draw {
  return (seat) => {
    const tag = pickTag(seat, ({ authorId }) => authorId !== seat.me.id, states);
    return tag === undefined ? null : draw(seat, tag);
  };
}

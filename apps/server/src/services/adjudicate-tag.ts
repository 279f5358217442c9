import { randomUUID } from "node:crypto";
import type { Tx } from "@assay/db";
import { DomainError, actionOfOutcome, areAllSeen, checkAdjudication, contendersWith, deriveCell, stanceWord } from "@assay/domain";
import type { AdjudicationOutcome, CaseChange, CauseCode, SeenVersion, Stance, TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { decideOthersTag, refusePartyToDispute } from "../policies/tag.ts";
import { findCell, findSeen, findTag, refuseBlindTag, refuseGone } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { moveTags } from "./move-tags.ts";
import { writeSplit } from "./split-claim.ts";
import type { ChildClaim } from "./split-claim.ts";

export interface AdjudicateTag {
  mutationId: string;
  tagId: string;
  tagVersion: number;
  /** The other tags of the cell that the adjudicator had before them. */
  others: readonly SeenVersion[];
  outcome: AdjudicationOutcome;
  /** What stands after an overturn. */
  stance?: Stance | undefined;
  cause: CauseCode;
  note: string;
  /** The narrower claims of a split. */
  split?: { children: readonly ChildClaim[]; carry: boolean } | undefined;
}

const MOVED_ON = "Another tag of this cell was changed or handed in after you looked. Read it, then decide.";

export function adjudicateTag(ctx: CaseContext, input: AdjudicateTag): Promise<CaseChange> {
  const { mutationId, tagId, tagVersion, outcome, stance = null, cause, note, split } = input;
  refuseHalfSplit(input);
  return inCaseMutation(ctx, { procedure: "review.adjudicate", mutationId }, async (work) => {
    const { tx, at } = work;
    const found = await findTag(work, ctx.caseId, tagId);
    refuseBlindTag(found);
    const { tag, policy } = found;
    refuseGone(found);
    const cell = await findCell(tx, ctx.caseId, tag);
    const challenges = await findChallenges(tx, cell.tags);
    const challengerId = challenges.findLast((one) => one.tagId === tagId)?.reviewerId;
    const contested = deriveCell(cell.tags, cell.adjudications).state === "contested";
    const dispute = { contested, ...(tag.state === "challenged" ? { challengerId } : {}) };
    const decided = decideOthersTag(actionOfOutcome(outcome), { ctx, tag, policy, baseVersion: tagVersion }, dispute);
    if (!decided.ok && decided.rule === "T5") {
      const seen = await findSeen(tx, tagId, tagVersion);
      throw new DomainError("STALE_REVIEW", decided.reason, { seen, current: tag, rule: "T5" });
    }
    if (!decided.ok) throw refusalError(decided);
    const party = refusePartyToDispute(ctx, cell.tags);
    if (!party.ok) throw refusalError(party);
    if (!areAllSeen(contendersWith(tagId, cell.tags), input.others)) {
      throw new DomainError("CONFLICT", MOVED_ON, { rule: "T5" });
    }
    const rivals = cell.tags.filter((one) => one.id !== tagId && one.state !== "withdrawn").map((one) => one.stance);
    const proposed = challenges.flatMap((one) => one.proposedStance ?? []);
    const checked = checkAdjudication({
      outcome,
      stance,
      cause,
      note,
      tagStance: tag.stance,
      others: [...rivals, ...proposed],
      completeness: found.revision.completeness,
    });
    if (!checked.ok) throw refusalError(checked, { field: checked.rule === "A3" ? "note" : "stance" });
    const id = randomUUID();
    const { workspaceId, userId: adjudicatorId } = ctx.scope;
    const ruling = { id, workspaceId, tagId, tagVersion, adjudicatorId, outcome, stance, cause, note };
    await tx.adjudication.create({ data: { ...ruling, createdAt: at } });
    const reason = note || defaultReason(outcome, stance);
    const payload = { adjudicationId: id, outcome, stance, cause };
    const { events: splitEvents, touched } =
      split === undefined ? { events: [], touched: {} } : await writeSplit(ctx, work, tag.claimId, { ...split, note });
    const events = await moveTags(work, [{ tag, kind: "tag.adjudicated", to: decided.next, reason, payload }]);
    const tags = [tagId, ...(touched.tags ?? [])];
    return { events: [...events, ...splitEvents], touched: { ...touched, tags, adjudications: [id] } };
  });
}

/** The narrower claims belong to the outcome "split the claim", and to no other (A2). */
function refuseHalfSplit({ outcome, split }: AdjudicateTag): void {
  if ((outcome === "split_claim") === (split !== undefined)) return;
  const message =
    split === undefined
      ? "Write the narrower claims that this one is split into."
      : "Only the outcome “split claim” makes narrower claims.";
  throw new DomainError("REFUSED", message, { rule: "A2", field: "split" });
}

function findChallenges(tx: Tx, tags: readonly TagView[]) {
  return tx.review.findMany({
    where: { tagId: { in: tags.map(({ id }) => id) }, decision: "challenge" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { tagId: true, reviewerId: true, proposedStance: true },
  });
}

function defaultReason(outcome: AdjudicationOutcome, stance: Stance | null): string {
  if (outcome === "overturn" && stance !== null) return `Overturned in favour of ${stanceWord(stance)}.`;
  if (outcome === "split_claim") return "The claim was split.";
  return outcome === "insufficient" ? "The evidence does not suffice yet." : "Upheld.";
}

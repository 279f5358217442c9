import type { CaseView, ClaimView, SourceView } from "./case-view.ts";
import type { CellView } from "./cell.ts";
import type { Outcome } from "./refusal.ts";
import type { ReleasePlan } from "./release-views.ts";
import { blindWords, blindnessOf, isBlindCell } from "./blindness.ts";
import { deriveCells } from "./cell.ts";
import { claimLabel, sourceName } from "./labels.ts";
import { isOnScale, ratingOf } from "./rating-scale.ts";
import { allowed, refuse } from "./refusal.ts";
import { isBlank } from "./text.ts";
import { lastRelease, openCorrections, signaturesFor } from "./release.ts";

export const RELEASE_BLOCK_KINDS = [
  "nothing",
  "blind",
  "contested",
  "stale",
  "awaiting_review",
  "rating",
  "correction",
  "sign_off",
] as const;
export type ReleaseBlockKind = (typeof RELEASE_BLOCK_KINDS)[number];

/** One thing that stands between a case and its release (R1), and where to mend it. */
export interface ReleaseBlock {
  kind: ReleaseBlockKind;
  /** Both for a cell, the claim alone for a rating, neither for what is about the whole. */
  claimId: string | null;
  sourceId: string | null;
  /** The tag to look at first. */
  tagId: string | null;
  sentence: string;
}

const BLOCKING_STATES: ReadonlySet<string> = new Set(["contested", "stale", "awaiting_review"]);

/**
 * R1, the one list that the page shows and the server holds to: everything that blocks the release of this plan. The
 * work comes first; what lacks signatures comes last, because signing is refused while anything else is on the list.
 */
export function releaseBlocks(view: CaseView, plan: ReleasePlan, cells = deriveCells(view)): ReleaseBlock[] {
  return [...workBlocks(view, plan, cells), ...signOffBlocks(view, plan)];
}

/** All but signatures. */
export function workBlocks(view: CaseView, plan: ReleasePlan, cells = deriveCells(view)): ReleaseBlock[] {
  const claims = inPlan(view.claims.filter(({ withdrawn }) => !withdrawn), plan.claimIds);
  const sources = inPlan(view.sources, plan.sourceIds);
  const rank = (block: ReleaseBlock) => RELEASE_BLOCK_KINDS.indexOf(block.kind);
  return [
    ...emptinessOf(plan, claims, sources),
    ...claims.flatMap((claim) => cellBlocks(view, claim, sources, cells)),
    ...ratingBlocks(view, claims, plan.rated),
    ...correctionBlocks(view),
  ].toSorted((a, b) => rank(a) - rank(b));
}

const WHOLE = { claimId: null, sourceId: null, tagId: null };

function inPlan<T extends { id: string }>(items: readonly T[], ids: string[] | "all"): T[] {
  return items.filter(({ id }) => ids === "all" || ids.includes(id));
}

function emptinessOf(plan: ReleasePlan, claims: ClaimView[], sources: SourceView[]): ReleaseBlock[] {
  const lacking = [
    isBlank(plan.title) ? "The release has no title." : null,
    claims.length === 0 ? "No claim is in scope." : null,
    sources.length === 0 ? "No source is in scope." : null,
  ];
  return lacking.flatMap((sentence) => (sentence === null ? [] : [{ kind: "nothing", ...WHOLE, sentence } as const]));
}

function cellBlocks(
  view: CaseView,
  claim: ClaimView,
  sources: readonly SourceView[],
  cells: Map<string, Map<string, CellView>>,
): ReleaseBlock[] {
  const blindness = blindnessOf(view.policy, view.openings);
  const row = cells.get(claim.id);
  return sources.flatMap((source): ReleaseBlock[] => {
    const place = { claimId: claim.id, sourceId: source.id };
    const where = `${claimLabel(claim)} in ${sourceName(source)}`;
    if (isBlindCell(blindness, place)) {
      return [{ kind: "blind", ...place, tagId: null, sentence: `${where}. ${blindWords(blindness.requiredTags)}` }];
    }
    const cell = row?.get(source.id);
    if (cell === undefined || !BLOCKING_STATES.has(cell.state)) return [];
    const kind = cell.state as "contested" | "stale" | "awaiting_review";
    return [{ kind, ...place, tagId: cell.leading?.id ?? null, sentence: `${where}. ${cell.reason}` }];
  });
}

/** A rating that the scale has no longer is nothing to publish, whether or not all has to be rated. */
function ratingBlocks(view: CaseView, claims: readonly ClaimView[], isWanted: boolean): ReleaseBlock[] {
  const wanted = [null, ...claims];
  return wanted.flatMap((claim): ReleaseBlock[] => {
    const what = claim === null ? "The piece" : claimLabel(claim);
    const place = { kind: "rating", ...WHOLE, claimId: claim?.id ?? null } as const;
    const rating = ratingOf(view.ratings, claim?.id ?? null);
    if (rating === null) return isWanted ? [{ ...place, sentence: `${what} is not rated.` }] : [];
    if (isOnScale(view.ratingScale, rating)) return [];
    const lost = `${what} is rated “${rating.label}”, which the scale has no longer. Rate it again.`;
    return [{ ...place, sentence: lost }];
  });
}

/** R3: what was released is changed by a correction, or not at all. */
function correctionBlocks(view: CaseView): ReleaseBlock[] {
  const last = lastRelease(view);
  if (last === null || openCorrections(view).length > 0) return [];
  const sentence = `Release ${last.number} is out. Say what the next one corrects, and why.`;
  return [{ kind: "correction", ...WHOLE, sentence }];
}

function signOffBlocks(view: CaseView, plan: ReleasePlan): ReleaseBlock[] {
  const { signOffs: wanted } = view.policy;
  const given = signaturesFor(view, plan).length;
  if (given >= wanted) return [];
  const lacking = wanted - given;
  const people = lacking === 1 ? "One more person has" : `${lacking} more people have`;
  const sentence = `${people} to sign it off: ${given} of ${wanted} did.`;
  return [{ kind: "sign_off", ...WHOLE, sentence }];
}

/** Whether somebody may sign this plan now: nothing else blocks it, they have not signed, and it is not all theirs. */
export function checkSignOff(view: CaseView, plan: ReleasePlan, personId: string): Outcome {
  if (signaturesFor(view, plan).some(({ userId }) => userId === personId)) {
    return refuse("R1", "You have signed this already. Somebody else has to sign next.");
  }
  const blocks = workBlocks(view, plan);
  const [first] = blocks;
  if (first !== undefined) {
    const others = blocks.length - 1;
    const stand = others === 1 ? "One more thing stands" : `${others} more things stand`;
    return refuse("R1", `Not ready to be signed. ${first.sentence}${others === 0 ? "" : ` ${stand} on the list.`}`);
  }
  if (!view.policy.selfReview && isAllTheirs(view, plan, personId)) {
    return refuse("T4", "Every approved tag in it is yours. Somebody else has to sign it.");
  }
  return allowed;
}

/** T4 at the end of the work: nobody signs off what is theirs alone. */
function isAllTheirs(view: CaseView, plan: ReleasePlan, personId: string): boolean {
  const claims = new Set(inPlan(view.claims, plan.claimIds).map(({ id }) => id));
  const sources = new Set(inPlan(view.sources, plan.sourceIds).map(({ id }) => id));
  const approved = view.tags.filter(
    ({ state, claimId, sourceId }) => state === "approved" && claims.has(claimId) && sources.has(sourceId),
  );
  return approved.length > 0 && approved.every(({ authorId }) => authorId === personId);
}

/** Whether it may be released now (R1); the refusal counts what blocks it. */
export function checkRelease(view: CaseView, plan: ReleasePlan): Outcome {
  const blocks = releaseBlocks(view, plan);
  const [first] = blocks;
  if (first === undefined) return allowed;
  const count = blocks.length === 1 ? "One thing blocks" : `${blocks.length} things block`;
  return refuse("R1", `${count} the release. First: ${first.sentence}`);
}

import type { CaseView, ReviewView, TagView } from "./case-view.ts";
import type { CellState } from "./cell.ts";
import type { TagState } from "./tag.ts";
import { blindnessOf, isBlindCell } from "./blindness.ts";
import { CELL_STATES, deriveCells } from "./cell.ts";

export interface CaseProgress {
  /** Cells in each state; cells of withdrawn claims are not counted. */
  cells: Record<CellState, number>;
  total: number;
  settled: number;
  /** 0–1; 0 for a case without cells. */
  settledShare: number;
}

export function caseProgress(view: CaseView, cells = deriveCells(view)): CaseProgress {
  const counts = Object.fromEntries(CELL_STATES.map((state) => [state, 0])) as Record<CellState, number>;
  let total = 0;
  for (const claim of view.claims) {
    if (claim.withdrawn) continue;
    for (const cell of cells.get(claim.id)?.values() ?? []) {
      counts[cell.state] += 1;
      total += 1;
    }
  }
  const settled = counts.settled;
  return { cells: counts, total, settled, settledShare: total === 0 ? 0 : settled / total };
}

/**
 * Tags that wait for this person's review: submitted, by somebody else unless the policy allows one's own (T4), on a
 * claim that stands, in a cell that is open (B1). Newest first.
 */
export function reviewQueue(
  view: Pick<CaseView, "policy" | "openings" | "claims" | "tags">,
  userId: string,
): TagView[] {
  const blindness = blindnessOf(view.policy, view.openings);
  const isTheirs = (tag: TagView) => tag.authorId !== userId || view.policy.selfReview;
  const tags = view.tags.filter(
    (tag) => tag.state === "submitted" && isTheirs(tag) && !isBlindCell(blindness, tag),
  );
  return newestFirst(standing(view, tags));
}

/** This person's review decisions since a moment, comments left out. Newest first. */
export function decidedByMe(view: CaseView, userId: string, sinceIso: string): ReviewView[] {
  const since = Date.parse(sinceIso);
  return view.reviews
    .filter(({ reviewerId, decision }) => reviewerId === userId && decision !== "comment")
    .filter(({ createdAt }) => Date.parse(createdAt) >= since)
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

const RETURNED: readonly TagState[] = ["changes_requested", "overturned", "stale"];

/** This person's tags that came back to them. Newest first. */
export function myReturned(view: CaseView, userId: string): TagView[] {
  const tags = view.tags.filter((tag) => tag.authorId === userId && RETURNED.includes(tag.state));
  return newestFirst(standing(view, tags));
}

function standing(view: Pick<CaseView, "claims">, tags: TagView[]): TagView[] {
  const withdrawn = new Set(view.claims.filter((claim) => claim.withdrawn).map((claim) => claim.id));
  return tags.filter((tag) => !withdrawn.has(tag.claimId));
}

/** Each time is read once: a queue of hundreds is put in order at every change of its case. */
function newestFirst(tags: readonly TagView[]): TagView[] {
  return tags
    .map((tag) => ({ tag, at: Date.parse(tag.updatedAt) }))
    .sort((a, b) => b.at - a.at || (a.tag.id < b.tag.id ? -1 : 1))
    .map(({ tag }) => tag);
}

import type { ReviewDecision, TagView } from "@assay/domain";
import { create } from "zustand";
import type { ReviewListName } from "./model/review-lists.ts";

export interface ReviewProblem {
  tagId: string;
  decision: ReviewDecision | "adjudicate";
  message: string;
  /** Both versions, when the tag moved on under the decision (T5). */
  stale: { seen: TagView; current: TagView; reason: string } | null;
}

interface ReviewState {
  /** Tags whose decision is on its way: they leave the queue at once. */
  sending: ReadonlySet<string>;
  problem: ReviewProblem | null;
  /** The list that was opened by hand, of one case. */
  list: { caseId: string; name: ReviewListName } | null;
  /** Tags that were picked to be approved together. */
  picked: ReadonlySet<string>;
}

/** Outlives the page, because a decision may be refused after its reviewer has moved on. */
export const useReviewState = create<ReviewState>(() => ({ sending: new Set(), problem: null, list: null, picked: new Set() }));

/** Decisions in hand: known from the press on, while `sending` moves the lists only when the next tag is painted. */
const inHand = new Set<string>();

/** False where a decision on the tag is in hand already. */
export function takeInHand(tagId: string): boolean {
  if (inHand.has(tagId)) return false;
  inHand.add(tagId);
  return true;
}

export function isInHand(tagId: string): boolean {
  return inHand.has(tagId);
}

/** The lists hear of every decision in hand. */
export function leaveLists(): void {
  const { sending } = useReviewState.getState();
  if ([...inHand].some((tagId) => !sending.has(tagId))) useReviewState.setState({ sending: new Set(inHand) });
}

export function letGo(tagId: string): void {
  inHand.delete(tagId);
  useReviewState.setState(({ sending }) => ({ sending: new Set([...sending].filter((one) => one !== tagId)) }));
}

export function togglePicked(tagId: string): void {
  useReviewState.setState(({ picked }) => {
    const next = new Set(picked);
    if (!next.delete(tagId)) next.add(tagId);
    return { picked: next };
  });
}

export function setPicked(tagIds: readonly string[]): void {
  useReviewState.setState({ picked: new Set(tagIds) });
}

export function showProblem(problem: ReviewProblem | null): void {
  if (useReviewState.getState().problem !== problem) useReviewState.setState({ problem });
}

export function openReviewList(caseId: string, name: ReviewListName): void {
  useReviewState.setState({ list: { caseId, name } });
}

import type { AdjudicationOutcome, ReviewDecision } from "./review.ts";
import type { CaseView, TagView } from "./case-view.ts";
import type { Outcome } from "./refusal.ts";
import { allowed, refuse } from "./refusal.ts";

/** Comments decide nothing. */
export type VersionDecision = Exclude<ReviewDecision, "comment"> | AdjudicationOutcome;

/**
 * What was last decided about the version that a tag has now. Within a case no two decisions are of one moment; should
 * an old log hold two, a ruling comes after the review it rules on, and of two of a kind the later id stands. Asked in
 * SQL by the same order where a tag is handed in.
 */
export function lastDecision(
  { id, version }: Pick<TagView, "id" | "version">,
  { reviews, adjudications }: Pick<CaseView, "reviews" | "adjudications">,
): VersionDecision | null {
  const isOfIt = (one: { tagId: string; tagVersion: number }) => one.tagId === id && one.tagVersion === version;
  const decisions = [
    ...reviews.filter(isOfIt).flatMap(({ id: key, decision, createdAt }) => {
      return decision === "comment" ? [] : [{ decision, order: `${createdAt} 0 ${key}` }];
    }),
    ...adjudications.filter(isOfIt).map(({ id: key, outcome, createdAt }) => {
      return { decision: outcome, order: `${createdAt} 1 ${key}` };
    }),
  ];
  let last: { decision: VersionDecision; order: string } | null = null;
  for (const one of decisions) if (last === null || one.order > last.order) last = one;
  return last?.decision ?? null;
}

const SAID: Partial<Record<VersionDecision, [rule: string, words: string]>> = {
  request_changes: ["T3", "A reviewer asked for changes to this version."],
  insufficient: ["T3", "This version was sent back: its evidence does not suffice."],
  split_claim: ["T3", "This version was sent back: its claim was split."],
  challenge: ["T2", "This version was challenged, and nobody has decided about that."],
  overturn: ["T9", "This version was overturned."],
};

/**
 * Withdrawing a tag and restoring it, or a claim that is worded as before again, makes a decision about a version no
 * less a decision: it is answered by another version, and not by handing the same one in (T2, T3, T9).
 */
export function checkSubmitAgain(last: VersionDecision | null): Outcome {
  const said = last === null ? undefined : SAID[last];
  return said === undefined ? allowed : refuse(said[0], `${said[1]} Change the tag, then submit it.`);
}

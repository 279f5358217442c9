import type { AdjudicationOutcome, CauseCode, ReviewDecision, Stance, TagView } from "@assay/domain";
import { claimLabel, contendersWith } from "@assay/domain";
import { notifyManager } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { notify } from "../../components/toast.tsx";
import type { RefusalInfo } from "../../refusal.ts";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { columnName } from "../matrix/model/cell-look.ts";
import type { SplitDraft } from "./model/split-draft.ts";
import type { ReviewProblem } from "./review-state.ts";
import { afterPaint } from "./after-paint.ts";
import { isInHand, leaveLists, letGo, showProblem, takeInHand } from "./review-state.ts";

export interface Decision {
  decision: ReviewDecision;
  reason: string;
  proposedStance: Stance | null;
}

export interface Ruling {
  outcome: AdjudicationOutcome;
  stance: Stance | null;
  cause: CauseCode;
  note: string;
  /** The narrower claims of an outcome that splits the claim (A2). */
  split: SplitDraft | null;
}

/** A refusal that comes later than this finds the reviewer in the middle of another tag, and only says so. */
const AT_ONCE_MS = 2500;

const DONE: Record<ReviewDecision, string> = {
  approve: "approved",
  request_changes: "sent back for changes",
  challenge: "challenged",
  comment: "commented on",
};

const RULED: Record<AdjudicationOutcome, string> = {
  uphold: "upheld",
  overturn: "overturned",
  split_claim: "split",
  insufficient: "sent back as insufficient",
};

/** Shows the next tag at once, then sends the decision; a refusal brings the reviewer back, with every word kept. */
export function useDecide(next: TagView | null) {
  const { caseId, claimById, sourceById, tagsOf } = useCase();
  const { run } = useCaseMutation();
  const navigate = useNavigate();

  const nameOf = (tag: TagView) => {
    const claim = claimById(tag.claimId);
    const source = sourceById(tag.sourceId);
    return `${claim === undefined ? "" : claimLabel(claim)}, ${source === undefined ? "" : columnName(source)}`;
  };
  const goTo = (tag: TagView | null) =>
    tag === null
      ? navigate({ to: "/c/$caseId/review", params: { caseId }, replace: true })
      : navigate({ to: "/c/$caseId/review/$tagId", params: { caseId, tagId: tag.id } });
  const tellDone = (tag: TagView, done: string) => {
    const then = next === null ? "That was the last of this list." : `Next: ${nameOf(next)}.`;
    notify({
      text: `${nameOf(tag)} ${done}. ${then}`,
      action: { label: "Back to it", run: () => void goTo(tag) },
    });
  };
  const comeBack = (tag: TagView, problem: Omit<ReviewProblem, "tagId">, sentAt: number) => {
    showProblem({ tagId: tag.id, ...problem });
    if (Date.now() - sentAt < AT_ONCE_MS) {
      void goTo(tag);
      return;
    }
    notify({
      text: `${nameOf(tag)}: ${problem.message}`,
      tone: "refusal",
      action: { label: "Back to it", run: () => void goTo(tag) },
    });
  };

  const decide = async (tag: TagView, { decision, reason, proposedStance }: Decision): Promise<boolean> => {
    const leaves = decision !== "comment";
    // A key held too long, or hit twice before the next tag was there: the second press is no decision.
    if (leaves && !takeInHand(tag.id)) return false;
    const sentAt = Date.now();
    showProblem(null);
    if (leaves) {
      // The list may not have heard yet of the last decision, and would lead back to it.
      const to = next !== null && isInHand(next.id) ? null : next;
      if (to === null) leaveLists();
      await afterPaint(goTo(to));
      leaveLists();
    }
    const outcome = await run(
      `${nameOf(tag)}: ${DONE[decision]}`,
      (mutationId) =>
        api.review.decide.mutate({
          mutationId,
          caseId,
          tagId: tag.id,
          tagVersion: tag.version,
          decision,
          reason,
          ...(proposedStance === null ? {} : { proposedStance }),
        }),
      { quiet: true },
    );
    // After the page has been told of the answer: before that, the tag would seem to be back in the queue.
    if (leaves) notifyManager.schedule(() => letGo(tag.id));
    if (!outcome.ok) {
      comeBack(tag, { decision, ...refused(tag, outcome.refusal, reason) }, sentAt);
      return false;
    }
    if (leaves) tellDone(tag, DONE[decision]);
    else notify({ text: `Comment added to ${nameOf(tag)}.` });
    return true;
  };

  const adjudicate = async (tag: TagView, { outcome, stance, cause, note, split }: Ruling): Promise<boolean> => {
    showProblem(null);
    const sentAt = Date.now();
    const sent = await run(
      `${nameOf(tag)}: ${RULED[outcome]}`,
      (mutationId) =>
        api.review.adjudicate.mutate({
          mutationId,
          caseId,
          tagId: tag.id,
          tagVersion: tag.version,
          others: contendersWith(tag.id, tagsOf(tag.claimId, tag.sourceId)),
          outcome,
          ...(stance === null ? {} : { stance }),
          cause,
          note,
          ...(split === null ? {} : { split: sentSplit(split) }),
        }),
      { quiet: true },
    );
    if (!sent.ok) {
      comeBack(tag, { decision: "adjudicate", ...refused(tag, sent.refusal, note) }, sentAt);
      return false;
    }
    tellDone(tag, RULED[outcome]);
    void goTo(next);
    return true;
  };

  return { decide, adjudicate, nameOf };
}

function sentSplit({ children, carry }: SplitDraft) {
  return { children: children.map((child) => ({ ...child, text: child.text.trim(), claimant: "" })), carry };
}

function refused(seen: TagView, refusal: RefusalInfo, reason: string): Pick<ReviewProblem, "message" | "stale"> {
  const current = refusal.code === "STALE_REVIEW" ? currentTag(refusal) : null;
  return { message: refusal.message, stale: current === null ? null : { seen, current, reason } };
}

function currentTag({ details }: RefusalInfo): TagView | null {
  const current = details.current;
  return typeof current === "object" && current !== null && "version" in current ? (current as TagView) : null;
}

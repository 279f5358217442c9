import type { TagView } from "@assay/domain";
import { areAllSeen, contendersWith } from "@assay/domain";
import { useNavigate } from "@tanstack/react-router";
import { memo, useEffect, useRef } from "react";
import { useKeys } from "../../components/keys.ts";
import { useCase } from "../case/use-case.ts";
import { useLookingAt } from "../live/use-looking-at.ts";
import { TABLET, useMedia } from "../workbench/state/use-media.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { ReviewSheet } from "./review-sheet.tsx";
import { ReviewSide } from "./review-side.tsx";
import { showProblem, useReviewState } from "./review-state.ts";
import { StaleDialog } from "./stale-dialog.tsx";
import { useDecide } from "./use-decide.ts";
import { useNoteOpened } from "./use-opened.ts";
import { useReadingTime } from "./use-reading-time.ts";
import { useSeenTag } from "./use-seen-tag.ts";
import { useNextAtHand, useTagHistory } from "./use-tag-history.ts";

interface ReviewStageProps {
  tag: TagView;
  /** What comes after a decision. */
  next: TagView | null;
  /** What comes after a skip. */
  skipTo: TagView | null;
}

const SIDE_CHANGED =
  "Another tag of this cell was changed or handed in while you were reading. It stands above as it is now: read it, then decide.";

/** One tag: the sheet, what stands around it, and the decision. Mounted anew for each tag. */
export const ReviewStage = memo(function ReviewStage({ tag, next, skipTo }: ReviewStageProps) {
  const { caseId, me, claimById, sourceById, tagsOf } = useCase();
  const problem = useReviewState((state) => state.problem);
  const navigate = useNavigate();
  const narrow = useMedia(TABLET);
  const seenTag = useSeenTag(tag, me.id);
  const { seen } = seenTag;
  useNoteOpened(seen);
  useLookingAt({ claimId: tag.claimId, sourceId: tag.sourceId, selection: null, shows: "cell" });
  const history = useTagHistory(seen);
  useNextAtHand(next);
  const { decide, adjudicate, nameOf } = useDecide(next);
  const isRead = useReadingTime(seen, nameOf(seen));
  const sheet = useRef<HTMLDivElement>(null);
  const contendersSeen = useRef(contendersWith(tag.id, tagsOf(tag.claimId, tag.sourceId)));

  // The next tag takes the focus from whatever button brought it here, so that Enter skips and readers start anew.
  useEffect(() => {
    const active = document.activeElement;
    const inQueue = active?.closest(".review-queue, .review-lists") != null && active.matches("input");
    if (!inQueue && active?.closest("textarea, [role=dialog]") == null) sheet.current?.focus({ preventScroll: true });
  }, []);

  const openInWorkbench = () => {
    const claim = claimById(seen.claimId)?.number;
    const source = sourceById(seen.sourceId)?.number;
    const passage = seen.evidence.find((one) => one.state !== "orphaned" && one.state !== "ambiguous");
    void navigate({
      to: "/c/$caseId",
      params: { caseId },
      search: {
        ...(claim === undefined ? {} : { claim }),
        ...(source === undefined ? {} : { source }),
        ...(passage === undefined ? {} : { at: `${passage.start}-${passage.end}` }),
      },
    });
  };
  // A ruling is on all that was handed in for the cell: what changed there since the page was opened is read first (T5).
  const isCellRead = () => {
    const contenders = contendersWith(tag.id, tagsOf(tag.claimId, tag.sourceId));
    if (areAllSeen(contenders, contendersSeen.current)) return true;
    contendersSeen.current = contenders;
    showProblem({ tagId: tag.id, decision: "adjudicate", message: SIDE_CHANGED, stale: null });
    return false;
  };
  const skip = () => {
    if (skipTo !== null) void navigate({ to: "/c/$caseId/review/$tagId", params: { caseId, tagId: skipTo.id } });
  };
  useKeys("Review", [
    { key: "e", label: "Evidence in the workbench", bar: "evidence in the workbench", run: openInWorkbench },
  ]);

  const stale = problem !== null && problem.tagId === tag.id ? problem.stale : null;
  return (
    <>
      <section className="review-stage" aria-label="Tag under review">
        <div
          id="review-sheet"
          ref={sheet}
          className="review-scroll"
          role="region"
          aria-label="Tag and evidence"
          tabIndex={0}
        >
          <div className="review-sheet">
            <ReviewSheet seenTag={seenTag} history={history.data} />
          </div>
          {narrow ? (
            <div className="review-under">
              <ReviewSide tag={seen} history={history.data} />
            </div>
          ) : null}
        </div>
        <DecisionBar
          tag={seen}
          newer={seenTag.newer}
          isRead={isRead}
          onDecide={(decision) => decide(seen, decision)}
          onAdjudicate={async (ruling) => isCellRead() && adjudicate(seen, ruling)}
          onSkip={skip}
        />
      </section>
      {narrow ? null : (
        <aside className="review-side" aria-label="Around this tag">
          <ReviewSide tag={seen} history={history.data} />
        </aside>
      )}
      {stale === null ? null : (
        <StaleDialog
          {...stale}
          onShowCurrent={() => {
            seenTag.showNewer();
            showProblem(null);
          }}
          onClose={() => showProblem(null)}
        />
      )}
    </>
  );
});

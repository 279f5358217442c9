import "./review.css";
import "./review-queue.css";
import "./review-tag.css";
import "./review-decide.css";
import "./review-side.css";
import "./review-versions.css";
import type { TagView } from "@assay/domain";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { IconButton } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { useCase } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { PHONE, useMedia } from "../workbench/state/use-media.ts";
import { startOfDay } from "./model/names.ts";
import type { ReviewListName, ReviewLists } from "./model/review-lists.ts";
import { keepLists, listToOpen, nextInList, reviewLists, skipInList, stepInList } from "./model/review-lists.ts";
import { LIST_LABELS, ListChoice, ReviewQueue } from "./review-queue.tsx";
import { NothingHere, NoSuchTag } from "./review-nothing.tsx";
import { ReviewStage } from "./review-stage.tsx";
import { openReviewList, useReviewState } from "./review-state.ts";

export function ReviewPage() {
  const { tagId = null } = useParams({ strict: false });
  const { caseId, view, cells, me, can } = useCase();
  const sending = useReviewState((state) => state.sending);
  const opened = useReviewState((state) => state.list);
  const navigate = useNavigate();
  const phone = useMedia(PHONE);
  useDocumentTitle(`Review, ${view.title}`);

  const mayReview = can("review");
  const mayAdjudicate = can("adjudicate");
  const today = startOfDay(new Date());
  const listsBefore = useRef<ReviewLists | null>(null);
  const lists = useMemo(() => {
    const input = { view, cells, userId: me.id, mayReview, mayAdjudicate, sinceIso: today, sending };
    listsBefore.current = keepLists(listsBefore.current, reviewLists(input));
    return listsBefore.current;
  }, [view, cells, me.id, mayReview, mayAdjudicate, today, sending]);
  const mayTag = can("tag");
  const offered = useMemo(() => offeredLists(mayReview, mayAdjudicate, mayTag), [mayReview, mayAdjudicate, mayTag]);
  const chosen = opened?.caseId === caseId && offered.includes(opened.name) ? opened.name : null;
  const open = listToOpen(lists, tagId, mayReview, chosen);
  const list = lists[open];
  const tag = view.tags.find((one) => one.id === tagId);

  const goTo = (next: TagView | null) => {
    if (next !== null) void navigate({ to: "/c/$caseId/review/$tagId", params: { caseId, tagId: next.id } });
  };
  const onOpen = (name: ReviewListName) => {
    openReviewList(caseId, name);
    const first = lists[name][0];
    if (first === undefined) void navigate({ to: "/c/$caseId/review", params: { caseId } });
    else if (!lists[name].some((one) => one.id === tagId)) goTo(first);
  };
  const openNow = useRef(onOpen);
  useEffect(() => {
    openNow.current = onOpen;
  });
  const openList = useCallback((name: ReviewListName) => openNow.current(name), []);
  useKeys("Review", [
    { key: "j", label: "Next in the queue", bar: "queue", run: () => goTo(stepInList(list, tagId, 1)) },
    { key: "k", label: "Previous in the queue", bar: "queue", run: () => goTo(stepInList(list, tagId, -1)) },
  ]);

  const first = list[0];
  if (tagId === null && first !== undefined) {
    return <Navigate to="/c/$caseId/review/$tagId" params={{ caseId, tagId: first.id }} replace />;
  }
  const choice = { lists, offered, open, onOpen: openList };
  return (
    <div className="review">
      {phone ? null : <ReviewQueue {...choice} tagId={tagId} />}
      {phone ? (
        <PhoneHead
          place={list.findIndex((one) => one.id === tagId) + 1}
          count={list.length}
          label={LIST_LABELS[open].toLowerCase()}
          onStep={(by) => goTo(stepInList(list, tagId, by))}
        >
          {offered.length > 1 ? <ListChoice {...choice} /> : null}
        </PhoneHead>
      ) : null}
      {tagId === null ? (
        <NothingHere list={open} />
      ) : tag === undefined ? (
        <NoSuchTag />
      ) : (
        <ReviewStage
          key={tag.id}
          tag={tag}
          next={nextInList(list, tagId)}
          skipTo={skipInList(list, tagId)}
        />
      )}
    </div>
  );
}

/** Those the role has any use for. */
function offeredLists(mayReview: boolean, mayAdjudicate: boolean, mayTag: boolean): ReviewListName[] {
  const offered: ReviewListName[] = mayReview ? ["to_review"] : [];
  if (mayAdjudicate) offered.push("contested");
  if (mayTag || offered.length === 0) offered.push("returned");
  return offered;
}

interface PhoneHeadProps {
  place: number;
  count: number;
  label: string;
  onStep: (by: 1 | -1) => void;
  children: React.ReactNode;
}

function PhoneHead({ place, count, label, onStep, children }: PhoneHeadProps) {
  return (
    <div className="review-phone">
      {children}
      <div className="review-phone-step">
        <span className="grow">
          {place > 0 ? `${place} of ${count}` : count} {label}
        </span>
        <IconButton label="Previous" onClick={() => onStep(-1)}>
          <ChevronLeft className="icon" aria-hidden />
        </IconButton>
        <IconButton label="Next" onClick={() => onStep(1)}>
          <ChevronRight className="icon" aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

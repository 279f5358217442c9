import type { ClaimView, SourceView, TagView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { memo, useEffect, useRef } from "react";
import { Segmented } from "../../components/choice.tsx";
import { StanceGlyph } from "../../components/stance.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import { AssignedMarks } from "../assign/assigned-marks.tsx";
import { CellNews } from "../live/claim-marks.tsx";
import { CHUNK, RowChunk } from "../workbench/ledger/row-chunk.tsx";
import { columnName } from "../matrix/model/cell-look.ts";
import { firstName } from "./model/names.ts";
import { BulkBar } from "./bulk-bar.tsx";
import type { Decided, ReviewListName, ReviewLists } from "./model/review-lists.ts";
import { togglePicked, useReviewState } from "./review-state.ts";
import { useOpened } from "./use-opened.ts";

export const LIST_LABELS: Record<ReviewListName, string> = {
  to_review: "To review",
  contested: "Contested",
  returned: "Returned",
};

interface ReviewQueueProps {
  lists: ReviewLists;
  /** Those this person's role has any use for. */
  offered: readonly ReviewListName[];
  open: ReviewListName;
  tagId: string | null;
  onOpen: (list: ReviewListName) => void;
}

/** Drawn anew only where a list, the open tag or the case moved. */
export const ReviewQueue = memo(function ReviewQueue({ lists, offered, open, tagId, onOpen }: ReviewQueueProps) {
  const { caseId, me, claimById, sourceById, personById } = useCase();
  const picked = useReviewState((state) => state.picked);
  const wasOpened = useOpened();
  const scroller = useRef<HTMLDivElement>(null);
  const tags = lists[open];
  return (
    <section className="review-queue" aria-label="Queue">
      <ListChoice lists={lists} offered={offered} open={open} onOpen={onOpen} />
      <div className="review-items" ref={scroller}>
        <div role="list" aria-label={LIST_LABELS[open]}>
          {inChunks(tags).map((chunk, index) => (
            <RowChunk
              key={index}
              list={scroller}
              rows={chunk.length}
              kept={tags.length <= 2 * CHUNK || chunk.some(({ id }) => id === tagId)}
            >
              {() =>
                chunk.map((tag) => (
                  <QueueItem
                    key={tag.id}
                    caseId={caseId}
                    tag={tag}
                    claim={claimById(tag.claimId)}
                    source={sourceById(tag.sourceId)}
                    author={personById(tag.authorId)?.name ?? ""}
                    mine={tag.authorId === me.id}
                    chosen={tag.id === tagId}
                    picked={!picked.has(tag.id) ? null : wasOpened(tag) ? "picked" : "picked, not opened"}
                    pickable={open === "to_review"}
                  />
                ))
              }
            </RowChunk>
          ))}
        </div>
        {tags.length === 0 ? <p className="review-none meta">Nothing here.</p> : null}
        {lists.decided.length === 0 ? null : (
          <>
            <h3 className="review-day">Decided today</h3>
            <div role="list" aria-label="Decided today">
              {inChunks(lists.decided).map((chunk, index) => (
                <RowChunk
                  key={index}
                  list={scroller}
                  rows={chunk.length}
                  kept={index === 0 || chunk.some(({ tag }) => tag.id === tagId)}
                >
                  {() =>
                    chunk.map(({ tag, review }) => (
                      <DecidedItem
                        key={tag.id}
                        caseId={caseId}
                        tag={tag}
                        review={review}
                        claim={claimById(tag.claimId)}
                        source={sourceById(tag.sourceId)}
                        chosen={tag.id === tagId}
                      />
                    ))
                  }
                </RowChunk>
              ))}
            </div>
          </>
        )}
      </div>
      {open === "to_review" ? <BulkBar tags={lists.to_review} tagId={tagId} /> : null}
    </section>
  );
});

function inChunks<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK));
}

export function ListChoice({ lists, offered, open, onOpen }: Omit<ReviewQueueProps, "tagId">) {
  const [only] = offered;
  if (offered.length === 1 && only !== undefined) {
    return (
      <div className="review-lists">
        <h2 className="review-list-name">{LIST_LABELS[only]}</h2>
        <span className="meta">{lists[only].length}</span>
      </div>
    );
  }
  return (
    <div className="review-lists">
      <h2 className="vh">Queue</h2>
      <Segmented
        label="List"
        value={open}
        onChange={onOpen}
        options={offered.map((value) => ({
          value,
          label: (
            <>
              {LIST_LABELS[value]}
              {lists[value].length === 0 ? null : <span className="micro">{lists[value].length}</span>}
            </>
          ),
        }))}
      />
    </div>
  );
}

interface QueueItemProps {
  caseId: string;
  tag: TagView;
  claim: ClaimView | undefined;
  source: SourceView | undefined;
  author: string;
  mine: boolean;
  chosen: boolean;
  /** In words, where it was picked to be approved with others. */
  picked: string | null;
  pickable: boolean;
}

/** Of hundreds only those that moved are drawn anew: what they show comes in, and none asks the case for it. */
const QueueItem = memo(function QueueItem(props: QueueItemProps) {
  const { caseId, tag, claim, source, author, mine, chosen, picked, pickable } = props;
  const row = useRef<HTMLAnchorElement>(null);
  // Opened by its address it goes to the middle: typefaces that arrive later make the rows above it taller.
  const arriving = useRef(true);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: arriving.current ? "center" : "nearest" });
    arriving.current = false;
  }, [chosen]);
  if (claim === undefined || source === undefined) return null;
  return (
    <div role="listitem">
      <Link
        ref={row}
        to="/c/$caseId/review/$tagId"
        params={{ caseId, tagId: tag.id }}
        className={chosen ? "review-item review-item-on" : "review-item"}
        aria-current={chosen ? "true" : undefined}
        onKeyDown={(event) => {
          // On a link Space means nothing but to scroll: here it picks the row it is pressed on.
          if (event.key !== " " || !pickable) return;
          event.preventDefault();
          togglePicked(tag.id);
        }}
      >
        <StanceGlyph stance={tag.stance} title={tag.stance} />
        <span className="review-item-text">{claim.text}</span>
        <span className="review-item-meta" title={`${sourceName(source)}, ${author}`}>
          <b>{claimLabel(claim)}</b>
          <CellNews claimId={tag.claimId} sourceId={tag.sourceId} />
          <span className="review-item-source">{columnName(source)}</span>
          {mine ? null : <span>{firstName(author)}</span>}
          <AssignedMarks claimId={tag.claimId} sourceId={tag.sourceId} />
          {picked === null ? null : <span className="review-item-picked">{picked}</span>}
          {tag.state === "submitted" ? null : <StateMark state={tag.state} bare />}
          <span className="grow" />
          <TimeAgo iso={tag.updatedAt} />
        </span>
      </Link>
    </div>
  );
});

const DECISION_WORDS = {
  approve: "approved",
  request_changes: "changes requested",
  challenge: "challenged",
  comment: "commented",
} as const;

type DecidedItemProps = Decided & Pick<QueueItemProps, "caseId" | "claim" | "source" | "chosen">;

const DecidedItem = memo(function DecidedItem({ caseId, review, tag, claim, source, chosen }: DecidedItemProps) {
  if (claim === undefined || source === undefined) return null;
  return (
    <div role="listitem">
      <Link
        to="/c/$caseId/review/$tagId"
        params={{ caseId, tagId: tag.id }}
        className={chosen ? "review-item review-item-done review-item-on" : "review-item review-item-done"}
        aria-current={chosen ? "true" : undefined}
      >
        <StateMark state={tag.state} bare />
        <span className="review-item-text">{claim.text}</span>
        <span className="review-item-meta">
          <b>{claimLabel(claim)}</b>
          <span className="review-item-source">{columnName(source)}</span>
          <span>{DECISION_WORDS[review.decision]}</span>
          <span className="grow" />
          <TimeAgo iso={review.createdAt} />
        </span>
      </Link>
    </div>
  );
});

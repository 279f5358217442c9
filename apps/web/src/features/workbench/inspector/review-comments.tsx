import type { TagView } from "@assay/domain";
import { useMemo } from "react";
import { Avatar } from "../../../components/avatar.tsx";
import { TimeAgo } from "../../../components/time-ago.tsx";
import { useCase } from "../../case/use-case.ts";

/** What reviewers remarked about the tags of one cell without deciding; bound to a version each, unlike a thread. */
export function ReviewComments({ tags }: { tags: readonly TagView[] }) {
  const { view, personById, me } = useCase();
  const comments = useMemo(() => {
    const ids = new Set(tags.map((tag) => tag.id));
    return view.reviews.filter((review) => ids.has(review.tagId) && review.decision === "comment");
  }, [view.reviews, tags]);
  if (comments.length === 0) return null;
  return (
    <section aria-label="Remarks in review">
      <h3 className="insp-h">Remarks in review {comments.length}</h3>
      <ul>
        {comments.map((comment) => {
          const name = personById(comment.reviewerId)?.name ?? "Somebody who left";
          return (
            <li key={comment.id} className="insp-msg">
              <Avatar name={name} me={comment.reviewerId === me.id} />
              <p>
                <b>{name}</b>{" "}
                <span className="micro">
                  <TimeAgo iso={comment.createdAt} />, on version {comment.tagVersion}
                </span>
                <br />
                {comment.reason}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

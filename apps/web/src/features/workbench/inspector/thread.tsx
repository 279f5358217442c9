import type { TagView } from "@assay/domain";
import { useMemo, useState } from "react";
import { Avatar } from "../../../components/avatar.tsx";
import { Button } from "../../../components/button.tsx";
import { TimeAgo } from "../../../components/time-ago.tsx";
import { api } from "../../../trpc.ts";
import { useCaseMutation } from "../../case/use-case-mutation.ts";
import { useCase } from "../../case/use-case.ts";
import { dropStored, readStored, writeStored } from "../model/stored.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { cellName } from "../state/tag-writes.ts";

interface ThreadProps {
  tags: readonly TagView[];
  /** The tag a new comment is bound to; null where there is none to comment on. */
  about: string | null;
}

/** What people said about the tags of one cell. A comment changes no state. */
export function Thread({ tags, about }: ThreadProps) {
  const { view, personById, me, can } = useCase();
  const comments = useMemo(() => {
    const ids = new Set(tags.map((tag) => tag.id));
    return view.reviews.filter((review) => ids.has(review.tagId) && review.decision === "comment");
  }, [view.reviews, tags]);
  const tag = tags.find((one) => one.id === about);
  if (comments.length === 0 && (tag === undefined || !can("tag"))) return null;
  return (
    <section aria-label="Thread">
      {comments.length === 0 ? null : <h3 className="insp-h">Thread {comments.length}</h3>}
      <ul>
        {comments.map((comment) => {
          const name = personById(comment.reviewerId)?.name ?? "Somebody who left";
          return (
            <li key={comment.id} className="insp-msg">
              <Avatar name={name} me={comment.reviewerId === me.id} />
              <p>
                <b>{name}</b>{" "}
                <span className="micro">
                  <TimeAgo iso={comment.createdAt} />
                </span>
                <br />
                {comment.reason}
              </p>
            </li>
          );
        })}
      </ul>
      {tag !== undefined && can("tag") ? <Reply key={tag.id} tag={tag} /> : null}
    </section>
  );
}

function Reply({ tag }: { tag: TagView }) {
  const { caseId, latest } = useCase();
  const { run } = useCaseMutation();
  const { nav } = useBenchParts();
  const key = `assay:reply:${caseId}:${tag.id}`;
  const [text, setText] = useState(() => readStored(key, "", (value): value is string => typeof value === "string"));
  const [busy, setBusy] = useState(false);
  const write = (next: string) => {
    setText(next);
    if (next === "") dropStored(key);
    else writeStored(key, next);
  };
  const send = async () => {
    const reason = text.trim();
    if (reason === "" || busy) return;
    setBusy(true);
    const outcome = await run(`Comment on ${cellName(latest(), tag)}`, (mutationId) => {
      const now = latest().tags.find((one) => one.id === tag.id) ?? tag;
      return api.review.decide.mutate({
        mutationId,
        caseId,
        tagId: tag.id,
        tagVersion: now.version,
        decision: "comment",
        reason,
      });
    });
    setBusy(false);
    if (outcome.ok) write("");
  };
  return (
    <div className="insp-reply">
      <textarea
        className="insp-area"
        aria-label="Comment on this tag"
        placeholder="Comment"
        rows={1}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void send();
          else if (event.key === "Escape") nav.leaveField(event.currentTarget);
        }}
      />
      {text.trim() === "" ? null : (
        <Button className="btn-small" kbd="mod+Enter" onClick={() => void send()}>
          Comment
        </Button>
      )}
    </div>
  );
}

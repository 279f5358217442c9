import type { CommentView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { IconButton } from "../../components/button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { ConflictDialog } from "../case/conflict-dialog.tsx";
import { useCase } from "../case/use-case.ts";
import { Composer } from "./composer.tsx";
import { splitMentions } from "./model/mentions.ts";
import { useCommentDraft } from "./use-comment-draft.ts";
import { useThreadWrites } from "./use-thread-writes.ts";

export function Comment({ comment, shut }: { comment: CommentView; shut: boolean }) {
  const { personById, me, can } = useCase();
  const writes = useThreadWrites();
  const [editing, setEditing] = useState(false);
  const [history, setHistory] = useState(false);
  const name = personById(comment.authorId)?.name ?? "Somebody who left";
  const mine = comment.authorId === me.id && !comment.withdrawn && can("discuss") && !shut;
  return (
    <li className="comment">
      <Avatar name={name} small me={comment.authorId === me.id} />
      <div className="comment-body">
        <p className="comment-head">
          <b>{name}</b>
          <span className="micro">
            <TimeAgo iso={comment.createdAt} />
            {comment.version > 1 || comment.withdrawn ? (
              <>
                {" · "}
                <button
                  type="button"
                  className="comment-link"
                  aria-expanded={history}
                  onClick={() => setHistory(!history)}
                >
                  {comment.withdrawn ? "withdrawn" : "edited"}
                </button>
              </>
            ) : null}
          </span>
          {mine && !editing ? (
            <Menu
              label="Your comment"
              trigger={
                <IconButton small label="Menu of your comment">
                  <MoreHorizontal className="icon" aria-hidden />
                </IconButton>
              }
            >
              <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>
              <MenuItem danger onSelect={() => void writes.withdraw(comment.id, comment.version)}>
                Withdraw
              </MenuItem>
            </Menu>
          ) : null}
        </p>
        {editing ? (
          <EditComment comment={comment} onDone={() => setEditing(false)} />
        ) : comment.withdrawn ? (
          <p className="comment-gone">{name} withdrew this comment. Its words stay in its history.</p>
        ) : (
          <CommentText comment={comment} />
        )}
        {history ? <CommentHistory comment={comment} /> : null}
      </div>
    </li>
  );
}

function CommentText({ comment }: { comment: CommentView }) {
  const { personById, me } = useCase();
  const names = comment.mentions.map((id) => personById(id)?.name ?? "").filter((name) => name !== "");
  const mine = `@${me.name}`;
  return (
    <p className="comment-text">
      {splitMentions(comment.text, names).map((part, index) =>
        part.mention ? (
          <span key={index} className={part.text === mine ? "mention mention-me" : "mention"}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

function EditComment({ comment, onDone }: { comment: CommentView; onDone: () => void }) {
  const writes = useThreadWrites();
  const { draft, write, drop } = useCommentDraft(`edit:${comment.id}`, {
    text: comment.text,
    mentions: comment.mentions,
  });
  const [theirs, setTheirs] = useState<CommentView | null>(null);
  const save = async (baseVersion = comment.version) => {
    const outcome = await writes.edit(comment.id, baseVersion, draft);
    if (outcome.ok) {
      drop();
      onDone();
    } else if (outcome.refusal.code === "CONFLICT") {
      setTheirs((outcome.refusal.details.current as CommentView | undefined) ?? null);
    }
    return outcome.ok;
  };
  return (
    <>
      <Composer
        label="Edit your comment"
        action="Save"
        draft={draft}
        write={write}
        send={save}
        autoFocus
        onCancel={() => {
          drop();
          onDone();
        }}
      />
      <ConflictDialog
        open={theirs !== null}
        title="You edited this comment elsewhere while you were writing"
        theirs={{ heading: `Version ${theirs?.version ?? 0}, saved`, text: theirs?.text ?? "" }}
        yours={{ heading: "What you wrote here", text: draft.text }}
        onKeepTheirs={() => {
          drop();
          onDone();
        }}
        onSaveMine={() => void save(theirs?.version)}
        onClose={() => setTheirs(null)}
      />
    </>
  );
}

function CommentHistory({ comment }: { comment: CommentView }) {
  const { caseId } = useCase();
  const { data, error } = useQuery({
    queryKey: ["comment-versions", comment.id, comment.updatedAt],
    queryFn: () => api.thread.versions.query({ caseId, commentId: comment.id }),
  });
  if (error !== null) return <p className="meta">{refusalOf(error).message}</p>;
  if (data === undefined) return <p className="meta">Reading the history</p>;
  // An edit is on the page before it is at the desk, whose list may be the one from just before.
  const { version, text, updatedAt: createdAt } = comment;
  const isStored = comment.withdrawn || data.versions.some((one) => one.version === version);
  const versions = isStored ? data.versions : [...data.versions, { version, text, createdAt }];
  return (
    <ol className="comment-versions" aria-label="Earlier wordings">
      {versions.map((version, index) => (
        <li key={version.version}>
          <span className="micro">
            Version {version.version}, <TimeAgo iso={version.createdAt} />
          </span>
          <p>
            <WordDiff before={versions[index - 1]?.text ?? version.text} after={version.text} />
          </p>
        </li>
      ))}
    </ol>
  );
}

import { stanceWord } from "@assay/domain";
import type { TagView, TagVersionView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TimeAgo } from "../../../components/time-ago.tsx";
import { WordDiff } from "../../../components/word-diff-text.tsx";
import { api } from "../../../trpc.ts";
import { refusalOf } from "../../../refusal.ts";
import { OriginNote } from "../../assist/origin-note.tsx";
import { useCase } from "../../case/use-case.ts";
import { versionChanges } from "../model/version-changes.ts";

/** "Version 3 · 14.28 · History"; the history itself is fetched when somebody asks for it. */
export function TagHistory({ tag }: { tag: TagView }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="insp-hist">
      <OriginNote suggestion={tag.suggestion} />
      <p className="bench-meta">
        Version {tag.version} · <TimeAgo iso={tag.versionAt} /> ·{" "}
        <button type="button" className="bench-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          History
        </button>
      </p>
      {open ? <Entries tag={tag} /> : null}
    </div>
  );
}

function Entries({ tag }: { tag: TagView }) {
  const { caseId, personById } = useCase();
  const history = useQuery({
    // Another version or state is another history; so is one the desk has stored meanwhile.
    queryKey: ["tag-history", tag.id, tag.version, tag.state, tag.updatedAt],
    queryFn: () => api.tag.history.query({ caseId, tagId: tag.id }),
    placeholderData: (before) => before,
  });
  if (history.isError) return <p className="bench-note attention">{refusalOf(history.error).message}</p>;
  if (history.data === undefined) return <p className="bench-note">Reading the history</p>;
  const { versions, reviews, adjudications } = history.data;
  const name = (id: string) => personById(id)?.name ?? "Somebody who left";
  const entries = [
    ...versions.map((version: TagVersionView, i: number) => ({
      at: version.createdAt,
      key: `v${version.version}`,
      body: <Version version={version} before={versions[i - 1] ?? null} author={name(tag.authorId)} />,
    })),
    ...reviews.map((review) => ({
      at: review.createdAt,
      key: review.id,
      body: (
        <>
          {name(review.reviewerId)}: {review.decision.replaceAll("_", " ")}, version {review.tagVersion}
          {review.proposedStance === null ? "" : `, proposes ${stanceWord(review.proposedStance)}`}
          {review.reason === "" ? null : <p className="insp-text">{review.reason}</p>}
        </>
      ),
    })),
    ...adjudications.map((ruling) => ({
      at: ruling.createdAt,
      key: ruling.id,
      body: (
        <>
          {name(ruling.adjudicatorId)}: {ruling.outcome.replaceAll("_", " ")}, {ruling.cause.replaceAll("_", " ")}
          {ruling.note === "" ? null : <p className="insp-text">{ruling.note}</p>}
        </>
      ),
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.key}>
          {entry.body}
          <span>
            <TimeAgo iso={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

interface VersionProps {
  version: TagVersionView;
  before: TagVersionView | null;
  author: string;
}

function Version({ version, before, author }: VersionProps) {
  const changes = versionChanges(before, version);
  const reworded = (before?.rationale ?? "") !== version.rationale;
  return (
    <>
      Version {version.version}, {author}
      {changes.length === 0 ? "" : `: ${changes.join(", ")}`}
      {reworded ? (
        <p className="insp-text">
          <WordDiff before={before?.rationale ?? ""} after={version.rationale} />
        </p>
      ) : null}
    </>
  );
}

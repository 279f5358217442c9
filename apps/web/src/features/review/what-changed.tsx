import type { TagView } from "@assay/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { isLostState } from "@assay/domain";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { ANCHOR_WORDS } from "../revision/anchor-words.ts";
import { VersionDiff } from "./tag-versions.tsx";

/** T6: what stands between the last approval and today, word by word: the reason why a tag is stale. */
export function WhatChangedNote({ tag }: { tag: TagView }) {
  const { caseId, personById, claimById } = useCase();
  const wording = claimById(tag.claimId)?.version;
  const { data } = useQuery({
    queryKey: ["what-changed", tag.id, tag.version, tag.updatedAt, tag.revisionId, wording],
    queryFn: () => api.tag.whatChanged.query({ caseId, tagId: tag.id }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (data === undefined) return null;
  const { claim, revision, own, passages } = data;
  if (claim === null && revision === null && own === null && passages.length === 0) return null;
  return (
    <div className="review-changed">
      {claim === null ? null : (
        <>
          <p className="meta">
            {personById(claim.after.editedBy)?.name ?? "Somebody who left"} reworded the claim since:
          </p>
          <p className="review-rationale">
            <WordDiff before={claim.before.text} after={claim.after.text} />
          </p>
        </>
      )}
      {revision === null ? null : (
        <p className="meta">
          The source has a new text: revision {revision.before.number} → {revision.after.number}.
        </p>
      )}
      {passages.map(({ before, after }) => (
        <div key={after.id}>
          <p className="meta">A passage: {ANCHOR_WORDS[after.state]}.</p>
          {isLostState(after.state) ? null : (
            <p className="review-rationale">
              <WordDiff before={before.exact} after={after.exact} />
            </p>
          )}
        </div>
      ))}
      {own === null ? null : (
        <>
          <p className="meta">
            The tag itself: version {own.before.version}, which was approved, → {own.after.version}
          </p>
          <VersionDiff before={own.before} after={own.after} />
        </>
      )}
    </div>
  );
}

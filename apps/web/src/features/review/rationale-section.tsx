import type { ReviewView, TagVersionView, TagView } from "@assay/domain";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { useCase } from "../case/use-case.ts";
import { lastDecision, passageChanges, factChanges, versionNumbered } from "./model/tag-changes.ts";
import type { TagHistory } from "./model/timeline.ts";
import { VersionDiff } from "./tag-versions.tsx";

const DECIDED: Record<ReviewView["decision"], string> = {
  approve: "approved",
  request_changes: "returned",
  challenge: "challenged",
  comment: "commented on",
};

/** The rationale, and everything that changed since somebody last decided on this tag. */
export function RationaleSection({ tag, history }: { tag: TagView; history: TagHistory | undefined }) {
  const { view, me, personById } = useCase();
  const decision = lastDecision(view.reviews, tag.id, tag.version);
  const before = decision === null ? null : versionNumbered(history?.versions ?? [], decision.tagVersion);
  const reviewer = decision?.reviewerId ?? "";
  const who = reviewer === me.id ? "you" : (personById(reviewer)?.name ?? "somebody who left");
  return (
    <>
      <section>
        <h2 className="h">
          Rationale
          {decision === null || before === null ? null : (
            <span className="review-light">
              what changed since version {decision.tagVersion}, which {who} {DECIDED[decision.decision]}
            </span>
          )}
        </h2>
        <p className="review-rationale">
          {before === null ? (
            tag.rationale.trim() === "" ? (
              <span className="meta">No rationale was written.</span>
            ) : (
              tag.rationale
            )
          ) : (
            <WordDiff before={before.rationale} after={tag.rationale} />
          )}
        </p>
      </section>
      {before === null ? null : <Changes before={before} tag={tag} />}
    </>
  );
}

function Changes({ before, tag }: { before: TagVersionView; tag: TagView }) {
  const passages = passageChanges(before, tag);
  const facts = factChanges(before, tag);
  if (passages.length === 0 && facts.length === 0) return null;
  return (
    <section>
      <h2 className="h">
        {passages.length === 0 ? "Judgement" : "Passage"}
        <span className="review-light">
          version {before.version} → {tag.version}
        </span>
      </h2>
      <VersionDiff before={before} after={tag} rationale={false} />
    </section>
  );
}

import type { TagContent, TagVersionView, TagView } from "@assay/domain";
import { stanceWord } from "@assay/domain";
import { TimeAgo } from "../../components/time-ago.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";
import { factChanges, passageChanges } from "./model/tag-changes.ts";
import type { TagHistory } from "./model/timeline.ts";

/** Every earlier version with what the next one made of it, the newest first. */
export function TagVersions({ tag, history }: { tag: TagView; history: TagHistory | undefined }) {
  const versions = (history?.versions ?? []).filter(({ version }) => version <= tag.version);
  if (versions.length < 2) return null;
  const steps = versions.slice(1).map((after, index) => ({ before: versions[index] as TagVersionView, after }));
  return (
    <details className="review-older">
      <summary>
        {versions.length - 1} earlier {versions.length === 2 ? "version" : "versions"}
      </summary>
      <ol>
        {steps.toReversed().map(({ before, after }) => (
          <li key={after.version}>
            <h3 className="h">
              Version {before.version} → {after.version}
              <span className="review-light">
                <TimeAgo iso={after.createdAt} />
                {after.postReveal ? ", after the cell had opened" : ""}
              </span>
            </h3>
            <VersionDiff before={before} after={after} />
          </li>
        ))}
        <li>
          <h3 className="h">
            Version {versions[0]?.version}
            <span className="review-light">{versions[0] === undefined ? "" : stanceWord(versions[0].stance)}</span>
          </h3>
        </li>
      </ol>
    </details>
  );
}

interface VersionDiffProps {
  before: TagContent;
  after: TagContent;
  /** Left out where the rationale is shown beside it. */
  rationale?: boolean;
}

/** Facts, passages and rationale of two versions, word by word; says so where nothing of it changed. */
export function VersionDiff({ before, after, rationale = true }: VersionDiffProps) {
  const facts = factChanges(before, after);
  const passages = passageChanges(before, after);
  const reworded = rationale && before.rationale !== after.rationale;
  if (facts.length === 0 && passages.length === 0 && !reworded) return <p className="meta">The same words.</p>;
  return (
    <>
      {facts.map((fact) => (
        <p key={fact} className="review-fact">
          {fact}
        </p>
      ))}
      {passages.map((change) => (
        <p key={change.id} className="review-context review-passage">
          <WordDiff
            before={change.kind === "added" ? "" : change.before}
            after={change.kind === "removed" ? "" : change.after}
          />
        </p>
      ))}
      {reworded ? (
        <p className="review-rationale">
          <WordDiff before={before.rationale} after={after.rationale} />
        </p>
      ) : null}
    </>
  );
}

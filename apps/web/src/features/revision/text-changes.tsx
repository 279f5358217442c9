import "../../components/word-diff.css";
import type { TextComparison } from "@assay/domain";
import { counted } from "../source/source-words.ts";

/** What a newer text changes, stretch by stretch, with some words around each. */
export function TextChanges({ comparison }: { comparison: TextComparison }) {
  const { hunks, changes, wordsAdded, wordsRemoved } = comparison;
  const rest = changes - hunks.length;
  return (
    <section aria-label="What changes in the text" className="revision-changes">
      <p className="meta" role="status">
        {changes === 0
          ? "No word differs."
          : `${counted(changes, "change")}: ${counted(wordsAdded, "word")} added, ${counted(wordsRemoved, "word")} taken out`}
      </p>
      <ol className="revision-hunks" tabIndex={0} aria-label="Changed stretches of the text">
        {hunks.map(({ parts, oldStart, newStart }) => (
          <li key={`${oldStart}-${newStart}`} className="worddiff">
            {parts.map(({ kind, text }, index) => {
              if (kind === "insert") return <ins key={index}>{text}</ins>;
              if (kind === "delete") return <del key={index}>{text}</del>;
              return <span key={index}>{text}</span>;
            })}
          </li>
        ))}
      </ol>
      {rest > 0 && hunks.length === 200 ? <p className="meta">The first 200 stretches are shown.</p> : null}
    </section>
  );
}

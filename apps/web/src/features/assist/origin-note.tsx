import "./suggestions.css";
import type { SuggestionOrigin } from "@assay/domain";
import { originWords } from "@assay/domain";

/** Where a claim or a tag came from, if the machine proposed it; it stays, whatever became of the words. */
export function OriginNote({ suggestion }: { suggestion: SuggestionOrigin | undefined }) {
  if (suggestion === undefined) return null;
  return (
    <p className="sug-from">
      From {originWords(suggestion)}
      {suggestion.edited === true ? ", changed since" : ""}
    </p>
  );
}

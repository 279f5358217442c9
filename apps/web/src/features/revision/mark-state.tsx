import type { HighlightMark } from "@assay/editor";
import { useCaseOf } from "../case/use-case.ts";
import { ANCHOR_WORDS } from "./anchor-words.ts";

/** What became of a marked passage in newer revisions; nothing where it stands as it was written. */
export function MarkState({ mark }: { mark: HighlightMark }) {
  const tag = useCaseOf(({ tagById }) => tagById(mark.tagId));
  const passage = tag?.evidence.find(({ start, end }) => start === mark.start && end === mark.end);
  if (passage === undefined || passage.state === "exact") return null;
  return <span className="mark-state"> ({ANCHOR_WORDS[passage.state]})</span>;
}

export { blockOfCaret, firstBlockEndingAfter, toCaretOffset } from "./block-search.ts";
export { anchorPassages, rangeInText, textBetween, type DraftAnchor, type DraftAnchorState, type Passage } from "./draft-anchor.ts";
export { anchorsOf, withDraft, type AnchorEditor } from "./draft-editor.ts";
export {
  blockFormat,
  hasEmphasis,
  linkAt,
  setBlockFormat,
  setLink,
  toggleEmphasis,
  type BlockFormat,
  type Emphasis,
} from "./draft-formats.ts";
export { isWebAddress, readDraft, type DraftText } from "./draft-text.ts";
export { openDraft, type DraftDocument, type DraftEdges, type DraftElement, type DraftLeaf } from "./draft-value.ts";
export { findInText, MAX_HITS, PLAIN_FIND, type FindOptions, type Found } from "./find-in-text.ts";
export { HighlightIndex, type MarkSegment } from "./highlight-index.ts";
export { compareMarks, type HighlightMark, type MarkStance } from "./highlight-mark.ts";
export { markRuns, type MarkRun } from "./mark-runs.ts";
export { moveCaret, type CaretDirection, type CaretText, type CaretUnit } from "./move-caret.ts";
export { searchText } from "./search-text.ts";
export { readPattern } from "./read-pattern.ts";
export { shiftEdge, type EdgeShift } from "./shift-edge.ts";
export { offsetToPoint, pointToOffset, toSourceValue, type SourceElement, type SourceLeaf } from "./source-value.ts";
export type { TextRange } from "./text-range.ts";
export { fromReportValue, toReportValue, type ReportElement, type ReportNode } from "./report-value.ts";
export { widenRange } from "./widen-range.ts";

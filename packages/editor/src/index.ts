export { blockOfCaret, firstBlockEndingAfter, toCaretOffset } from "./block-search.ts";
export { HighlightIndex, type MarkSegment } from "./highlight-index.ts";
export { compareMarks, type HighlightMark, type MarkStance } from "./highlight-mark.ts";
export { moveCaret, type CaretDirection, type CaretUnit } from "./move-caret.ts";
export { searchText } from "./search-text.ts";
export { offsetToPoint, pointToOffset, toSourceValue, type SourceElement, type SourceLeaf } from "./source-value.ts";
export type { TextRange } from "./text-range.ts";

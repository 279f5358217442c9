import type { Block } from "@assay/domain";
import { blockOfCaret } from "../block-search.ts";
import type { HighlightIndex } from "../highlight-index.ts";
import type { HighlightMark } from "../highlight-mark.ts";
import type { MountedText } from "./mounted-text.ts";

/** Leading above and below the letters that still counts as the mark: its glyph and its underline stand there. */
const SLACK = 6;

export interface Hit {
  /** Innermost first. */
  marks: HighlightMark[];
  rect: DOMRect | null;
}

const NOTHING: Hit = { marks: [], rect: null };

/** The offset nearest to a place in the window, or null outside any text. */
export function offsetAtPoint(mounted: MountedText, scope: Element, x: number, y: number): number | null {
  const position = caretAt(x, y);
  if (position === null || !scope.contains(position.node)) return null;
  return mounted.toOffset(position.node, position.offset);
}

/** The marks whose words lie under a place in the window. Beside a line's end nothing does, though a caret is near. */
export function marksAtPoint(
  index: HighlightIndex,
  mounted: MountedText,
  blocks: readonly Block[],
  scope: Element,
  x: number,
  y: number,
): Hit {
  const offset = offsetAtPoint(mounted, scope, x, y);
  if (offset === null) return NOTHING;
  const candidates = new Set([...index.at(offset), ...(offset > 0 ? index.at(offset - 1) : [])]);
  const block = blockOfCaret(blocks, offset);
  const hits: { mark: HighlightMark; rect: DOMRect }[] = [];
  for (const mark of candidates) {
    const bounds = blocks[block]!;
    const range = mounted.range(block, Math.max(mark.start, bounds.start), Math.min(mark.end, bounds.end));
    const rect = [...(range?.getClientRects() ?? [])].find(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - SLACK && y <= bottom + SLACK,
    );
    if (rect !== undefined) hits.push({ mark, rect });
  }
  if (hits.length === 0) return NOTHING;
  hits.sort((a, b) => a.mark.end - a.mark.start - (b.mark.end - b.mark.start));
  return { marks: hits.map(({ mark }) => mark), rect: hits[0]!.rect };
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === "function") {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? null : { node: position.offsetNode, offset: position.offset };
  }
  // Safari before 26 has only the older call.
  const range = document.caretRangeFromPoint?.(x, y) ?? null;
  return range === null ? null : { node: range.startContainer, offset: range.startOffset };
}

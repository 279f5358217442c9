import type { Block } from "@assay/domain";
import { blockOfCaret } from "../block-search.ts";
import type { HighlightIndex } from "../highlight-index.ts";
import type { HighlightMark } from "../highlight-mark.ts";
import type { MountedText } from "./mounted-text.ts";

/** Leading above and below the letters that still counts as the mark: its glyph and its underline stand there. */
const SLACK = 6;

export interface Hit {
  /** Innermost first; the same list as long as the same marks are found at the same words. */
  marks: readonly HighlightMark[];
  /** The line of the innermost mark under the place; worked out when somebody wants it. */
  rect: () => DOMRect | null;
}

export const NOTHING: Hit = { marks: [], rect: () => null };

/** The offset nearest to a place in the window, or null outside any text. */
export function offsetAtPoint(mounted: MountedText, scope: Element, x: number, y: number): number | null {
  const position = caretAt(x, y);
  if (position === null || !scope.contains(position.node)) return null;
  return mounted.toOffset(position.node, position.offset);
}

/**
 * The marks whose words lie under a place in the window. Beside a line's end nothing does, though a caret is near. The
 * letter is found first and its marks looked up, so that it makes no difference how many there are.
 */
export function marksAtPoint(
  index: HighlightIndex,
  mounted: MountedText,
  blocks: readonly Block[],
  scope: Element,
  x: number,
  y: number,
): Hit {
  const caret = offsetAtPoint(mounted, scope, x, y);
  if (caret === null) return NOTHING;
  const block = blockOfCaret(blocks, caret);
  const bounds = blocks[block];
  if (bounds === undefined) return NOTHING;
  const before = caret > bounds.start ? index.at(caret - 1) : NOTHING.marks;
  const behind = caret < bounds.end ? index.at(caret) : NOTHING.marks;
  // The letters on either side of the caret, together where the same marks lie over both: asking for boxes is what is
  // dear. Else the one behind it first: it is the likelier where a line is broken between them.
  const sides =
    before === behind
      ? [{ marks: behind, start: caret - 1, end: caret + 1 }]
      : [{ marks: behind, start: caret, end: caret + 1 }, { marks: before, start: caret - 1, end: caret }];
  for (const { marks, start: from, end: until } of sides) {
    if (marks.length === 0) continue;
    const box = boxAt(mounted.boxes(block, from, until), x, y);
    if (box === null) continue;
    const found = innermostFirst(marks);
    const { start, end } = found[0]!;
    const words = (): Iterable<DOMRect> => mounted.boxes(block, Math.max(start, bounds.start), Math.min(end, bounds.end));
    return { marks: found, rect: () => boxAt(words(), x, y) ?? box };
  }
  return NOTHING;
}

function boxAt(boxes: Iterable<DOMRect>, x: number, y: number): DOMRect | null {
  for (const rect of boxes) {
    const { left, right, top, bottom } = rect;
    if (x >= left && x <= right && y >= top - SLACK && y <= bottom + SLACK) return rect;
  }
  return null;
}

const sorted = new WeakMap<readonly HighlightMark[], readonly HighlightMark[]>();

/** The same list for the same marks, so that who is told can see at a glance that nothing has changed. */
function innermostFirst(marks: readonly HighlightMark[]): readonly HighlightMark[] {
  const known = sorted.get(marks);
  if (known !== undefined) return known;
  const list = marks.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  sorted.set(marks, list);
  return list;
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

import { blockOfCaret } from "../block-search.ts";
import type { TextRange } from "../text-range.ts";
import type { MountedText } from "./mounted-text.ts";

/**
 * The document's selection in offsets, when it began in `scope`. `outside` tells the focus of one that was dragged out of
 * the pane; null when the selection is elsewhere.
 */
export function readDomSelection(
  mounted: MountedText,
  scope: Element,
  outside: () => number | null,
): { anchor: number; focus: number } | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null || !scope.contains(anchorNode)) return null;
  const anchor = mounted.toOffset(anchorNode, anchorOffset);
  if (scope.contains(focusNode)) {
    const focus = mounted.toOffset(focusNode, focusOffset);
    return { anchor, focus: focusNode instanceof Text ? focus : endOfLastBlock(mounted.blocks, anchor, focus) };
  }
  const focus = outside();
  return focus === null ? null : { anchor, focus };
}

/** A triple click ends before the next block's first letter; what it means is the end of its own block. */
function endOfLastBlock(blocks: readonly TextRange[], anchor: number, focus: number): number {
  const index = blockOfCaret(blocks, focus);
  const previous = blocks[index - 1];
  return focus > anchor && previous !== undefined && focus === blocks[index]?.start ? previous.end : focus;
}

export function isDomSelectionIn(scope: Element): boolean {
  const node = document.getSelection()?.anchorNode ?? null;
  return node !== null && scope.contains(node);
}

/**
 * Makes the document's selection that of the offsets; false while one of their blocks is not mounted. A selection that
 * is already right is left alone, since setting it anew loses the column that moving by lines keeps to.
 */
export function writeDomSelection(mounted: MountedText, anchor: number, focus: number): boolean {
  const selection = document.getSelection();
  const from = mounted.toDom(anchor);
  const to = mounted.toDom(focus);
  if (selection === null || from === null || to === null) return false;
  const isSame =
    selection.anchorNode === from.node &&
    selection.anchorOffset === from.offset &&
    selection.focusNode === to.node &&
    selection.focusOffset === to.offset;
  if (!isSame) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return true;
}

import type { TextRange } from "./text-range.ts";

/** Index of the first block that ends after `offset`; the number of blocks when there is none. O(log n). */
export function firstBlockEndingAfter(blocks: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The block a caret at `offset` stands in. A block's end belongs to it, so that a caret can stand after its last
 * letter; an offset in the white space between two blocks belongs to the later one, or to the last block at the end of
 * the text. Returns -1 when there are no blocks.
 */
export function blockOfCaret(blocks: readonly TextRange[], offset: number): number {
  if (blocks.length === 0) return -1;
  const after = firstBlockEndingAfter(blocks, offset - 1);
  return Math.min(after, blocks.length - 1);
}

/** The nearest offset at which a caret can stand: inside a block or at one of its ends. */
export function toCaretOffset(blocks: readonly TextRange[], offset: number): number {
  const block = blocks[blockOfCaret(blocks, offset)];
  return block === undefined ? 0 : Math.max(block.start, Math.min(block.end, offset));
}

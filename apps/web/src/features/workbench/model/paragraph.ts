import type { Block } from "@assay/domain";

/** The paragraph a passage begins in, counted as a reader would: headings have no number. Null before the first. */
export function paragraphOf(blocks: readonly Block[], offset: number): number | null {
  let number = 0;
  for (const block of blocks) {
    if (block.start > offset) break;
    if (block.kind !== "heading") number += 1;
    if (offset < block.end) return block.kind === "heading" ? null : number;
  }
  return number === 0 ? null : number;
}

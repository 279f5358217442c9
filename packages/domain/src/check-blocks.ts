import { isGraphemeBoundary } from "./graphemes.ts";
import { refuse } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Block } from "./source.ts";

/**
 * Null when the blocks fit the text as a revision needs it: in order, apart, never empty, with nothing but white space
 * between them, and no edge inside a character (X3). Blocks that a client made are never taken on trust.
 */
export function checkBlocks(text: string, blocks: readonly Block[]): Refusal | null {
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    const fits = block.start >= end && block.start < block.end && block.end <= text.length;
    const isApart = fits && text.slice(end, block.start).trim() === "";
    if (!isApart || !isCut(text, block)) return misfit(index);
    if (!(block.marks ?? []).every((mark) => isInside(text, mark, block))) return misfit(index);
    end = block.end;
  }
  return text.slice(end).trim() === "" ? null : misfit(blocks.length);
}

interface Span {
  start: number;
  end: number;
}

function isInside(text: string, mark: Span, { start, end }: Span): boolean {
  return start <= mark.start && mark.start < mark.end && mark.end <= end && isCut(text, mark);
}

function isCut(text: string, { start, end }: Span): boolean {
  return isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end);
}

function misfit(index: number): Refusal {
  return refuse("blocks", `Paragraph ${index + 1} does not fit the text. Nothing was stored. Reload the page and save again.`);
}

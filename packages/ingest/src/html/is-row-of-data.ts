import { blockKind } from "./block-kinds.ts";
import type { Element } from "./element.ts";
import { elementsBelow } from "./element.ts";

/** A row of a table of data. Older pages and e-mails lay whole articles out in cells: those are no rows. */
export function isRowOfData(row: Element): boolean {
  let cells = 0;
  let paragraphs = 0;
  for (const { tagName } of elementsBelow(row)) {
    if (tagName === "td" || tagName === "th") cells += 1;
    else if (tagName === "p") paragraphs += 1;
    else if (tagName === "table" || (blockKind(tagName) ?? null) !== null) return false;
  }
  return paragraphs <= cells;
}

import type { BlockKind } from "@assay/domain";
import type { Line } from "./lines.ts";

/** The kind that a line's own mark gives it. The mark stays in the block, because plain text keeps every character. */
export function markedKind(text: string, line: Line): BlockKind | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + 6));
  if (/^(?:[-*•]|\d{1,3}[.)])\s/u.test(head)) return "list-item";
  return head.startsWith("> ") ? "quote" : null;
}

export function isIndented(text: string, line: Line): boolean {
  return line.start > 0 && text.charAt(line.start - 1) !== "\n";
}

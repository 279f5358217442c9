import type { Span } from "../segment/sentences.ts";

/** Words between quote marks. `start` and `end` leave the marks out; `outer` holds them. */
export interface QuotedSpan extends Span {
  outer: Span;
  /** The closing mark was left out, because the next paragraph goes on with the same speaker. */
  goesOn: boolean;
}

/** Each opening mark with those that close it. */
const PAIRS: Record<string, string> = { "“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"' };

/** Quotations of a text, none inside another. A mark that nothing closes ends with its paragraph. */
export function quotedSpans(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (let at = 0; at < text.length; at += 1) {
    // Two typewriter apostrophes are one mark; a closing mark that opens a paragraph is a slip.
    const doubled = text.startsWith("''", at);
    const slipped = text[at] === "”" && (at === 0 || text[at - 1] === "\n");
    const closers = doubled ? "''" : slipped ? "”" : PAIRS[text[at] ?? ""];
    if (closers === undefined || !(slipped || opens(text, at, doubled ? 2 : 1))) continue;
    const limit = paragraphEnd(text, at);
    const start = at + (doubled ? 2 : 1);
    const close = doubled ? within(text.indexOf(closers, start), limit) : closing(text, at, closers, limit);
    const end = close === -1 ? limit : close;
    if (text.slice(start, end).trim() === "") continue;
    // A single mark that nothing closes was an apostrophe.
    if (close === -1 && (text[at] === "‘" || doubled)) continue;
    const outerEnd = close === -1 ? end : close + start - at;
    spans.push({ start, end, outer: { start: at, end: outerEnd }, goesOn: close === -1 });
    at = outerEnd - 1;
  }
  return spans;
}

/** A straight mark opens after a space or a bracket; "‘90s" and "5“" do not. */
function opens(text: string, at: number, length: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + length] ?? " ";
  if (/\s/.test(after)) return false;
  return /["‘']/.test(text[at] ?? "") ? /[\s([{—–:\-“/]/.test(before) : true;
}

function closing(text: string, open: number, closers: string, limit: number): number {
  for (let at = open + 1; at < limit; at += 1) {
    const mark = text[at] ?? "";
    if (!closers.includes(mark)) continue;
    // An apostrophe stands between letters; a straight mark after a space opens another quotation.
    if (mark === "’" && /\p{L}/u.test(text[at + 1] ?? "")) continue;
    if (mark === '"' && /\s/.test(text[at - 1] ?? "") && /\S/.test(text[at + 1] ?? " ")) continue;
    return at;
  }
  return -1;
}

const within = (at: number, limit: number) => (at >= limit ? -1 : at);

function paragraphEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

import type { Span } from "./map-range.ts";
import { isTokenBoundary } from "./tokens.ts";

/** Words to find, and what must stand right before and after them, if anything. */
export interface QuoteSelector {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/**
 * Every place where the words stand between prefix and suffix, whatever the capitals and however wide the spaces. A line
 * feed is the end of a block: words do not go over it, but prefix and suffix may stand in the next block. What is found
 * begins and ends with whole words, prefix and suffix included.
 */
export function* quoteMatches(text: string, selector: QuoteSelector, from = 0): Generator<Span> {
  const folded = fold(text);
  const exact = fold(selector.exact.trim()).text;
  const prefix = fold((selector.prefix ?? "").trim()).text;
  const suffix = fold((selector.suffix ?? "").trim()).text;
  if (exact === "") return;
  for (let at = folded.text.indexOf(exact); at !== -1; at = folded.text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const outerStart = prefix === "" ? at : startBefore(folded.text, at, prefix);
    const outerEnd = suffix === "" ? end : endAfter(folded.text, end, suffix);
    if (outerStart < 0 || outerEnd < 0) continue;
    if (!isTokenBoundary(folded.text, outerStart) || !isTokenBoundary(folded.text, outerEnd)) continue;
    const start = folded.starts[at] ?? 0;
    if (start >= from) yield { start, end: (folded.starts[end - 1] ?? 0) + 1 };
  }
}

function startBefore(text: string, at: number, prefix: string): number {
  let end = at;
  while (end > 0 && isSpace(text, end - 1)) end -= 1;
  return text.endsWith(prefix, end) ? end - prefix.length : -1;
}

function endAfter(text: string, at: number, suffix: string): number {
  let start = at;
  while (start < text.length && isSpace(text, start)) start += 1;
  return text.startsWith(suffix, start) ? start + suffix.length : -1;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** The text in small letters with single spaces, and where each unit of it comes from. */
function fold(text: string): { text: string; starts: number[] } {
  const units: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const isBlank = unit !== "\n" && /\s/.test(unit);
    if (isBlank && units.at(-1) === " ") continue;
    const small = unit.toLowerCase();
    // A letter whose small form has another length is left as it is: offsets stay true.
    units.push(isBlank ? " " : small.length === 1 ? small : unit);
    starts.push(at);
  }
  return { text: units.join(""), starts };
}

import { quoteMatches } from "@assay/domain";
import type { QuoteSelector } from "@assay/domain";

/** A text directive: words, or the first and last words of a range, with what stands before and after. */
export interface Directive extends QuoteSelector {
  /** The last words of a range that begins with `exact`. */
  rangeEnd?: string;
}

/** `[prefix-,]start[,end][,-suffix]`, each part percent-encoded. */
export function parseDirective(source: string): Directive {
  const parts = source.split(",");
  const directive: Directive = { exact: "" };
  if (parts.length > 1 && parts[0]?.endsWith("-")) directive.prefix = decodeURIComponent(parts.shift()?.slice(0, -1) ?? "");
  if (parts.length > 1 && parts.at(-1)?.startsWith("-")) directive.suffix = decodeURIComponent(parts.pop()?.slice(1) ?? "");
  directive.exact = decodeURIComponent(parts[0] ?? "");
  if (parts[1] !== undefined) directive.rangeEnd = decodeURIComponent(parts[1]);
  return directive;
}

/** The stretch of a text that a directive points to; null if there is none. */
export function findDirective(text: string, { exact, rangeEnd, prefix, suffix }: Directive): { start: number; end: number } | null {
  if (rangeEnd === undefined) {
    for (const place of quoteMatches(text, { exact, prefix, suffix })) return place;
    return null;
  }
  for (const first of quoteMatches(text, { exact, prefix })) {
    for (const last of quoteMatches(text, { exact: rangeEnd, suffix }, first.end)) return { start: first.start, end: last.end };
  }
  return null;
}

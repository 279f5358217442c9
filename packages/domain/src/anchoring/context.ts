import { CONTEXT_LENGTH } from "./anchor.ts";

/**
 * Up to 32 units before and after a passage. A surrogate half at the outer edge is left out: no store keeps a lone one,
 * and the context would not compare equal.
 */
export function contextBefore(text: string, start: number, length = CONTEXT_LENGTH): string {
  let from = Math.max(0, start - length);
  if (from > 0 && isLowSurrogate(text, from) && !isLowSurrogate(text, from - 1)) from += 1;
  return text.slice(from, start);
}

export function contextAfter(text: string, end: number, length = CONTEXT_LENGTH): string {
  let to = Math.min(text.length, end + length);
  if (to < text.length && isLowSurrogate(text, to)) to -= 1;
  return text.slice(end, Math.max(to, end));
}

export function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

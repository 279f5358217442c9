import type { Anchor } from "./anchor.ts";
import { CONTEXT_LENGTH } from "./anchor.ts";
import { assertRange, isGraphemeBoundary } from "./graphemes.ts";

/** Misuse throws a RangeError: snap and trim a user's selection first (`snapToGraphemes`, `trimRange`). */
export function makeAnchor(text: string, start: number, end: number): Anchor {
  assertRange(text, start, end);
  if (start === end) throw new RangeError("An anchor cannot be empty");
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) {
    throw new RangeError(`Range ${start}–${end} splits a character`);
  }
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: contextBefore(text, start),
    suffix: contextAfter(text, end),
    state: "exact",
  };
}

/** Do the anchor's words stand at its place? Says nothing of what surrounds them. */
export function anchorMatches(text: string, anchor: Pick<Anchor, "start" | "end" | "exact">): boolean {
  const { start, end, exact } = anchor;
  return start >= 0 && end - start === exact.length && text.startsWith(exact, start);
}

// A surrogate half at the outer edge is left out: no store keeps a lone one, and the context would not compare equal.
function contextBefore(text: string, start: number): string {
  let from = Math.max(0, start - CONTEXT_LENGTH);
  if (from > 0 && isLowSurrogate(text, from) && !isLowSurrogate(text, from - 1)) from += 1;
  return text.slice(from, start);
}

function contextAfter(text: string, end: number): string {
  let to = Math.min(text.length, end + CONTEXT_LENGTH);
  if (to < text.length && isLowSurrogate(text, to)) to -= 1;
  return text.slice(end, Math.max(to, end));
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

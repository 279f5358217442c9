import { makeAnchor, mapAnchors, snapToGraphemes } from "@assay/domain";
import type { Span } from "../workbench/model/place.ts";

/** Where stretches of a text stand in its next revision, in the same words; null for one that does not, or was none. */
export function carrySpans(old: string, next: string, spans: readonly (Span | null)[]): (Span | null)[] {
  const known = spans.flatMap((span, at) => (span === null ? [] : [{ at, anchor: anchorOf(old, span) }]));
  const mapped = mapAnchors(old, next, known.map(({ anchor }) => anchor));
  const carried: (Span | null)[] = spans.map(() => null);
  for (const [index, { anchor }] of mapped.entries()) {
    const at = known[index]?.at;
    const { start, end, state } = anchor;
    if (at !== undefined && (state === "exact" || state === "moved")) carried[at] = { start, end };
  }
  return carried;
}

function anchorOf(text: string, { start, end }: Span) {
  const snapped = snapToGraphemes(text, start, end);
  return makeAnchor(text, snapped.start, snapped.end);
}

import type { GoldSpan } from "./read-bundles.ts";

interface Spot {
  source: string;
  start: number;
  end: number;
}

/** Whether two spans of one source share anything. */
export const touches = (a: Spot, b: Spot): boolean => a.source === b.source && a.start < b.end && b.start < a.end;

/** Both spans overlap, in whichever order the pair was given. */
export const samePair = (found: { a: Spot; b: Spot }, gold: { a: GoldSpan; b: GoldSpan }): boolean =>
  (touches(found.a, gold.a) && touches(found.b, gold.b)) || (touches(found.a, gold.b) && touches(found.b, gold.a));

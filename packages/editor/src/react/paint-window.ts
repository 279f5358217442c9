import type { PaneGeometry } from "./pane-geometry.ts";

/** Blocks, both ends included. */
export interface BlockSpan {
  first: number;
  last: number;
}

/** `mounting` is scrolling in a frame that brings blocks, and so is drawn anew. */
export type PaneMotion = "rest" | "scrolling" | "mounting";

/** What is painted above and below the view of a text at rest, in views: as far as one comes before the page hears of it. */
const AT_REST = 0.25;
/** The same while one scrolls, and how little of it may be left. */
const SCROLLING = 2;
const LEAST = 1;

/**
 * The blocks whose marks are painted. Each change of the page, wherever it is, has the browser draw all painted blocks
 * anew, so what nobody sees is left out. A window that still fits stays, so that small moves paint nothing; while one
 * scrolls, it moves in those frames that bring blocks anyway.
 */
export function paintWindow(
  { scrollTop, clientHeight }: Pick<HTMLElement, "scrollTop" | "clientHeight">,
  geometry: Pick<PaneGeometry, "blocksBetween">,
  now: BlockSpan | null,
  motion: PaneMotion,
): BlockSpan {
  const around = (views: number): BlockSpan =>
    geometry.blocksBetween(scrollTop - views * clientHeight, scrollTop + (1 + views) * clientHeight);
  if (now !== null) {
    if (motion === "rest" && holds(now, around(AT_REST / 2)) && holds(around(2 * AT_REST), now)) return now;
    if (motion === "scrolling" && holds(now, around(LEAST))) return now;
  }
  return around(motion === "rest" ? AT_REST : SCROLLING);
}

function holds(outer: BlockSpan, inner: BlockSpan): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

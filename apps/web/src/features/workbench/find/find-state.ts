import type { FindOptions, TextRange } from "@assay/editor";
import { PLAIN_FIND } from "@assay/editor";

export interface SourceHits {
  ranges: readonly TextRange[];
  /** There are more than anybody steps through. */
  isCut: boolean;
}

export interface Hit {
  sourceId: string;
  index: number;
}

export interface Find {
  /** The focused source, or every open one. */
  scope: "source" | "all";
  query: string;
  options: FindOptions;
  /** By source, of the newest search that was answered. */
  hits: Readonly<Record<string, SourceHits>>;
  /** The one looked at; null before the first step. */
  current: Hit | null;
  /** Why the pattern was refused. */
  problem: string | null;
  /** What was typed last has not been answered yet. */
  searching: boolean;
  /** A step that was asked for meanwhile. */
  wish: 1 | -1 | null;
}

export const NO_FIND: Find = {
  scope: "source",
  query: "",
  options: PLAIN_FIND,
  hits: {},
  current: null,
  problem: null,
  searching: false,
  wish: null,
};

export function hitCount({ hits }: Find, order: readonly string[]): number {
  return order.reduce((sum, id) => sum + (hits[id]?.ranges.length ?? 0), 0);
}

/** Place of the current hit among all of them, from 1; 0 before the first step. */
export function hitNumber(find: Find, order: readonly string[]): number {
  const { current } = find;
  if (current === null || find.hits[current.sourceId]?.ranges[current.index] === undefined) return 0;
  const before = order.slice(0, Math.max(0, order.indexOf(current.sourceId)));
  return hitCount(find, before) + current.index + 1;
}

/** "3 of 17", "17", "nothing"; with a plus where there are more hits than are kept. */
export function hitWords(find: Find, order: readonly string[]): string {
  if (find.query.trim() === "" || find.problem !== null) return "";
  const total = hitCount(find, order);
  if (total === 0) return find.searching ? "" : "nothing";
  const isCut = order.some((id) => find.hits[id]?.isCut === true);
  const at = hitNumber(find, order);
  const all = `${total}${isCut ? "+" : ""}`;
  return at === 0 ? all : `${at} of ${all}`;
}

/**
 * The hit after or before the current one, through the sources in their order and round again. The first step goes to
 * the first hit of the source that is being read, where it has one.
 */
export function stepHit(find: Find, order: readonly string[], by: 1 | -1, reading: string | null): Hit | null {
  const all = order.flatMap((sourceId) =>
    (find.hits[sourceId]?.ranges ?? []).map((_, index): Hit => ({ sourceId, index })),
  );
  if (all.length === 0) return null;
  const { current } = find;
  const at = current === null ? -1 : all.findIndex((hit) => isSameHit(hit, current));
  if (at >= 0) return all[(at + by + all.length) % all.length] ?? null;
  const here = all.filter((hit) => hit.sourceId === reading);
  const from = here.length > 0 ? here : all;
  return (by > 0 ? from[0] : from[from.length - 1]) ?? null;
}

/** Where the hit looked at stands among the hits of a new search; null when it is none of them. */
export function keptHit({ current, hits: before }: Find, hits: Find["hits"]): Hit | null {
  const range = current === null ? undefined : before[current.sourceId]?.ranges[current.index];
  if (current === null || range === undefined) return null;
  const index = hits[current.sourceId]?.ranges.findIndex((one) => one.start === range.start) ?? -1;
  return index < 0 ? null : { sourceId: current.sourceId, index };
}

function isSameHit(a: Hit, b: Hit): boolean {
  return a.sourceId === b.sourceId && a.index === b.index;
}

export function isFindOptions(value: unknown): value is FindOptions {
  if (typeof value !== "object" || value === null) return false;
  const known = value as Record<string, unknown>;
  return Object.keys(PLAIN_FIND).every((name) => typeof known[name] === "boolean");
}

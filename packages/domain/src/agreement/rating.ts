/** One annotator's choice of one category for one unit (a cell, a claim, anything that several people judged). */
export interface Rating {
  unit: string;
  annotator: string;
  category: string;
}

/**
 * Ratings that have been checked, unit by unit. Units, annotators and categories are sorted by name and an annotator
 * rates a unit at most once, so the same ratings make the same table whatever order they came in.
 * The ratings of unit `u` are those from `start[u]` up to `start[u + 1]`, in the order of their annotators.
 */
export interface RatingTable {
  units: readonly string[];
  annotators: readonly string[];
  categories: readonly string[];
  start: Int32Array;
  annotatorOf: Int32Array;
  categoryOf: Int32Array;
}

/** `at` is the position of the rating that cannot be taken; `earlier` that of the one it repeats, if it repeats one. */
export interface RatingRefusal {
  ok: false;
  reason: string;
  at: number;
  earlier: number | null;
}

/** Categories are nominal and few; a column of free text taken for a scale would only exhaust memory. */
export const MAX_CATEGORIES = 1000;

/**
 * `scale` names categories that annotators could have chosen, used or not. With a scale, any other category is refused;
 * without one, the categories are those that occur.
 */
export function ratingTable(
  ratings: readonly Rating[],
  scale: readonly string[] = [],
): { ok: true; table: RatingTable } | RatingRefusal {
  const units = new Numbering();
  const annotators = new Numbering();
  const categories = new Numbering();
  for (const category of scale) categories.numberOf(category);
  const limit = scale.length > 0 ? categories.size : MAX_CATEGORIES;
  const unitOf = new Int32Array(ratings.length);
  const annotatorOf = new Int32Array(ratings.length);
  const categoryOf = new Int32Array(ratings.length);
  for (let at = 0; at < ratings.length; at += 1) {
    const rating = ratings[at]!;
    unitOf[at] = units.numberOf(rating.unit);
    annotatorOf[at] = annotators.numberOf(rating.annotator);
    const category = categories.numberOf(rating.category);
    if (category >= limit) return { ok: false, at, earlier: null, reason: outsideScale(rating.category, scale) };
    categoryOf[at] = category;
  }
  const byUnit = units.sorted(unitOf);
  const byAnnotator = annotators.sorted(annotatorOf);
  const byCategory = categories.sorted(categoryOf);

  const everyRating = new Int32Array(ratings.length);
  for (let at = 0; at < everyRating.length; at += 1) everyRating[at] = at;
  const order = stableOrder(stableOrder(everyRating, annotatorOf, byAnnotator.length).order, unitOf, byUnit.length);
  const repeated = firstRepeat(order.order, unitOf, annotatorOf);
  if (repeated !== null) {
    const { unit, annotator } = ratings[repeated.at] ?? { unit: "", annotator: "" };
    return { ok: false, ...repeated, reason: `${quoted(annotator)} has already rated ${quoted(unit)}` };
  }
  const table: RatingTable = {
    units: byUnit,
    annotators: byAnnotator,
    categories: byCategory,
    start: order.start,
    annotatorOf: order.order.map((at) => annotatorOf[at] ?? 0),
    categoryOf: order.order.map((at) => categoryOf[at] ?? 0),
  };
  return { ok: true, table };
}

function outsideScale(category: string, scale: readonly string[]): string {
  return scale.length > 0
    ? `${quoted(category)} is not one of the categories ${scale.map(quoted).join(", ")}`
    : `${quoted(category)} would be category ${MAX_CATEGORIES + 1}; there can be at most ${MAX_CATEGORIES}`;
}

/** A name as it may stand in a one-line message: control characters escaped, cut when it is long. */
function quoted(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 59)}…` : name);
}

/** Gives names numbers in the order in which they are first seen. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The names by code unit; `numbers` are rewritten, in place, to the positions in that order. */
  sorted(numbers: Int32Array): string[] {
    const names = [...this.#numbers.keys()].sort();
    const rank = new Int32Array(names.length);
    for (const [position, name] of names.entries()) rank[this.#numbers.get(name) ?? 0] = position;
    for (let at = 0; at < numbers.length; at += 1) numbers[at] = rank[numbers[at] ?? 0] ?? 0;
    return names;
  }
}

/** A counting sort of `positions` by `key`, which keeps the order of equals; `start` says where each key begins. */
function stableOrder(positions: Int32Array, key: Int32Array, keys: number): { order: Int32Array; start: Int32Array } {
  const start = new Int32Array(keys + 1);
  for (const at of positions) start[(key[at] ?? 0) + 1]! += 1;
  for (let k = 0; k < keys; k += 1) start[k + 1]! += start[k] ?? 0;
  const next = start.slice();
  const order = new Int32Array(positions.length);
  for (const at of positions) order[next[key[at] ?? 0]!++] = at;
  return { order, start };
}

/** Of all ratings that repeat one, the first that was given. `order` has repeats side by side, the earlier first. */
function firstRepeat(
  order: Int32Array,
  unitOf: Int32Array,
  annotatorOf: Int32Array,
): { at: number; earlier: number } | null {
  let found: { at: number; earlier: number } | null = null;
  for (let i = 1; i < order.length; i += 1) {
    const earlier = order[i - 1] ?? 0;
    const at = order[i] ?? 0;
    if (unitOf[at] !== unitOf[earlier] || annotatorOf[at] !== annotatorOf[earlier]) continue;
    if (found === null || at < found.at) found = { at, earlier };
  }
  return found;
}

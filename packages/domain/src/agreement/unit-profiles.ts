import type { RatingTable } from "./rating.ts";

/**
 * Units with the same number of ratings in each category are alike to every measure but Cohen's κ, which also asks who
 * gave them. A profile stands for all of them: five annotators and three categories have at most 55 profiles, however
 * many units there are, so that a measure or a resample of 100,000 units costs what it costs for 55.
 */
export interface UnitProfiles {
  categories: number;
  /** Units of each profile. */
  weights: Float64Array;
  /** Ratings of a unit of each profile. */
  ratings: Int32Array;
  /** The categories of profile `p` and their counts are those from `start[p]` up to `start[p + 1]`. */
  start: Int32Array;
  category: Int32Array;
  count: Int32Array;
  /** The profile of each unit of the table. */
  profileOf: Int32Array;
}

/** Profiles are in an order of their own, so that neither names of units nor of annotators move a last decimal. */
export function unitProfiles(table: RatingTable): UnitProfiles {
  const seen = new Map<string, number>();
  const keys: string[] = [];
  const firstSeen = new Int32Array(table.units.length);
  const weights: number[] = [];
  const counts = new Int32Array(table.categories.length);
  for (let unit = 0; unit < table.units.length; unit += 1) {
    const key = keyOf(table.categoryOf.subarray(table.start[unit], table.start[unit + 1]), counts);
    let profile = seen.get(key);
    if (profile === undefined) {
      profile = keys.push(key) - 1;
      seen.set(key, profile);
      weights.push(0);
    }
    weights[profile]! += 1;
    firstSeen[unit] = profile;
  }
  const order = keys.map((_, profile) => profile).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
  const rank = new Int32Array(order.length);
  for (const [position, profile] of order.entries()) rank[profile] = position;
  const inOrder = order.map((profile) => keys[profile] ?? "");
  return {
    categories: table.categories.length,
    weights: Float64Array.from(order, (profile) => weights[profile] ?? 0),
    profileOf: firstSeen.map((profile) => rank[profile] ?? 0),
    ...unpacked(inOrder),
  };
}

const LOW_BITS = 15;

/** Category, low and high half of its count, for each category of the unit. `counts` is lent, and returned all zero. */
function keyOf(ratings: Int32Array, counts: Int32Array): string {
  const distinct: number[] = [];
  for (const category of ratings) {
    if (counts[category] === 0) distinct.push(category);
    counts[category]! += 1;
  }
  distinct.sort((a, b) => a - b);
  let key = "";
  for (const category of distinct) {
    const count = counts[category] ?? 0;
    key += String.fromCharCode(category, count & ((1 << LOW_BITS) - 1), count >> LOW_BITS);
    counts[category] = 0;
  }
  return key;
}

function unpacked(keys: readonly string[]): Pick<UnitProfiles, "ratings" | "start" | "category" | "count"> {
  const ratings = new Int32Array(keys.length);
  const start = new Int32Array(keys.length + 1);
  const category: number[] = [];
  const count: number[] = [];
  for (const [profile, key] of keys.entries()) {
    for (let i = 0; i < key.length; i += 3) {
      const tally = key.charCodeAt(i + 1) + (key.charCodeAt(i + 2) << LOW_BITS);
      category.push(key.charCodeAt(i));
      count.push(tally);
      ratings[profile]! += tally;
    }
    start[profile + 1] = category.length;
  }
  return { ratings, start, category: Int32Array.from(category), count: Int32Array.from(count) };
}

import type { UnitProfiles } from "./unit-profiles.ts";

/** What percent agreement, Fleiss' κ, Krippendorff's α and Gwet's AC1 are made of; counted once, used by all four. */
export interface Coincidences {
  /** Units with at least one rating. */
  units: number;
  /** Units with two ratings or more: only these can show agreement. */
  pairableUnits: number;
  /** Over pairable units: the sum of the share of a unit's pairs of ratings that agree. */
  agreement: number;
  /** By category, over all units: the sum of the share of a unit's ratings that fall in it. */
  shares: Float64Array;
  /** By category: ratings in pairable units; the margins of Krippendorff's coincidence matrix. */
  margins: Float64Array;
  /** The diagonal of the coincidence matrix, summed. */
  matches: number;
}

/** `weights` says how many units each profile stands for: those of the table, or those of a resample. */
export function coincidencesOf(profiles: UnitProfiles, weights: Float64Array = profiles.weights): Coincidences {
  const shares = new Float64Array(profiles.categories);
  const margins = new Float64Array(profiles.categories);
  let units = 0;
  let pairableUnits = 0;
  let agreement = 0;
  let matches = 0;
  for (let p = 0; p < weights.length; p += 1) {
    const weight = weights[p] ?? 0;
    if (weight === 0) continue;
    const ratings = profiles.ratings[p] ?? 0;
    let agreeing = 0;
    for (let i = profiles.start[p] ?? 0; i < (profiles.start[p + 1] ?? 0); i += 1) {
      const category = profiles.category[i] ?? 0;
      const count = profiles.count[i] ?? 0;
      shares[category]! += (weight * count) / ratings;
      if (ratings > 1) margins[category]! += weight * count;
      agreeing += count * (count - 1);
    }
    units += weight;
    if (ratings < 2) continue;
    pairableUnits += weight;
    agreement += weight * (agreeing / (ratings * (ratings - 1)));
    matches += weight * (agreeing / (ratings - 1));
  }
  return { units, pairableUnits, agreement, shares, margins, matches };
}

/** How many categories occur, among all ratings or only among those that can be paired. */
export function categoriesUsed(byCategory: Float64Array): number {
  return byCategory.reduce((used, amount) => (amount > 0 ? used + 1 : used), 0);
}

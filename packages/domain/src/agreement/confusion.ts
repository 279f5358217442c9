import type { UnitProfiles } from "./unit-profiles.ts";

/**
 * Krippendorff's coincidence matrix: how often two annotators of one unit chose the one category and the other, each
 * unit counting as often as it has ratings. Symmetric; agreement is on the diagonal; the sum is the pairable ratings.
 */
export function confusionOf(profiles: UnitProfiles): number[][] {
  const { categories, weights, ratings, start, category, count } = profiles;
  const matrix = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (let p = 0; p < weights.length; p += 1) {
    const given = ratings[p] ?? 0;
    if (given < 2) continue;
    for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i += 1) {
      const row = matrix[category[i] ?? 0]!;
      for (let j = start[p] ?? 0; j < (start[p + 1] ?? 0); j += 1) {
        const others = (count[j] ?? 0) - (i === j ? 1 : 0);
        row[category[j] ?? 0]! += ((weights[p] ?? 0) * (count[i] ?? 0) * others) / (given - 1);
      }
    }
  }
  return matrix;
}

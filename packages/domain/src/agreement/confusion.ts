import type { AnnotatorPair } from "./cohen-kappa.ts";
import type { RatingTable } from "./rating.ts";
import type { UnitProfiles } from "./unit-profiles.ts";

export interface Confusion {
  /** In the order of rows and columns of both tables. */
  categories: readonly string[];
  /**
   * Krippendorff's matrix: how often two annotators of one unit chose the one category and the other, each unit
   * counting as often as it has ratings. Symmetric; agreement is on the diagonal; the sum is the pairable ratings.
   */
  coincidences: number[][];
  /** Where there are exactly two annotators: units by what the one (rows) and the other (columns) said. */
  crossTable: { rows: string; columns: string; units: number[][] } | null;
}

export function confusionOf(
  { annotators, categories }: RatingTable,
  profiles: UnitProfiles,
  pairs: readonly AnnotatorPair[],
): Confusion {
  const [rows, columns] = annotators;
  const [pair] = pairs;
  const coincidences = coincidenceMatrix(profiles);
  if (rows === undefined || columns === undefined || pair === undefined || pairs.length > 1) {
    return { categories, coincidences, crossTable: null };
  }
  const units = squareOfZeros(categories.length);
  for (const [cell, weight] of pair.weights.entries()) units[pair.rows[cell] ?? 0]![pair.columns[cell] ?? 0] = weight;
  return { categories, coincidences, crossTable: { rows, columns, units } };
}

function coincidenceMatrix({ categories, weights, ratings, start, category, count }: UnitProfiles): number[][] {
  const matrix = squareOfZeros(categories);
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

function squareOfZeros(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

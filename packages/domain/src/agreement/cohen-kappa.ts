import type { Measured } from "./measured.ts";
import type { RatingTable } from "./rating.ts";
import { measured, undefinedBecause } from "./measured.ts";

/** How often the first annotator chose one category where the second chose another (or the same), cell by cell. */
export interface AnnotatorPair {
  first: number;
  second: number;
  /** Of the whole table. */
  categories: number;
  /** Units that both rated. */
  units: number;
  /** Category of the first and of the second annotator in each cell that occurs, and its units. */
  rows: Int32Array;
  columns: Int32Array;
  weights: Float64Array;
}

/** Pairs grow with the square of annotators; a crowd's are too many to read and to keep. */
export const MAX_PAIRED_ANNOTATORS = 100;

/**
 * Every pair of annotators, those that share no unit too. Of more than `MAX_PAIRED_ANNOTATORS`, the pairs of those with
 * the most ratings.
 */
export function annotatorPairs(table: RatingTable): AnnotatorPair[] {
  const chosen = mostActive(table);
  const place = new Int32Array(table.annotators.length).fill(-1);
  for (const [position, annotator] of chosen.entries()) place[annotator] = position;
  const size = table.categories.length;
  const tallies = chosen.flatMap(() => chosen.map(() => new Map<number, number>()));
  for (let unit = 0; unit < table.units.length; unit += 1) {
    const end = table.start[unit + 1] ?? 0;
    for (let i = table.start[unit] ?? 0; i < end; i += 1) {
      const first = place[table.annotatorOf[i] ?? 0] ?? -1;
      if (first === -1) continue;
      for (let j = i + 1; j < end; j += 1) {
        const second = place[table.annotatorOf[j] ?? 0] ?? -1;
        if (second === -1) continue;
        const tally = tallies[first * chosen.length + second]!;
        const cell = (table.categoryOf[i] ?? 0) * size + (table.categoryOf[j] ?? 0);
        tally.set(cell, (tally.get(cell) ?? 0) + 1);
      }
    }
  }
  return chosen.flatMap((first, row) =>
    chosen.slice(row + 1).map((second, offset) => {
      const cells = [...(tallies[row * chosen.length + row + 1 + offset] ?? [])].sort(([a], [b]) => a - b);
      return {
        first,
        second,
        categories: size,
        units: cells.reduce((sum, [, count]) => sum + count, 0),
        rows: Int32Array.from(cells, ([cell]) => Math.floor(cell / size)),
        columns: Int32Array.from(cells, ([cell]) => cell % size),
        weights: Float64Array.from(cells, ([, count]) => count),
      };
    }),
  );
}

function mostActive(table: RatingTable): number[] {
  const ratings = new Int32Array(table.annotators.length);
  for (const annotator of table.annotatorOf) ratings[annotator]! += 1;
  const all = table.annotators.map((_, annotator) => annotator);
  if (all.length <= MAX_PAIRED_ANNOTATORS) return all;
  return all
    .sort((a, b) => (ratings[b] ?? 0) - (ratings[a] ?? 0) || a - b)
    .slice(0, MAX_PAIRED_ANNOTATORS)
    .sort((a, b) => a - b);
}

const NOTHING_SHARED = undefinedBecause("These two annotators have rated no unit in common.");
const SAME_CATEGORY = undefinedBecause(
  "Both annotators chose one and the same category throughout, so agreement by chance is certain.",
);

/**
 * Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.
 * In counts rather than shares, as in the paper, so that whole numbers stay exact.
 */
export function cohenKappa({ rows, columns, categories }: AnnotatorPair, weights: Float64Array): Measured {
  const byColumn = new Float64Array(categories);
  let units = 0;
  let agreeing = 0;
  for (let cell = 0; cell < weights.length; cell += 1) {
    const weight = weights[cell] ?? 0;
    units += weight;
    if (rows[cell] === columns[cell]) agreeing += weight;
    byColumn[columns[cell] ?? 0]! += weight;
  }
  if (units === 0) return NOTHING_SHARED;
  // Over categories, the row's total times the column's; each cell brings its part of its row's total.
  let products = 0;
  for (let cell = 0; cell < weights.length; cell += 1) {
    products += (weights[cell] ?? 0) * (byColumn[rows[cell] ?? 0] ?? 0);
  }
  if (products === units ** 2) return SAME_CATEGORY;
  const byChance = products / units;
  return measured((agreeing - byChance) / (units - byChance));
}

/** The share of the units that both rated on which they agree. */
export function pairAgreement({ rows, columns, units }: AnnotatorPair, weights: Float64Array): Measured {
  if (units === 0) return NOTHING_SHARED;
  const agreeing = weights.filter((_, cell) => rows[cell] === columns[cell]);
  return measured(agreeing.reduce((sum, weight) => sum + weight, 0) / units);
}

import type { RatingTable } from "./rating.ts";
import type { UnitProfiles } from "./unit-profiles.ts";

export interface DividedUnit {
  unit: string;
  /** The share of its pairs of ratings that agree, below 1. */
  agreement: number;
  ratings: { annotator: string; category: string }[];
}

export interface Disagreements {
  /** Units with ratings in more than one category. */
  total: number;
  /** The most divided first, then by name; no more than were asked for. */
  listed: DividedUnit[];
}

export function disagreementsOf(table: RatingTable, profiles: UnitProfiles, most: number): Disagreements {
  const agreement = Float64Array.from(profiles.ratings, (ratings, p) => {
    const counts = profiles.count.subarray(profiles.start[p], profiles.start[p + 1]);
    return ratings < 2 ? 1 : counts.reduce((sum, count) => sum + count * (count - 1), 0) / (ratings * (ratings - 1));
  });
  const agreementOf = (unit: number) => agreement[profiles.profileOf[unit] ?? 0] ?? 1;
  const divided = table.units.map((_, unit) => unit).filter((unit) => agreementOf(unit) < 1);
  divided.sort((a, b) => agreementOf(a) - agreementOf(b) || a - b);
  const listed = divided.slice(0, most).map((unit) => ({
    unit: table.units[unit] ?? "",
    agreement: agreementOf(unit),
    ratings: Array.from(table.categoryOf.subarray(table.start[unit], table.start[unit + 1]), (category, offset) => ({
      annotator: table.annotators[table.annotatorOf[(table.start[unit] ?? 0) + offset] ?? 0] ?? "",
      category: table.categories[category] ?? "",
    })),
  }));
  return { total: divided.length, listed };
}

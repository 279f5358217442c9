import type { Rating, RatingTable } from "../rating.ts";
import { ratingTable } from "../rating.ts";

/** One line an annotator, one character or word a unit, `.` where the annotator did not rate it. */
export function ratingsOf(lines: Record<string, string>): Rating[] {
  return Object.entries(lines).flatMap(([annotator, line]) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((category, unit) => (category === "." ? [] : [{ unit: `u${unit + 1}`, annotator, category }])),
  );
}

/** Two annotators' contingency table: `cells[row][column]` units were called `row` by A and `column` by B. */
export function ratingsOfCells(cells: readonly (readonly number[])[]): Rating[] {
  const ratings: Rating[] = [];
  for (const [row, line] of cells.entries()) {
    for (const [column, count] of line.entries()) {
      for (let n = 0; n < count; n += 1) {
        const unit = `${row}-${column}-${n}`;
        ratings.push({ unit, annotator: "A", category: `${row}` }, { unit, annotator: "B", category: `${column}` });
      }
    }
  }
  return ratings;
}

/** How many of a unit's ratings fall in each category, as Fleiss prints his data; who gave which does not matter. */
export function ratingsOfCounts(counts: readonly (readonly number[])[]): Rating[] {
  return counts.flatMap((line, unit) => {
    const categories = line.flatMap((count, category) => Array.from({ length: count }, () => `${category + 1}`));
    return categories.map((category, at) => ({ unit: `u${unit + 1}`, annotator: `r${at + 1}`, category }));
  });
}

/** The ratings of each unit. */
export function byUnit(ratings: readonly Rating[]): Rating[][] {
  const units = new Map<string, Rating[]>();
  for (const rating of ratings) units.set(rating.unit, [...(units.get(rating.unit) ?? []), rating]);
  return [...units.values()];
}

/** A table from ratings that are known to be good; throws on others. */
export function tableOf(ratings: readonly Rating[], scale: readonly string[] = []): RatingTable {
  const made = ratingTable(ratings, scale);
  if (!made.ok) throw new Error(made.reason);
  return made.table;
}

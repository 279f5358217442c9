import type { CaseReading } from "../judge/reading.ts";
import type { Difference, SelfContradiction } from "../suggestion.ts";
import { compareValues } from "../values/compare-values.ts";
import type { Clause } from "./clause.ts";
import type { WeighedDifference } from "./difference.ts";
import { groupBy } from "./group-by.ts";
import { polarityDifferences } from "./polarity-differences.ts";
import { roleDifferences } from "./roles.ts";
import { sentencePairs } from "./sentence-pairs.ts";
import { valueDifferences } from "./value-differences.ts";

/** A text tells many figures and days of one matter: only what is surely about the same fact contradicts. */
const SURE = 0.6;
const ALIKE = 0.3;

/**
 * Passages of one source that cannot both hold: another figure for the same count in the headline and in the text, a
 * denial of what was said before. Figures that each stand with a day of their own are a series, no contradiction.
 */
export function findSelfContradictions(reading: CaseReading): SelfContradiction[] {
  const { index } = reading;
  const context = reading.weighed;
  const found = sentencePairs(index, true).flatMap(({ a, b, likeness }) => {
    const [left, right] = [reading.sentence(a), reading.sentence(b)];
    if (likeness < ALIKE || otherDay(left, right)) return [];
    const differences = [
      ...valueDifferences(left, right, context).filter(({ type }) => type !== "date"),
      ...polarityDifferences(left, right, context),
      ...roleDifferences(left, right),
    ];
    return differences.filter(({ compatible, strength }) => !compatible && strength * (0.6 + likeness) >= SURE);
  });
  const bySpan = groupBy(
    found.toSorted((x, y) => y.strength - x.strength),
    ({ a }) => `${a.source} ${a.start}`,
  );
  return [...bySpan.values()].flatMap(([best]) => (best ? [{ source: best.a.source, difference: plain(best) }] : []));
}

const plain = ({ strength: _, ...difference }: WeighedDifference): Difference => difference;

/** Both name a day or a time, and not the same one. */
function otherDay(a: Clause, b: Clause): boolean {
  const dated = (clause: Clause): Clause["values"] => clause.values.filter(({ dimension }) => dimension === "date");
  const [x, y] = [dated(a), dated(b)];
  if (x.length === 0 || y.length === 0) return false;
  return !x.some((one) => y.some((other) => compareValues(one, other) !== "conflict"));
}

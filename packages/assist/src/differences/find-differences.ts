import { groupBy } from "./group-by.ts";
import type { CaseReading } from "../judge/reading.ts";
import type { Difference, QuotePair } from "../suggestion.ts";
import type { Value } from "../values/value.ts";
import { claimDifferences, type ReadClaim } from "./claim-differences.ts";
import type { Clause } from "./clause.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { spellingsAcross } from "./names.ts";
import { polarityDifferences } from "./polarity-differences.ts";
import { quotePairDifferences } from "./quote-pair-differences.ts";
import { personDifferences } from "./roles.ts";
import { sentencePairs, type SentencePair } from "./sentence-pairs.ts";
import { stemWeights } from "./stem-weights.ts";
import { valueDifference, type ValuePair, valuePairs } from "./value-differences.ts";

interface Placed extends ValuePair {
  left: Clause;
  right: Clause;
  score: number;
}

/**
 * From this score on a conflict is shown. A figure says what it counts and an office whose it is; a date is often the
 * day of something else, and a denial of something else that day.
 */
const SHOWN: Partial<Record<Difference["type"], number>> = {
  number: 0.4,
  duration: 0.4,
  date: 0.75,
  negation: 0.45,
  outcome: 0.45,
};
const COMPATIBLE = 0.34;
/** Below this two passages are not about one thing. */
const LEAST = 0.3;

/**
 * What differs between the sources of a case: values, denials, offices, names and quotations, over sentences that report
 * the same. Every value is given to the one it is nearest of kin to, and one that has its equal conflicts with none.
 */
export function findDifferences(
  reading: CaseReading,
  quotes: readonly QuotePair[],
  claims: readonly ReadClaim[] = [],
): WeighedDifference[] {
  const { index } = reading;
  const pairs = sentencePairs(index);
  const clauses = index.passages
    .filter((passage) => passage.kind !== "speaker")
    .map((passage) => reading.sentence(passage));
  const context: CompareContext = { ...reading.context, weight: stemWeights(clauses) };
  const bySources = groupBy(pairs, ({ a, b }) => a.source * index.sources.length + b.source);
  const between = [...bySources.values()].flatMap((group) => [
    ...valuesBetween(reading, group, context),
    ...polarityBetween(reading, group, context),
  ]);
  // Not by "push(...)": of hundreds of sources there are more than a call may have arguments.
  return between
    .concat(claimDifferences(reading, claims, context), personDifferences(clauses), spellingsAcross(clauses))
    .concat(quotePairDifferences(quotes, context))
    .filter((one) => one.compatible || one.strength >= (SHOWN[one.type] ?? 0))
    .toSorted((x, y) => Number(x.compatible) - Number(y.compatible) || y.strength - x.strength)
    .filter(once());
}

/** Two ways of finding may come upon the same two spans. Only what lies between the same two texts is held against it. */
function once(): (one: WeighedDifference) => boolean {
  const between = new Map<string, WeighedDifference[]>();
  return (one) => {
    const key = [one.compatible, ...[one.a.source, one.b.source].toSorted()].join("\n");
    const seen = between.get(key) ?? [];
    const again = seen.some(
      (other) => (touch(one.a, other.a) && touch(one.b, other.b)) || (touch(one.a, other.b) && touch(one.b, other.a)),
    );
    if (!again) seen.push(one);
    between.set(key, seen);
    return !again;
  };
}

const touch = (x: Difference["a"], y: Difference["a"]): boolean => x.source === y.source && overlap(x, y);

function valuesBetween(reading: CaseReading, group: SentencePair[], context: CompareContext): WeighedDifference[] {
  const placed: Placed[] = group.flatMap(({ a, b, likeness }) => {
    const [left, right] = [reading.sentence(a), reading.sentence(b)];
    return valuePairs(left, right, context).map((pair) => ({
      ...pair,
      left,
      right,
      score: pair.kin * (0.5 + likeness),
    }));
  });
  const bonus = ({ relation }: Placed): number => (relation === "same" ? 0.3 : relation === "compatible" ? 0.15 : 0);
  const settled = new Set<Value>();
  const found: WeighedDifference[] = [];
  for (const pair of placed.toSorted((x, y) => y.score + bonus(y) - x.score - bonus(x))) {
    if (settled.has(pair.a) || settled.has(pair.b)) continue;
    const conflict = pair.relation === "conflict";
    if (pair.score < (conflict ? LEAST : pair.relation === "same" ? 0.2 : COMPATIBLE)) continue;
    settled.add(pair.a).add(pair.b);
    if (pair.relation === "same" || pair.a.exact.toLowerCase() === pair.b.exact.toLowerCase()) continue;
    found.push({
      ...valueDifference(pair.left, pair.right, pair.a, pair.b, !conflict, pair.kin),
      strength: Math.min(1, pair.score),
    });
  }
  return found;
}

function polarityBetween(reading: CaseReading, group: SentencePair[], context: CompareContext): WeighedDifference[] {
  const all = group.flatMap(({ a, b, likeness }) =>
    polarityDifferences(reading.sentence(a), reading.sentence(b), context).map((found) => ({
      ...found,
      strength: found.strength * (0.5 + likeness),
    })),
  );
  const taken: Difference[] = [];
  return all
    .toSorted((x, y) => y.strength - x.strength)
    .filter((one) => {
      if (one.strength < LEAST) return false;
      const again = taken.some((other) => overlap(one.a, other.a) || overlap(one.b, other.b));
      if (!again) taken.push(one);
      return !again;
    });
}

const overlap = (x: { start: number; end: number }, y: { start: number; end: number }): boolean =>
  x.start < y.end && y.start < x.end;

import type { IndexedPassage } from "../align/case-index.ts";
import type { CaseReading } from "../judge/reading.ts";
import { compareStances } from "./stances.ts";
import { compareValues, standsFor, type Rates } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";
import type { Clause } from "./clause.ts";

/** What was read of one claim: how surely each source speaks of it, how surely against it, and where. */
export interface ReadClaim {
  id: string;
  text: string;
  cells: readonly ReadCell[];
}

export interface ReadCell {
  source: string;
  present: number;
  disputed: number;
  /** Best first. */
  passages: readonly { start: number; end: number }[];
}

interface Side {
  passage: IndexedPassage;
  present: number;
  disputed: number;
}

/** Two sentences that are what two sources have on one claim. `a` stands first in the case. */
export interface ClaimEvidence {
  claim: Clause;
  a: Side;
  b: Side;
  /** How surely both speak of the claim, and one of them alone against it. */
  both: number;
  apart: number;
  against: number;
}

/** So many sources for a claim and so many against it: with every two of all of them, the work would grow by the square. */
const MOST_SIDES = 4;
/** Less sure cells say nothing of each other. */
const LEAST_PRESENT = 0.35;

/** More sentences than any case has; a number is made and looked up sooner than a text. */
const SENTENCES = 2 ** 26;

export const pairKey = (a: IndexedPassage, b: IndexedPassage): number =>
  Math.min(a.index, b.index) * SENTENCES + Math.max(a.index, b.index);

/**
 * The pairs of sentences that claims bring together, by their key. `wanted` are pairs that are looked at in any case; of
 * the others only those are kept in which one side may speak against the claim.
 */
export function claimEvidence(
  reading: CaseReading,
  claims: readonly ReadClaim[],
  wanted: ReadonlySet<number>,
  least: number,
): Map<number, ClaimEvidence[]> {
  const found = new Map<number, ClaimEvidence[]>();
  for (const claim of claims) {
    const worded = reading.claim(claim);
    const sides = surest(claim.cells.flatMap((cell) => sideOf(reading, cell) ?? []));
    for (const [at, x] of sides.entries()) {
      for (const y of sides.slice(at + 1)) {
        const [a, b] = x.passage.index < y.passage.index ? [x, y] : [y, x];
        const both = Math.min(a.present, b.present);
        const apart = both * Math.max(a.disputed * (1 - b.disputed), b.disputed * (1 - a.disputed));
        const key = pairKey(a.passage, b.passage);
        if (a.passage.source === b.passage.source || (apart < least && !wanted.has(key))) continue;
        const evidence = { claim: worded, a, b, both, apart, against: Math.max(a.disputed, b.disputed) };
        const known = found.get(key);
        if (known) known.push(evidence);
        else found.set(key, [evidence]);
      }
    }
  }
  return found;
}

/** Of many sources those that speak most surely for the claim, and those that speak most surely against it. */
function surest(sides: readonly Side[]): readonly Side[] {
  if (sides.length <= 2 * MOST_SIDES) return sides;
  const most = (sureness: (side: Side) => number): Side[] =>
    sides.toSorted((x, y) => sureness(y) - sureness(x)).slice(0, MOST_SIDES);
  const kept = new Set([
    ...most(({ present, disputed }) => present * (1 - disputed)),
    ...most(({ present, disputed }) => present * disputed),
  ]);
  return [...kept];
}

function sideOf(reading: CaseReading, { source, present, disputed, passages }: ReadCell): Side | null {
  const [best] = passages;
  if (!best || present < LEAST_PRESENT) return null;
  const passage = reading.index.passageAt(reading.index.numberOf(source), best.start);
  if (!passage || best.start >= passage.end || passage.kind === "speaker") return null;
  return { passage, present, disputed };
}

const NOTHING = [0, 0, 0, 0, 0];

/** What claims say of a pair: the most of each, and of those that `decides` is about. */
export function evidenceRow(all: readonly ClaimEvidence[], decides: (one: ClaimEvidence) => boolean): readonly number[] {
  if (all.length === 0) return NOTHING;
  const most = (of: (one: ClaimEvidence) => number): number => Math.max(0, ...all.map(of));
  return [
    most(({ both }) => both),
    most(({ apart }) => apart),
    most(({ against }) => against),
    most((one) => (decides(one) ? 1 : 0)),
    most((one) => (decides(one) ? one.apart : 0)),
  ];
}

/** The claim gives one of the two values, and not the other. */
export const givesOneOf =
  (x: Value, y: Value, rates: Rates) =>
  ({ claim }: ClaimEvidence): boolean =>
    claim.values.some((value) => {
      const [a, b] = [compareValues(value, x, rates), compareValues(value, y, rates)];
      return (standsFor(a) && b === "conflict") || (standsFor(b) && a === "conflict");
    });

/** The claim is on the side of one of the two clauses, against the other. */
export const sidesWithOneOf =
  (x: Clause, y: Clause) =>
  ({ claim }: ClaimEvidence): boolean => {
    const [a, b] = [compareStances(claim, x), compareStances(claim, y)];
    return (a.agree && b.apart !== null) || (b.agree && a.apart !== null);
  };

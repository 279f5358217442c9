import type { Alignment, Match } from "../align/align-claim.ts";
import type { IndexedPassage } from "../align/case-index.ts";
import { PASSAGE_FEATURES, blend, product } from "../align/passage-features.ts";
import type { IndexedWord } from "../align/words.ts";
import type { Clause } from "../differences/clause.ts";
import type { WeighedDifference } from "../differences/difference.ts";
import { compareStances } from "../differences/stances.ts";
import { kept } from "../memo/kept.ts";
import { compareValues } from "../values/compare-values.ts";
import { quoteFeatures } from "./quote-features.ts";
import type { CaseReading } from "./reading.ts";
import { otherRole, roleFeatures } from "./role-features.ts";
import { VALUE_FEATURES, valueFeatures } from "./value-features.ts";

const PASSAGE = PASSAGE_FEATURES.filter((name) => !["position", "speaker", "length", "hasValues", "plain"].includes(name));
const columnsOf = (names: readonly (typeof PASSAGE_FEATURES)[number][]) => names.map((name) => PASSAGE_FEATURES.indexOf(name));
const PASSAGE_COLUMNS = columnsOf(PASSAGE);
const SECOND_COLUMNS = columnsOf(["own", "nearRare", "values", "gist", "pivot"]);
const CONFLICTS = ["number", "date", "negation", "other"] as const;
const AT = ["top", "clause", "second", "third", "pivot"] as const;

export const CELL_FEATURES: readonly string[] = [
  ...PASSAGE.map((name) => `top.${name}`),
  ...["plain", "own", "nearRare", "values", "gist", "pivot"].map((name) => `second.${name}`),
  "plain",
  "gap",
  "score",
  "scoreGap",
  "scoreShare",
  "scoreElsewhere",
  "clauseCover",
  "unmet",
  "unmetMost",
  "strict",
  "strictPlain",
  "strictUnmet",
  "claimWords",
  "claimValues",
  "claimNegated",
  "negated",
  "parity",
  "bestElsewhere",
  "overElsewhere",
  "rank",
  "likeElsewhere",
  "gistElsewhere",
  ...VALUE_FEATURES,
  "above",
  "owners",
  "alikeAbove",
  "shareOfClaims",
  ...AT.flatMap((at) => CONFLICTS.map((kind) => `${at}.${kind}`)),
  "conflict",
  "quote",
  "quoteCover",
  "quoteExtra",
  "quoteExact",
  "role",
  "roleName",
  "roleMet",
  "roleOther",
  "stance.with",
  "stance.against",
];

/** Least log of a share of a passage: what other claims have all but whole. */
const SHARELESS = -6;

/** From here on two words are as good as the same. */
const STRICT = 0.6;

/** A source in whose very words a claim is put says nothing of how the others put it: it counts as one that puts it in its own. */
const OWN_WORDS = 0.75;
const FEWEST_OWN = 3;

export interface CellReading {
  row: Float64Array;
  /** Differences of the claim with the best passage, on its aligned clause where there is one. */
  differences: readonly WeighedDifference[];
  /** Clause of the best passage that meets the claim best. */
  clause: { start: number; end: number } | null;
}

/** What there is to judge each source by: one row a source. */
export function cellFeatures(reading: CaseReading, claim: Clause, alignment: Alignment): CellReading[] {
  const tops = Array.from(alignment.matches, (found) => found.filter(({ passage }) => passage.kind !== "speaker").slice(0, 3));
  const plain = Float64Array.from(tops, ([top]) => (top === undefined ? 0 : blend(top.row)));
  const words = reading.index.wordsOf(claim.text);
  const printed = Int32Array.from(tops, ([top]) => (top !== undefined && prints(top, words) ? top.passage.index : -1));
  return tops.map((top, source) => cellRow(reading, claim, alignment, tops, plain, printed, top, source));
}

/** Whether a sentence prints the claim word for word. */
function prints({ passage }: Match, claim: readonly IndexedWord[]): boolean {
  const { words } = passage;
  return claim.length >= FEWEST_OWN && words.some((_, from) => claim.every(({ word }, at) => words[from + at]?.word === word));
}

function cellRow(
  reading: CaseReading,
  claim: Clause,
  alignment: Alignment,
  tops: readonly Match[][],
  plain: Float64Array,
  printed: Int32Array,
  found: readonly Match[],
  source: number,
): CellReading {
  const row: number[] = [];
  const lent = Float64Array.from(printed, (passage) => (passage < 0 ? 1 : OWN_WORDS));
  const [top, second, third] = found;
  for (const at of PASSAGE_COLUMNS) row.push(top?.row[at] ?? 0);
  row.push(second === undefined ? 0 : blend(second.row));
  for (const at of SECOND_COLUMNS) row.push(second?.row[at] ?? 0);
  const score = plain[source] ?? 0;
  row.push(score, score - (second === undefined ? 0 : blend(second.row)));
  row.push(top?.score ?? 0, (top?.score ?? 0) - (second?.score ?? 0), shareOf(found), (top?.score ?? 0) - Math.max(0, ...tops.map((other, at) => (at === source ? 0 : (other[0]?.score ?? 0) * (lent[at] ?? 1)))));
  const clauses = top === undefined ? [] : reading.clauses(top.passage);
  const aligned = bestClause(reading, claim, clauses);
  row.push(aligned?.cover ?? 0);
  row.push(...unmet(alignment, top), ...strictlyMet(alignment, top));
  const sentence = top === undefined ? null : reading.sentence(top.passage);
  const claimNegated = claim.negations.length > 0 ? 1 : 0;
  const negated = (aligned?.clause.negations.length ?? 0) > 0 ? 1 : 0;
  row.push(claim.stems.size, claim.values.length, claimNegated, negated, claimNegated === negated ? 0 : 1);
  const others = plain.map((value, other) => value * (lent[other] ?? 1)).filter((_, other) => other !== source);
  const best = Math.max(0, ...others);
  const pivotSource = plain.findIndex((value, other) => other !== source && value * (lent[other] ?? 1) === best);
  const pivot = tops[pivotSource]?.[0];
  const pivotSentence = pivot === undefined || best < 0.3 ? null : reading.sentence(pivot.passage);
  row.push(best, score / Math.max(0.05, best), others.filter((value) => value > score).length);
  row.push(likeness(top, pivot), gistLikeness(top, pivot));
  row.push(...valueFeatures(claim, found.map(({ passage }) => passage.values), reading, source), ...standing(alignment, found, printed.find((passage) => passage >= 0)));
  const differences = sentence === null ? [] : reading.compare(claim, sentence);
  const onClause = aligned === null ? [] : reading.compare(claim, aligned.clause);
  const later = (match: Match | undefined) => (match === undefined ? [] : reading.compare(claim, reading.sentence(match.passage)));
  const withPivot = sentence === null || pivotSentence === null ? [] : reading.compare(pivotSentence, sentence);
  const [whole, part] = [strengths(differences), strengths(onClause)];
  for (const one of [whole, part, strengths(later(second)), strengths(later(third)), strengths(withPivot)]) row.push(...one);
  row.push(Math.max(...whole, ...part));
  row.push(...quoteFeatures(claim, found.map(({ passage }) => reading.sentence(passage))));
  row.push(...roleFeatures(reading, claim, source), otherRole(reading, claim, source));
  const stances = sentence === null ? { agree: false, apart: null } : compareStances(claim, sentence);
  row.push(stances.agree ? 1 : 0, stances.apart === null ? 0 : 1);
  return {
    row: Float64Array.from(row),
    differences: onClause.length > 0 ? onClause : differences,
    clause: aligned === null || clauses.length < 2 ? null : { start: aligned.clause.start, end: aligned.clause.start + aligned.clause.text.length },
  };
}

/** How the claim stands with its best passage among the other claims of the case, and with the best of the three. */
function standing({ rivals }: Alignment, found: readonly Match[], printed: number | undefined): [number, number, number, number] {
  const [top] = found;
  if (top === undefined) return [0, 0, 0, SHARELESS];
  const all = Array.from(found, ({ passage, row }) => rivals.standing(passage.index, blend(row), printed));
  const { above, owners, alike } = all[0] ?? { above: 0, owners: 0, alike: 0 };
  return [Math.log(1 + above), owners, alike, Math.max(SHARELESS, ...all.map(({ share }) => share))];
}

/** How far the first of the passages stands out. */
function shareOf(found: readonly Match[]): number {
  const most = found[0]?.score ?? 0;
  return 1 / Math.max(1, found.reduce((sum, { score }) => sum + Math.exp(score - most), 0));
}

/** The strongest conflict of each kind. */
function strengths(differences: readonly WeighedDifference[]): Float64Array {
  const most = new Float64Array(CONFLICTS.length);
  for (const { type, compatible, strength } of differences) {
    if (compatible) continue;
    const kind = CONFLICTS.indexOf(kindOf(type));
    most[kind] = Math.max(most[kind] ?? 0, strength);
  }
  return most;
}

function kindOf(type: WeighedDifference["type"]): (typeof CONFLICTS)[number] {
  if (type === "number") return "number";
  if (type === "date" || type === "duration") return "date";
  return type === "negation" || type === "outcome" ? "negation" : "other";
}

/** Share of the claim's weight that the sentence leaves unmet, and the largest single word of that. */
function unmet({ query }: Alignment, top: Match | undefined): [number, number] {
  const total = query.words.reduce((sum, { weight, rarity }) => sum + weight * rarity, 0) || 1;
  const left = query.words.map(({ weight, rarity }, k) => (weight * rarity * (1 - (top?.near[k] ?? 0))) / total);
  return [left.reduce((a, b) => a + b, 0), Math.max(0, ...left)];
}

/** The share of the claim's weight, and of its words that are neither names nor numbers, that the sentence has as good as word for word. */
function strictlyMet({ query, met }: Alignment, top: Match | undefined): [number, number, number] {
  const own = top === undefined ? -1 : met.at(top.passage.index);
  const sums = { all: 0, met: 0, plain: 0, plainMet: 0, left: 0 };
  query.words.forEach(({ weight, rarity, kind }, k) => {
    const rare = weight * rarity;
    const has = own >= 0 && (met.values[own + k] as number) >= STRICT;
    sums.all += rare;
    if (has) sums.met += rare;
    if (kind !== "plain") return;
    sums.plain += rare;
    if (has) sums.plainMet += rare;
    else sums.left = Math.max(sums.left, rare * (1 - (top?.near[k] ?? 0)));
  });
  return [sums.met / (sums.all || 1), sums.plain > 0 ? sums.plainMet / sums.plain : 0.5, sums.left / (sums.all || 1)];
}

/** The clause that has most of what the claim has. */
export function bestClause(reading: CaseReading, claim: Clause, clauses: readonly Clause[]): { clause: Clause; cover: number } | null {
  let best: { clause: Clause; cover: number } | null = null;
  for (const clause of clauses) {
    let cover = 0;
    for (const stem of claim.stems) {
      if (clause.stems.has(stem)) cover += 1;
      else {
        let near = 0;
        for (const other of clause.stems) near = Math.max(near, reading.context.similar?.(stem, other) ?? 0);
        if (near > 0.45) cover += near * 0.8;
      }
    }
    for (const value of claim.values) if (clause.values.some((other) => compareValues(value, other) !== "unrelated")) cover += 1;
    cover /= Math.max(1, claim.stems.size + claim.values.length);
    if (best === null || cover > best.cover) best = { clause, cover };
  }
  return best;
}

/** How alike the best passages of this source and of the source that meets the claim best are. */
function likeness(a: Match | undefined, b: Match | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [mine, other] = [termsOf(a.passage), termsOf(b.passage)];
  let shared = 0;
  for (const term of mine) if (other.has(term)) shared += 1;
  return shared / Math.max(1, Math.min(mine.size, other.size));
}

const termsOf = kept(({ words }: IndexedPassage): ReadonlySet<string> => new Set(words.filter(({ kind }) => kind !== "stop").map(({ term }) => term)));

const gistLikeness = (a: Match | undefined, b: Match | undefined): number =>
  a === undefined || b === undefined ? 0 : product(a.passage.gist, b.passage.gist);

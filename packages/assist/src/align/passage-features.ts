import { besideOf, closestOf, larger, metAt, nearestOf } from "./beside.ts";
import type { CaseIndex, IndexedPassage } from "./case-index.ts";
import type { Met } from "./met.ts";
import type { Value } from "../values/value.ts";
import { weigh } from "./query.ts";
import type { Query, Weights } from "./query.ts";
import { valueNearness } from "./value-nearness.ts";

export const PASSAGE_FEATURES = [
  "own",
  "ownRare",
  "near",
  "nearRare",
  "nearTopic",
  "rarest",
  "names",
  "plainOwn",
  "plainNear",
  "numbers",
  "hasNumbers",
  "values",
  "sameValue",
  "hasValues",
  "gist",
  "reverse",
  "runs",
  "length",
  "heading",
  "question",
  "speaker",
  "position",
  "pivot",
  "ownShare",
  "nearShare",
  "rareShare",
  "gistShare",
  "pivotShare",
  "valueShare",
  "dateline",
  "crowd",
  "crowdShare",
  "plain",
] as const;

const column = Object.fromEntries(PASSAGE_FEATURES.map((name, i) => [name, i])) as Record<(typeof PASSAGE_FEATURES)[number], number>;

/** Of a word that stands in the heading or the first sentence of the source: what it is all about. */
const TOPIC = 0.6;
/** How many of the first sentences say what a source is about. */
const LEAD = 3;
/** A claim's values together, and what it is about, each count as so many of its words. */
const VALUES = 0.9;
const GIST = 0.5;

export interface PassageRow {
  passage: IndexedPassage;
  row: Float64Array;
  /** Of each of the claim's words: how well the sentence, or one beside it, meets it. */
  near: Float32Array;
}

/** Rows of all the passages of one source, one after the other in one buffer each. */
export interface SourceRows {
  /** Indexes of its first passage and of one past its last. */
  first: number;
  last: number;
  /** A row of features a passage. */
  features: Float64Array;
  /** For each passage and word of the query, how well the passage, or one beside it, meets the word. */
  nears: Float32Array;
}

const WIDTH = PASSAGE_FEATURES.length;

export function passageAt(index: CaseIndex, query: Query, { first, features, nears }: SourceRows, at: number): PassageRow {
  const size = query.words.length;
  return {
    passage: index.passages[first + at] as IndexedPassage,
    row: features.subarray(at * WIDTH, (at + 1) * WIDTH),
    near: nears.subarray(at * size, (at + 1) * size),
  };
}

/** Features of all the passages of one source. */
export function passageFeatures(index: CaseIndex, query: Query, met: Met, source: number): SourceRows {
  const first = index.bounds[source] ?? 0;
  const last = index.bounds[source + 1] ?? first;
  const count = last - first;
  const rows: SourceRows = { first, last, features: new Float64Array(count * WIDTH), nears: new Float32Array(count * query.words.length) };
  const weights = weigh(query);
  const topic = new Float32Array(query.words.length);
  for (let i = first; i < Math.min(first + LEAD, last); i++) {
    const from = met.at(i);
    if (from >= 0) for (let k = 0; k < topic.length; k++) topic[k] = Math.max(topic[k] as number, (met.values[from + k] as number) * TOPIC);
  }
  for (let i = first; i < last; i++) fillRow(index, query, weights, met, topic, rows, i);
  addShare(rows, column.own, column.ownShare);
  addShare(rows, column.near, column.nearShare);
  addShare(rows, column.nearRare, column.rareShare);
  addShare(rows, column.gist, column.gistShare);
  addShare(rows, column.values, column.valueShare);
  return rows;
}

/** A column as a share of its largest value. */
function addShare({ first, last, features }: SourceRows, from: number, to: number): void {
  let most = 1e-6;
  const end = (last - first) * WIDTH;
  for (let at = from; at < end; at += WIDTH) most = Math.max(most, features[at] as number);
  for (let at = 0; at < end; at += WIDTH) features[at + to] = (features[at + from] as number) / most;
}

/** One row. Everything in it is a plain loop over numbers: it is done for every claim and every sentence of the case. */
function fillRow(index: CaseIndex, query: Query, weights: Weights, met: Met, topic: Float32Array, rows: SourceRows, at: number): void {
  const { first, last, features, nears } = rows;
  const passage = index.passages[at] as IndexedPassage;
  const { values } = met;
  const { weight, kind, rare, share } = weights;
  const size = weight.length;
  const beside = besideOf(index, met, at, first, last);
  const { here } = beside;
  let own = 0;
  let ownRare = 0;
  let near = 0;
  let nearRare = 0;
  let close = 0;
  let topical = 0;
  let names = 0;
  let plain = 0;
  let plainNear = 0;
  let numbers = 0;
  let reverse = 0;
  let run = 0;
  let runs = 0;
  const nearFrom = (at - first) * size;
  for (let k = 0; k < size; k++) {
    const mine = metAt(values, here, k);
    const best = nearestOf(values, beside, k);
    nears[nearFrom + k] = best;
    const heavy = weight[k] as number;
    const scarce = rare[k] as number;
    close += (share[k] as number) * closestOf(values, beside, k);
    own += heavy * mine;
    ownRare += scarce * mine;
    near += heavy * best;
    nearRare += scarce * best;
    topical += scarce * larger(best, topic[k] as number);
    reverse += mine;
    if (kind[k] === 1) names += heavy * mine;
    else if (kind[k] === 2) numbers += mine;
    else {
      plain += scarce * mine;
      plainNear += scarce * best;
    }
    run = mine > 0.6 ? run + 1 : 0;
    if (run > 1) runs += 1;
  }
  const to = (at - first) * WIDTH;
  features[to + column.own] = own / (weights.all || 1);
  features[to + column.ownRare] = ownRare / (weights.allRare || 1);
  features[to + column.near] = near / (weights.all || 1);
  features[to + column.nearRare] = nearRare / (weights.allRare || 1);
  features[to + column.nearTopic] = topical / (weights.allRare || 1);
  features[to + column.rarest] = here < 0 || weights.rarest < 0 ? 0 : (values[here + weights.rarest] as number);
  features[to + column.names] = weights.names > 0 ? names / weights.names : 0.5;
  features[to + column.plainOwn] = weights.plain > 0 ? plain / weights.plain : 0.5;
  features[to + column.plainNear] = weights.plain > 0 ? plainNear / weights.plain : 0.5;
  features[to + column.numbers] = weights.numbers > 0 ? numbers / weights.numbers : 0.5;
  features[to + column.hasNumbers] = weights.numbers > 0 ? 1 : 0;
  fillValues(index, query, passage, features, to);
  features[to + column.gist] = product(query.gist, passage.gist);
  features[to + column.reverse] = passage.content > 0 ? Math.min(1, reverse / passage.content) : 0;
  features[to + column.runs] = runs / Math.max(1, size);
  features[to + column.length] = passage.content;
  features[to + column.heading] = passage.kind === "heading" ? 1 : 0;
  features[to + column.speaker] = passage.kind === "speaker" ? 1 : 0;
  features[to + column.question] = passage.isQuestion ? 1 : 0;
  features[to + column.dateline] = passage.dateline ? 1 : 0;
  features[to + column.position] = (at - first) / Math.max(1, last - first);
  features[to + column.plain] = plainOf(query, passage, close, features, to);
}

/** How much of the claim the passage meets. Its values and what it is about weigh less the more words it has besides. */
function plainOf({ words, values }: Query, passage: IndexedPassage, close: number, features: Float64Array, to: number): number {
  const of = (name: number) => features[to + name] as number;
  const valued = (values.length > 0 ? VALUES : 0) / Math.max(1, words.length);
  const about = GIST / Math.max(1, words.length);
  const met = close + valued * of(column.values) + about * of(column.gist);
  return hushed(met / (0.8 + valued + about), passage.dateline || passage.label, passage.isQuestion);
}

/** How near the passage's values are to those of the query: on the whole, and the nearest. */
function fillValues(index: CaseIndex, { values }: Query, passage: IndexedPassage, features: Float64Array, to: number): void {
  let sum = 0;
  let most = 0;
  for (const value of values) {
    const nearest = nearestValue(index, value, passage);
    sum += nearest;
    most = larger(most, nearest);
  }
  features[to + column.values] = values.length > 0 ? sum / values.length : 0.5;
  features[to + column.sameValue] = values.length > 0 ? most : 0.5;
  features[to + column.hasValues] = passage.values.length;
}

function nearestValue({ rates }: CaseIndex, value: Value, passage: IndexedPassage): number {
  let nearest = 0;
  for (const other of passage.values) nearest = larger(nearest, valueNearness(value, other, rates));
  return nearest;
}

export function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** How well the passages of a source meet what the best passages of the other sources say besides the claim's own words. */
export function addPivot({ first, last, features }: SourceRows, pivot: Query, met: Met): void {
  const total = pivot.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const { weight } = weigh(pivot);
  let most = 1e-6;
  for (let at = first; at < last; at++) {
    const from = met.at(at);
    let value = 0;
    if (from >= 0) {
      for (let k = 0; k < weight.length; k++) value += (weight[k] as number) * (met.values[from + k] as number);
      value /= total;
    }
    features[(at - first) * WIDTH + column.pivot] = value;
    most = Math.max(most, value);
  }
  for (let to = 0; to < (last - first) * WIDTH; to += WIDTH) features[to + column.pivotShare] = (features[to + column.pivot] as number) / most;
}

/** How the claim stands among the case's claims: its score with each passage beside the best that another claim has there. */
export function addCrowd({ first, last, features }: SourceRows, rival: (passage: number) => number): void {
  let most = 1e-6;
  for (let at = first; at < last; at++) {
    const to = (at - first) * WIDTH;
    const value = Math.min(3, blendAt(features, to) / Math.max(0.1, rival(at)));
    features[to + column.crowd] = value;
    most = Math.max(most, value);
  }
  for (let to = 0; to < (last - first) * WIDTH; to += WIDTH) features[to + column.crowdShare] = (features[to + column.crowd] as number) / most;
}

/** The score that passages are ranked by where nothing was fitted: constants chosen by sense, and looked after on whole pages. */
export const plainScore = (row: Float64Array): number => row[column.plain] as number;

/** The same of the passage `at` a source's rows. */
export const plainScoreOf = ({ features }: SourceRows, at: number): number => features[at * WIDTH + column.plain] as number;

/**
 * What the claims of a case are compared by, and cells judged by: likeness counts in full, values the same for a claim of
 * any length. It orders passages less well than `plainScore`, and tells better whether there is anything to order.
 */
export const blend = (row: Float64Array): number => blendAt(row, 0);

export const blendOf = ({ features }: SourceRows, at: number): number => blendAt(features, at * WIDTH);

function blendAt(features: Float64Array, at: number): number {
  const met = mixed(features[at + column.near] as number, features[at + column.nearRare] as number, features[at + column.values] as number, features[at + column.gist] as number);
  return hushed(met, features[at + column.dateline] === 1, features[at + column.question] === 1);
}

/** A dateline tells of itself only, and a question tells nothing yet. */
const hushed = (score: number, isDateline: boolean, isQuestion: boolean): number => score * (isDateline ? 0.5 : 1) * (isQuestion ? 0.85 : 1);

const mixed = (near: number, nearRare: number, values: number, gist: number): number => 0.5 * near + 0.3 * nearRare + 0.1 * values + 0.1 * gist;

/** The blend of every passage of a source into the first places of `to`, without their rows: it is all that rivals are known by. */
export function blendsOf(index: CaseIndex, query: Query, met: Met, source: number, to: Float64Array): void {
  const first = index.bounds[source] ?? 0;
  const last = index.bounds[source + 1] ?? first;
  const { weight, rare, all, allRare } = weigh(query);
  const { values } = met;
  for (let at = first; at < last; at++) {
    const passage = index.passages[at] as IndexedPassage;
    const beside = besideOf(index, met, at, first, last);
    let near = 0;
    let nearRare = 0;
    for (let k = 0; k < weight.length; k++) {
      const best = nearestOf(values, beside, k);
      near += (weight[k] as number) * best;
      nearRare += (rare[k] as number) * best;
    }
    let valued = 0;
    for (const value of query.values) valued += nearestValue(index, value, passage);
    const given = query.values.length > 0 ? valued / query.values.length : 0.5;
    const blended = mixed(near / (all || 1), nearRare / (allRare || 1), given, product(query.gist, passage.gist));
    to[at - first] = hushed(blended, passage.dateline, passage.isQuestion);
  }
}

import { readValues } from "../values/read-values.ts";
import type { Value } from "../values/value.ts";
import type { CaseIndex, IndexedPassage } from "./case-index.ts";
import { valueNearness } from "./value-nearness.ts";
import type { IndexedWord } from "./words.ts";
import { wordsOf } from "./words.ts";

/** A claim as it is looked for: its words weighed, its values read. */
export interface Query {
  words: (IndexedWord & { weight: number; rarity: number })[];
  values: Value[];
  gist: Float32Array;
}

/** Of each of the query's words, 0 to 1: how well a passage meets it; by index of the passage. */
export type Met = Map<number, Float32Array>;

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
] as const;

const column = Object.fromEntries(PASSAGE_FEATURES.map((name, i) => [name, i])) as Record<(typeof PASSAGE_FEATURES)[number], number>;

/** How much counts of a word that stands in a sentence just before. */
const BACK = [0, 0.5, 0.35, 0.25];
const NEXT = 0.15;
/** Of a word of the question that the sentence follows. */
const ANSWER = 0.85;
/** Of a word that stands in the heading or the first sentence of the source: what it is all about. */
const TOPIC = 0.6;
/** How many of the first sentences say what a source is about. */
const LEAD = 3;

export function queryOf(index: CaseIndex, text: string, published?: string): Query {
  const words = wordsOf(text)
    .filter(({ kind }) => kind !== "stop")
    .map((word) => ({ ...word, weight: index.weightOf(word), rarity: index.rarityOf(word) }));
  return { words, values: readValues(text, 0, published), gist: index.gistOf(words) };
}

export function meet(index: CaseIndex, words: readonly IndexedWord[]): Met {
  const met: Met = new Map();
  words.forEach((word, position) => {
    for (const { term, likeness } of index.neighboursOf(word)) {
      for (const passage of term.postings) {
        let row = met.get(passage);
        if (row === undefined) met.set(passage, (row = new Float32Array(words.length)));
        if (likeness > (row[position] ?? 0)) row[position] = likeness;
      }
    }
  });
  return met;
}

export interface PassageRow {
  passage: IndexedPassage;
  row: Float64Array;
  near: Float32Array;
}

/** Features of all the passages of one source. */
export function passageFeatures(index: CaseIndex, query: Query, met: Met, source: number): PassageRow[] {
  const first = index.bounds[source] ?? 0;
  const last = index.bounds[source + 1] ?? first;
  const topic = new Float32Array(query.words.length);
  for (let i = first; i < Math.min(first + LEAD, last); i++) {
    met.get(i)?.forEach((value, k) => (topic[k] = Math.max(topic[k] ?? 0, value * TOPIC)));
  }
  // One buffer each for all of them: tens of thousands of small ones weigh more than what they hold, and outside the heap.
  const rows = new Float64Array((last - first) * PASSAGE_FEATURES.length);
  const nears = new Float32Array((last - first) * query.words.length);
  const part = <T extends Float32Array | Float64Array>(of: T, at: number, size: number) => of.subarray(at * size, (at + 1) * size) as T;
  const found = index.passages.slice(first, last).map((passage, at): PassageRow => {
    const one = { passage, row: part(rows, at, PASSAGE_FEATURES.length), near: part(nears, at, query.words.length) };
    fillRow(index, query, met, topic, one, first, last);
    return one;
  });
  const share = (from: keyof typeof column, to: keyof typeof column) => {
    const most = Math.max(1e-6, ...found.map(({ row }) => row[column[from]] ?? 0));
    for (const { row } of found) row[column[to]] = (row[column[from]] ?? 0) / most;
  };
  share("own", "ownShare");
  share("near", "nearShare");
  share("nearRare", "rareShare");
  share("gist", "gistShare");
  share("values", "valueShare");
  return found;
}

function fillRow(
  index: CaseIndex,
  query: Query,
  met: Met,
  topic: Float32Array,
  { passage, row, near: nears }: PassageRow,
  first: number,
  last: number,
): void {
  const { words } = query;
  const own = met.get(passage.index);
  const set = (name: keyof typeof column, value: number) => (row[column[name]] = value);
  let total = 0;
  let totalRare = 0;
  let rarest = 0;
  let rarestMet = 0;
  const sums = { own: 0, ownRare: 0, near: 0, nearRare: 0, topic: 0, names: 0, nameTotal: 0, plain: 0, plainNear: 0, plainTotal: 0, numbers: 0, numberTotal: 0 };
  const answers = passage.index > first && passage.afterQuestion;
  let run = 0;
  let runs = 0;
  const around = BACK.map((_, back) => (back > 0 && passage.index - back >= first ? met.get(passage.index - back) : undefined));
  const next = passage.index + 1 < last ? met.get(passage.index + 1) : undefined;
  words.forEach(({ weight, rarity, kind }, k) => {
    const here = own?.[k] ?? 0;
    let near = here;
    for (let back = 1; back < BACK.length; back++) {
      const before = around[back];
      if (before !== undefined) near = Math.max(near, (before[k] ?? 0) * (BACK[back] ?? 0));
    }
    if (answers) near = Math.max(near, (around[1]?.[k] ?? 0) * ANSWER);
    if (next !== undefined) near = Math.max(near, (next[k] ?? 0) * NEXT);
    nears[k] = near;
    const rare = weight * rarity;
    total += weight;
    totalRare += rare;
    sums.own += weight * here;
    sums.ownRare += rare * here;
    sums.near += weight * near;
    sums.nearRare += rare * near;
    sums.topic += rare * Math.max(near, topic[k] ?? 0);
    if (rare > rarest) {
      rarest = rare;
      rarestMet = here;
    }
    if (kind === "name") {
      sums.names += weight * here;
      sums.nameTotal += weight;
    }
    if (kind === "plain") {
      sums.plain += rare * here;
      sums.plainNear += rare * near;
      sums.plainTotal += rare;
    }
    if (kind === "number") {
      sums.numbers += here;
      sums.numberTotal += 1;
    }
    run = here > 0.6 ? run + 1 : 0;
    if (run > 1) runs += 1;
  });
  set("own", sums.own / (total || 1));
  set("ownRare", sums.ownRare / (totalRare || 1));
  set("near", sums.near / (total || 1));
  set("nearRare", sums.nearRare / (totalRare || 1));
  set("nearTopic", sums.topic / (totalRare || 1));
  set("rarest", rarestMet);
  set("names", sums.nameTotal > 0 ? sums.names / sums.nameTotal : 0.5);
  set("plainOwn", sums.plainTotal > 0 ? sums.plain / sums.plainTotal : 0.5);
  set("plainNear", sums.plainTotal > 0 ? sums.plainNear / sums.plainTotal : 0.5);
  set("numbers", sums.numberTotal > 0 ? sums.numbers / sums.numberTotal : 0.5);
  set("hasNumbers", sums.numberTotal > 0 ? 1 : 0);
  const nearness = query.values.map((value) => Math.max(0, ...passage.values.map((other) => valueNearness(value, other, index.rates))));
  set("values", nearness.length > 0 ? nearness.reduce((a, b) => a + b, 0) / nearness.length : 0.5);
  set("sameValue", nearness.length > 0 ? Math.max(...nearness) : 0.5);
  set("hasValues", passage.values.length);
  let gist = 0;
  for (let i = 0; i < query.gist.length; i++) gist += (query.gist[i] ?? 0) * (passage.gist[i] ?? 0);
  set("gist", gist);
  const content = contentOf(passage);
  set("reverse", content > 0 ? Math.min(1, (own?.reduce((a, b) => a + b, 0) ?? 0) / content) : 0);
  set("runs", runs / Math.max(1, words.length));
  set("length", content);
  set("heading", passage.kind === "heading" ? 1 : 0);
  set("speaker", passage.kind === "speaker" ? 1 : 0);
  set("question", passage.isQuestion ? 1 : 0);
  set("dateline", passage.dateline ? 1 : 0);
  set("position", (passage.index - first) / Math.max(1, last - first));
}

const contents = new WeakMap<IndexedPassage, number>();

/** How many of its words say something. */
function contentOf(passage: IndexedPassage): number {
  let known = contents.get(passage);
  if (known === undefined) contents.set(passage, (known = passage.words.filter(({ kind }) => kind !== "stop").length));
  return known;
}

/** How well the passages of a source meet what the best passages of the other sources say besides the claim's own words. */
export function addPivot(rows: readonly { passage: IndexedPassage; row: Float64Array }[], pivot: Query, met: Met): void {
  const total = pivot.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let most = 1e-6;
  for (const { passage, row } of rows) {
    const own = met.get(passage.index);
    const value = own === undefined ? 0 : pivot.words.reduce((sum, { weight }, k) => sum + weight * (own[k] ?? 0), 0) / total;
    row[column.pivot] = value;
    most = Math.max(most, value);
  }
  for (const { row } of rows) row[column.pivotShare] = (row[column.pivot] ?? 0) / most;
}

/** How the claim stands among the case's claims: its score with each passage beside the best that another claim has there. */
export function addCrowd(rows: readonly PassageRow[], rival: (passage: number) => number): void {
  let most = 1e-6;
  for (const { passage, row } of rows) {
    const value = Math.min(3, plainScore(row) / Math.max(0.1, rival(passage.index)));
    row[column.crowd] = value;
    most = Math.max(most, value);
  }
  for (const { row } of rows) row[column.crowdShare] = (row[column.crowd] ?? 0) / most;
}

/** The score that passages are ranked by where nothing was fitted: constants chosen by sense. */
export function plainScore(row: Float64Array): number {
  const met = 0.5 * (row[column.near] ?? 0) + 0.3 * (row[column.nearRare] ?? 0) + 0.1 * (row[column.values] ?? 0) + 0.1 * (row[column.gist] ?? 0);
  return met * (row[column.dateline] === 1 ? 0.5 : 1) * (row[column.question] === 1 ? 0.85 : 1);
}

import type { AlignedPassage, AssistClaim } from "../suggestion.ts";
import { rankScore } from "./ranker.ts";
import type { Ranker } from "./ranker.ts";
import type { CaseIndex, IndexedPassage } from "./case-index.ts";
import { rivalsOf } from "./crowd.ts";
import type { Rivals } from "./crowd.ts";
import { Met } from "./met.ts";
import type { PassageRow, SourceRows } from "./passage-features.ts";
import { PASSAGE_FEATURES, addCrowd, addPivot, blendOf, passageAt, passageFeatures, plainScore, plainScoreOf } from "./passage-features.ts";
import { queryOf } from "./query.ts";
import type { Query } from "./query.ts";

/** How many passages of a source are shown. */
export const SHOWN = 3;

/** The claim against one sentence. */
export interface Match extends PassageRow {
  score: number;
}

export interface Alignment {
  query: Query;
  met: Met;
  /** Of each source of the case, best first; all of them or those that matter for what is shown. */
  matches: Match[][];
  rivals: Rivals;
}

export function alignWords(index: CaseIndex, claim: AssistClaim, ranker: Ranker | null = null, wanted: "all" | "shown" = "all"): Alignment {
  const query = queryOf(index, claim.text);
  const met = new Met(index, query.words);
  const rows = Array.from(index.sources, (_, source) => passageFeatures(index, query, met, source));
  pivotRows(index, query, rows);
  const rivals = rivalsOf(index, claim, query);
  const matches = Array.from(rows, (found) => {
    addCrowd(found, rivals.best);
    const scores = Float64Array.from({ length: found.last - found.first }, (_, at) => scoreOf(found, at, ranker));
    const ranked = Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    const kept = wanted === "all" ? ranked : shownOf(index, found, ranked);
    return Array.from(kept, (at): Match => ({ ...passageAt(index, query, found, at), score: scores[at] as number }));
  });
  return { query, met, matches, rivals };
}

/** Each source is also asked for what the best passage elsewhere says: another outlet's words for the same fact. */
function pivotRows(index: CaseIndex, query: Query, rows: readonly SourceRows[]): void {
  const known = new Set(query.words.map(({ term }) => term));
  const best = rows.map((found) => {
    let top = { score: 0, passage: null as IndexedPassage | null };
    for (let at = found.first; at < found.last; at++) {
      const score = blendOf(found, at - found.first);
      const passage = score > top.score ? index.passages[at] : undefined;
      if (passage !== undefined && passage.kind !== "speaker") top = { score, passage };
    }
    return top;
  });
  const ranked = [...best.entries()].filter(([, { passage }]) => passage !== null).toSorted((a, b) => b[1].score - a[1].score);
  const queries = new Map<number, { pivot: Query; met: Met }>();
  for (const [source, found] of rows.entries()) {
    const from = ranked.find(([other]) => other !== source)?.[0];
    if (from === undefined) continue;
    let asked = queries.get(from);
    if (asked === undefined) {
      const words = (best[from]?.passage?.words ?? [])
        .filter(({ kind, term }) => kind !== "stop" && !known.has(term))
        .map((word) => ({ ...word, weight: index.weightOf(word), rarity: 1 }));
      asked = { pivot: { words, values: [], gist: new Float32Array(0) }, met: new Met(index, words) };
      queries.set(from, asked);
    }
    addPivot(found, asked.pivot, asked.met);
  }
}

const scoreOf = (rows: SourceRows, at: number, ranker: Ranker | null): number =>
  ranker === null ? plainScoreOf(rows, at) : rankScore(ranker, rows.features, at * PASSAGE_FEATURES.length);

/** Of a ranking, all that `shownMatches` may choose and a cell is judged by: a case has a hundred times as many sentences. */
function shownOf(index: CaseIndex, rows: SourceRows, ranked: readonly number[]): number[] {
  const spoken = ranked.filter((at) => index.passages[rows.first + at]?.kind !== "speaker");
  let best = -1;
  for (const at of spoken.slice(SHOWN - 1)) if (best < 0 || plainScoreOf(rows, at) > plainScoreOf(rows, best)) best = at;
  const first = spoken.slice(0, SHOWN);
  return best < 0 || first.includes(best) ? first : [...first, best];
}

/** The passages that are shown: the first two of the ranking, and the best by plain matching, lest the weights miss it. */
export function shownMatches(found: readonly Match[]): Match[] {
  const spoken = found.filter(({ passage }) => passage.kind !== "speaker");
  const shown = spoken.slice(0, SHOWN - 1);
  let best: Match | null = null;
  for (const match of spoken.slice(SHOWN - 1)) if (best === null || plainScore(match.row) > plainScore(best.row)) best = match;
  return best === null ? shown : [...shown, best];
}

/** The words of a passage that stand for one of the claim's. */
export function matchedWords(index: CaseIndex, query: Query, passage: IndexedPassage): { start: number; end: number }[] {
  const terms = (query.standIns ??= new Set(query.words.flatMap((word) => index.neighboursOf(word).map(({ term }) => term.term))));
  return passage.words.filter(({ kind, term }) => kind !== "stop" && terms.has(term)).map(({ start, end }) => ({ start, end }));
}

/** The best passages of each source of the case for a claim, at most three each, best first. */
export function alignClaim(index: CaseIndex, claim: AssistClaim): AlignedPassage[][] {
  const { query, matches } = alignWords(index, claim);
  return matches.map((found, source) =>
    shownMatches(found).map((match) => shownPassage(index, query, match, source)),
  );
}

export function shownPassage(index: CaseIndex, query: Query, { passage, row }: Match, source: number): AlignedPassage {
  const { text } = index.sources[source] ?? { text: "" };
  const { start, end } = passage;
  return {
    start,
    end,
    exact: text.slice(start, end),
    score: Math.max(0, Math.min(1, plainScore(row))),
    matched: matchedWords(index, query, passage).map((word) => ({ ...word, exact: text.slice(word.start, word.end) })),
  };
}

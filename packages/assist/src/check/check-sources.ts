import { CaseIndex } from "../align/case-index.ts";
import { queryOf } from "../align/query.ts";
import { isAttributed } from "../attribution/is-attributed.ts";
import { claimTypeOf } from "../claims/claim-type.ts";
import { suggestClaims } from "../claims/suggest-claims.ts";
import { compareRead } from "../differences/compare-clauses.ts";
import type { ReadCell, ReadClaim } from "../differences/claim-evidence.ts";
import { claimsAbout } from "../differences/claims-about.ts";
import { findDifferences } from "../differences/find-differences.ts";
import { mayBeOne } from "../differences/same-claim.ts";
import { findSelfContradictions } from "../differences/self-contradictions.ts";
import { independenceOf } from "../independence/independence-of.ts";
import { judgeCells } from "../judge/judge-claim.ts";
import { CaseReading } from "../judge/reading.ts";
import { pairQuotes } from "../quotes/pair-quotes.ts";
import type { ReadText } from "../segment/read-text.ts";
import type { Span } from "../segment/sentences.ts";
import type { AssistClaim, AssistReport, AssistSource, Attribution, CellSuggestion, CheckedClaim, ClaimSuggestion, SourceDifference } from "../suggestion.ts";
import type { Value } from "../values/value.ts";
import { loadVectors } from "../vectors/load-vectors.ts";
import { Breath } from "./breath.ts";
import { chooseClaims } from "./choose-claims.ts";
import type { ChosenClaim } from "./choose-claims.ts";
import { inDoubt } from "./in-doubt.ts";
import { likelyPairs, weighClaim } from "./claim-likeness.ts";
import { omissionsOf } from "./omissions-of.ts";
import { inOwnWords } from "./own-words.ts";
import { splitClaim } from "./split-claim.ts";

export interface CheckOptions {
  signal?: AbortSignal | undefined;
  /** 0 to 1, ever larger. */
  onProgress?: ((done: number) => void) | undefined;
  /** How many claims are made a row of their own when none are given. */
  mostClaims?: number;
}

/** What is found in one source by itself. */
export interface CheckedSource {
  source: string;
  /** The most checkable first. */
  claims: ClaimSuggestion[];
  attributions: Attribution[];
}

export interface SourceCheck extends AssistReport {
  sources: CheckedSource[];
}

export const MOST_CLAIMS = 25;
/** Most suggestions that are kept of one source; a reader dismisses dozens, not thousands. */
const MOST_SUGGESTED = 200;
/** The surest come first; beyond so many nobody reads on. */
const MOST_DIFFERENCES = 2000;
/** Two claims that are this alike should be one. */
const MERGE = 0.6;

/**
 * Reads the sources, takes the claims that are given or suggests them, and says for each claim what each source seems
 * to say. Lets others run every few milliseconds; nothing but texts and claims goes in (B1), and the same ones always
 * give the same answer.
 */
export async function checkSources(
  sources: readonly AssistSource[],
  claims?: readonly AssistClaim[],
  { signal, onProgress, mostClaims = MOST_CLAIMS }: CheckOptions = {},
): Promise<SourceCheck> {
  const breath = new Breath(signal, onProgress);
  await breath.at(0);
  const index = new CaseIndex(sources, loadVectors(), claims ?? []);
  const reading = new CaseReading(index);
  breath.part(0.15, 0.3);
  const read: CheckedSource[] = [];
  for (const [at, { id, published }] of sources.entries()) {
    const heard = reading.heard(at);
    read.push({ source: id, claims: suggestClaims(id, heard, { published, limit: MOST_SUGGESTED, values: (span) => valuesAt(reading, at, span) }), attributions: heard.attributions });
    await breath.at(at / sources.length);
  }
  const asked: readonly (AssistClaim | ChosenClaim)[] = claims ?? chooseClaims(index, read.map((one) => one.claims), mostClaims);
  breath.part(0.3, 0.8);
  const checked: CheckedClaim[] = [];
  const judged: ReadClaim[] = [];
  for (const [at, claim] of asked.entries()) {
    const { shown, read: cells } = checkClaim(reading, claim);
    checked.push(shown);
    judged.push({ id: claim.id, text: claim.text, cells });
    await breath.at(at / asked.length);
  }
  breath.part(0.8, 1);
  const quotes = pairQuotes(sources.map(({ id }, at) => ({ id, read: index.reads[at] as ReadText })));
  await breath.at(0.2);
  const aboutOf = claimsAbout(reading, judged);
  const differences = findDifferences(reading, quotes, judged)
    .slice(0, MOST_DIFFERENCES)
    .map((one): SourceDifference => {
      const { type, compatible, a, b, why } = one;
      return { type, compatible, a, b, why, about: aboutOf(one) };
    });
  await breath.at(0.6);
  const { groups, shared } = independenceOf(sources, signal);
  await breath.at(0.9);
  const weighed = asked.map(({ text }) => weighClaim(index, text));
  const report: SourceCheck = {
    sources: read,
    languages: sources.map(({ id }, at) => ({ source: id, ...(index.reads[at] as ReadText).language })),
    claims: asked.map((claim, at) => withDoubt(reading, claim, checked[at] as CheckedClaim, differences)),
    differences,
    quotes,
    independence: groups,
    shared,
    merges: likelyPairs(weighed, MERGE).flatMap(({ a, b, likeness }) => {
      const pair: [AssistClaim, AssistClaim] = [asked[a] as AssistClaim, asked[b] as AssistClaim];
      return canBeOne(reading, ...pair) ? [{ claims: [pair[0].id, pair[1].id], score: Number(likeness.toFixed(3)) }] : [];
    }),
    splits: asked.flatMap((claim) => splitClaim(claim) ?? []),
    contradictions: findSelfContradictions(reading),
    omissions: omissionsOf(sources.map(({ id }) => id), checked),
  };
  breath.end();
  return report;
}

function withDoubt(reading: CaseReading, claim: AssistClaim, one: CheckedClaim, differences: readonly SourceDifference[]): CheckedClaim {
  const about = differences.filter((difference) => difference.about.includes(claim.id));
  return about.length === 0 ? one : { ...one, cells: one.cells.map((cell) => inDoubt(reading, claim, cell, about)) };
}

/** The values of a stretch of a source, from the sentence that was read already. */
function valuesAt(reading: CaseReading, source: number, { start, end }: Span): Value[] {
  const passage = reading.index.passageAt(source, start);
  if (passage === undefined || passage.end < end) return [];
  return reading.sentence(passage).values.filter((value) => value.start >= start && value.end <= end);
}

/** "Postponed" and "cancelled", "on Monday" and "on Friday", what is and what is said to be: however alike, they stay two. */
function canBeOne(reading: CaseReading, a: AssistClaim, b: AssistClaim): boolean {
  const [one, other] = [reading.claim(a), reading.claim(b)];
  return mayBeOne(one, other) && compareRead(one, other, reading.context).every(({ compatible }) => compatible);
}

/** The cells of a claim as they are shown, and as likely as they are. */
function checkClaim(reading: CaseReading, claim: AssistClaim | ChosenClaim): { shown: CheckedClaim; read: ReadCell[] } {
  const { id, text, type = claimTypeOf(text, undefined, queryOf(reading.index, text).values) } = claim;
  const judged = judgeCells(reading, { id, text, type });
  const from = "from" in claim ? claim.from : null;
  const cells = judged.map(({ cell }, at) =>
    from !== null && cell.source === from.sourceId ? inOwnWords(cell, from, isAttributed(reading.heard(at), from)) : cell,
  );
  const read = judged.map(({ judgement: { present, disputed } }, at): ReadCell => {
    const { source, passages } = cells[at] as CellSuggestion;
    return source === from?.sourceId ? { source, passages, present: 1, disputed: 0 } : { source, passages, present, disputed };
  });
  return { shown: { id, text, type, cells }, read };
}

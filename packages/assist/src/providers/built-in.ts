import type { AlignedPassage, AssistClaim, AssistReport, AssistSource, CellSuggestion, ClaimSuggestion } from "../suggestion.ts";
import type { AssistProvider, ProviderIdentity, ReadRequest, Reading, ReadingOptions } from "./provider.ts";

/** Goes up whenever the same texts may be read otherwise: what was kept of earlier readings is then no longer shown. */
export const BUILT_IN: ProviderIdentity = { provider: "built-in", version: "1" };

/** Reads on this machine, by rule and by count; the same texts always give the same suggestions. */
export const builtInProvider: AssistProvider = { identity: BUILT_IN, read };

async function read(request: ReadRequest, { signal, onProgress }: ReadingOptions = {}): Promise<Reading> {
  const claims: AssistReport["claims"] = [];
  for (const [index, claim] of request.claims.entries()) {
    signal?.throwIfAborted();
    claims.push({ ...claim, type: claim.type ?? "event", cells: request.sources.map((source) => cellOf(claim, source)) });
    onProgress?.((index + 1) / (request.claims.length + 1));
  }
  const sources = request.sources.map((source) => ({ source: source.id, claims: claimsOf(source), attributions: [] }));
  onProgress?.(1);
  return {
    identity: BUILT_IN,
    sources,
    notices: [],
    report: {
      languages: request.sources.map(({ id }) => ({ source: id, language: "en", handled: true })),
      claims,
      differences: [],
      quotes: [],
      independence: [],
      shared: [],
      merges: [],
      splits: [],
      contradictions: [],
      omissions: [],
    },
  };
}

function sentencesOf(text: string): { start: number; end: number; exact: string }[] {
  return [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)].flatMap(({ segment, index }) => {
    const exact = segment.trim();
    const start = index + segment.indexOf(exact);
    return exact === "" ? [] : [{ start, end: start + exact.length, exact }];
  });
}

function claimsOf(source: AssistSource): ClaimSuggestion[] {
  return sentencesOf(source.text)
    .filter(({ exact }) => /[.!?”"]$/.test(exact))
    .map((sentence) => ({
      ...sentence,
      sourceId: source.id,
      text: sentence.exact,
      type: /\d/.test(sentence.exact) ? ("number" as const) : ("event" as const),
      claimant: "",
      score: /\d/.test(sentence.exact) ? 0.8 : 0.4,
    }))
    .toSorted((a, b) => b.score - a.score || a.start - b.start);
}

function wordsOf(text: string, offset: number): { start: number; end: number; exact: string }[] {
  return [...text.matchAll(/[\p{L}\p{N}]{3,}/gu)].map((match) => {
    return { start: offset + match.index, end: offset + match.index + match[0].length, exact: match[0] };
  });
}

function cellOf(claim: AssistClaim, source: AssistSource): CellSuggestion {
  const wanted = new Set(wordsOf(claim.text, 0).map(({ exact }) => exact.toLowerCase()));
  const passages: AlignedPassage[] = sentencesOf(source.text)
    .map((sentence) => {
      const matched = wordsOf(sentence.exact, sentence.start).filter(({ exact }) => wanted.has(exact.toLowerCase()));
      return { ...sentence, matched, score: matched.length / Math.max(1, wanted.size) };
    })
    .toSorted((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, 3);
  const best = passages[0]?.score ?? 0;
  return {
    source: source.id,
    suggestion: best >= 0.5 ? "verified" : "missing",
    score: best >= 0.5 ? best : 1 - best,
    attributed: false,
    silence: best >= 0.5 ? "no" : best > 0.25 ? "unsure" : "likely",
    passages,
    differences: [],
    terms: [...wanted].slice(0, 5),
  };
}

import { alignWords, shownMatches, shownPassage } from "../align/align-claim.ts";
import type { Alignment, Match } from "../align/align-claim.ts";
import { blend } from "../align/passage-features.ts";
import { isAttributed } from "../attribution/is-attributed.ts";
import type { AssistClaim, CellSuggestion, SilenceLevel } from "../suggestion.ts";
import { cellFeatures } from "./cell-features.ts";
import { fittedJudge } from "./fitted-judge.ts";
import { judge } from "./judge-model.ts";
import type { JudgeModel, Judgement } from "./judge-model.ts";
import type { CaseReading } from "./reading.ts";

const TERMS = 8;
const LEAST_MET = 0.12;
const SILENT: Judgement = { suggestion: "missing", present: 0.05, disputed: 0 };

/** Every cell of one claim, in the order of the case's sources. */
export function judgeClaim(reading: CaseReading, claim: AssistClaim, model: JudgeModel = fittedJudge()): CellSuggestion[] {
  return judgeCells(reading, claim, model).map(({ cell }) => cell);
}

export interface JudgedCell {
  cell: CellSuggestion;
  judgement: Judgement;
}

/** The same with what the suggestion was made of. */
export function judgeCells(reading: CaseReading, claim: AssistClaim, model: JudgeModel = fittedJudge()): JudgedCell[] {
  const { index } = reading;
  const alignment = alignWords(index, claim, model.ranker, "shown");
  const terms = searchTerms(alignment);
  return cellFeatures(reading, reading.claim(claim), alignment).map(({ row, differences, clause }, source): JudgedCell => {
    const found = shownMatches(alignment.matches[source] ?? []);
    const judgement = anythingMet(found) ? judge(model, row) : SILENT;
    const quoted = clause ?? found[0]?.passage;
    const cell: CellSuggestion = {
      source: index.sources[source]?.id ?? "",
      suggestion: judgement.suggestion,
      score: scoreOf(judgement),
      attributed: judgement.suggestion !== "missing" && quoted !== undefined && isAttributed(reading.heard(source), quoted),
      silence: silenceOf(judgement),
      passages: found.map((match) => shownPassage(index, alignment.query, match, source)),
      differences: judgement.suggestion === "missing" ? [] : differences.map(({ strength: _, ...difference }) => difference),
      terms,
    };
    return { cell, judgement };
  });
}

/** A source that shares next to nothing with the claim is silent whatever the weights make of the rest. */
function anythingMet(found: readonly Match[]): boolean {
  return found.some(({ row }) => blend(row) >= LEAST_MET);
}

/** What a person would search for: the claim's rarest words, as it prints them. */
function searchTerms({ query }: Alignment): string[] {
  const ranked = query.words.toSorted((a, b) => b.weight * b.rarity - a.weight * a.rarity).slice(0, TERMS);
  return [...new Set(ranked.toSorted((a, b) => a.start - b.start).map(({ printed }) => printed))];
}

function scoreOf({ suggestion, present, disputed }: Judgement): number {
  const score = suggestion === "missing" ? 1 - present : suggestion === "disputed" ? disputed : present * (1 - disputed);
  return Number(Math.max(0, Math.min(1, score)).toFixed(3));
}

function silenceOf({ suggestion, present }: Judgement): SilenceLevel {
  if (suggestion === "missing") return present < 0.25 ? "likely" : "unsure";
  return present < 0.65 ? "unsure" : "no";
}

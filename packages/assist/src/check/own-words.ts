import type { AlignedPassage, CellSuggestion, ClaimSuggestion } from "../suggestion.ts";

/** How sure a source is to carry a claim that is its own words: all but certain, since the words may be irony. */
const CERTAIN = 0.98;
const SHOWN = 3;

/** The cell of the source that a claim was taken from: there is nothing to judge, its own words carry it. */
export function inOwnWords(cell: CellSuggestion, { start, end, exact }: ClaimSuggestion, attributed: boolean): CellSuggestion {
  const own: AlignedPassage = { start, end, exact, score: 1, matched: [{ start, end, exact }] };
  const others = cell.passages.filter((passage) => passage.end <= start || passage.start >= end);
  return {
    ...cell,
    suggestion: "verified",
    score: CERTAIN,
    attributed,
    silence: "no",
    passages: [own, ...others].slice(0, SHOWN),
    differences: [],
  };
}

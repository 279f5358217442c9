import { sideOf } from "../differences/claims-about.ts";
import { valuePairs } from "../differences/value-differences.ts";
import type { CaseReading } from "../judge/reading.ts";
import type { AssistClaim, CellSuggestion, Difference, SourcePassage } from "../suggestion.ts";

/**
 * At most as sure as this is a reading that the case's own differences speak against. Of 40 such cells in ten events judged
 * by hand 24 were read right, which is too few to turn them round and too few to call them sure.
 */
const AT_MOST = 0.6;

/**
 * A cell that is not read as disputed, though a conflict about the claim is shown in which another source gives the
 * claim's value and this one another: with its doubt. Any other cell as it is.
 */
export function inDoubt(reading: CaseReading, claim: AssistClaim, cell: CellSuggestion, about: readonly Difference[]): CellSuggestion {
  if (cell.suggestion === "disputed" || !about.some((one) => speaksAgainst(reading, claim, cell.source, one))) return cell;
  const silence = cell.suggestion === "missing" ? "unsure" : cell.silence;
  return { ...cell, silence, score: Math.min(cell.score, AT_MOST) };
}

function speaksAgainst(reading: CaseReading, claim: AssistClaim, source: string, { compatible, a, b }: Difference): boolean {
  if (compatible || (a.source !== source && b.source !== source)) return false;
  const [mine, other] = a.source === source ? [a, b] : [b, a];
  return holds(reading, claim, mine) === false && holds(reading, claim, other) === true;
}

/** Whether the claim can hold beside the value that stands there; null where it gives none of its kind, or none stands there. */
function holds(reading: CaseReading, claim: AssistClaim, span: SourcePassage): boolean | null {
  const side = sideOf(reading, span);
  if (side === null) return null;
  const pairs = valuePairs(reading.claim(claim), side.sentence, reading.context).filter(({ b }) => b.start === span.start && b.end === span.end);
  return pairs.length === 0 ? null : pairs.some(({ relation }) => relation !== "conflict");
}

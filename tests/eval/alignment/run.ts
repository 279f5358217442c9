import { readFileSync } from "node:fs";
import { CaseIndex, alignWords, loadVectors } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import { bm25 } from "./bm25.ts";

interface WiceClaim {
  claim: string;
  supporting: number[][];
  evidence: string[];
}

/** A hit is a line that stands in any of the sets of lines which, by the data, support the claim or a part of it. */
export function runAlignment(file: string): Promise<Figure[]> {
  const claims = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as WiceClaim)
    .filter(({ supporting }) => supporting.flat().length > 0);
  const ours = claims.map((claim) => firstHit(rankLines(claim), claim));
  const baseline = claims.map((claim) => firstHit(bm25(claim.evidence, claim.claim), claim));
  return Promise.resolve([
    ...figuresOf("alignment", ours, [0.88, 0.96, 0.92]),
    ...figuresOf("alignment, BM25", baseline, null),
  ]);
}

function rankLines({ claim, evidence }: WiceClaim): number[] {
  const starts: number[] = [];
  let text = "";
  for (const line of evidence) {
    starts.push(text.length);
    text += `${line}\n\n`;
  }
  const index = new CaseIndex([{ id: "page", text }], loadVectors());
  const [found = []] = alignWords(index, { id: "claim", text: claim }).matches;
  const lines = found.map(({ passage }) => starts.findLastIndex((start) => start <= passage.start));
  return [...new Set(lines)];
}

/** Rank of the first hit, from 1; Infinity without one. */
function firstHit(ranked: readonly number[], { supporting }: WiceClaim): number {
  const gold = new Set(supporting.flat());
  const at = ranked.findIndex((line) => gold.has(line));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

function figuresOf(name: string, ranks: readonly number[], bars: readonly [number, number, number] | null): Figure[] {
  const within = (rank: number) => ranks.filter((found) => found <= rank).length / ranks.length;
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  return [
    { figure: `${name}: recall@1 (${ranks.length} claims)`, value: within(1) },
    { figure: `${name}: recall@3`, value: within(3) },
    { figure: `${name}: MRR`, value: reciprocal },
  ].map(({ figure, value }, i) => {
    const bar = bars?.[i];
    return { figure, value, unit: "", bar: bar === undefined ? "" : `≥ ${bar}`, holds: bar === undefined ? null : value >= bar };
  });
}

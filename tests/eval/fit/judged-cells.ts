import { CaseIndex, CaseReading, alignWords, cellFeatures, loadVectors } from "@assay/assist";
import type { Bundle, GoldCell } from "../bundles/read-bundles.ts";

/** A cell with its gold and what there is to judge it by. */
export interface JudgedCell {
  bundle: string;
  claim: string;
  gold: GoldCell;
  row: Float64Array;
  /** The passages that are shown, best first. */
  passages: { start: number; end: number }[];
}

export function judgedCells({ name, sources, claims, gold }: Bundle): JudgedCell[] {
  const index = new CaseIndex(sources, loadVectors(), claims);
  const reading = new CaseReading(index);
  return gold.claims.flatMap(({ id, claim: text, sources: cells }) => {
    const claim = { id, text };
    const alignment = alignWords(index, claim);
    const rows = cellFeatures(reading, reading.claim(claim), alignment);
    return cells.flatMap((cell) => {
      const source = sources.findIndex((one) => one.id === cell.source);
      const row = rows[source]?.row;
      if (row === undefined) return [];
      const found = (alignment.matches[source] ?? []).filter(({ passage }) => passage.kind !== "speaker");
      return [{ bundle: name, claim: id, gold: cell, row, passages: found.slice(0, 3).map(({ passage: { start, end } }) => ({ start, end })) }];
    });
  });
}

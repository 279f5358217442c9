import { CaseIndex, CaseReading, alignWords, cellFeatures, loadVectors, shownMatches } from "@assay/assist";
import type { Ranker } from "@assay/assist";
import type { Bundle, GoldCell } from "../bundles/read-bundles.ts";
import { overlaps } from "../overlap.ts";
import { fitRanker } from "./fit-ranker.ts";
import type { RankedPassages } from "./fit-ranker.ts";
import { partsOf } from "./parts.ts";

/** A cell with its gold and what there is to judge it by. */
export interface JudgedCell {
  bundle: string;
  claim: string;
  gold: GoldCell;
  row: Float64Array;
  /** The passages that are shown, best first. */
  passages: { start: number; end: number }[];
}

/**
 * The cells of every bundle, and the ranker fitted on all of them. A bundle's own passages are ranked by weights that were
 * fitted without its part, so that a cell's features are what a new event would have.
 */
export function judgedCells(bundles: readonly Bundle[]): { cells: JudgedCell[]; ranker: Ranker } {
  const readings = bundles.map(readingOf);
  const groups = bundles.flatMap((bundle, b) => rankedPassages(bundle, readings[b] as CaseReading));
  const parts = partsOf(bundles);
  const rankers = new Map(
    [...new Set(parts.values())].map((part) => {
      const others = groups.filter((group) => parts.get(group.bundle) !== part);
      return [part, fitRanker(others.length > 0 ? others : groups)];
    }),
  );
  const cells = bundles.flatMap((bundle, b) => cellsOf(bundle, readings[b] as CaseReading, rankers.get(parts.get(bundle.name) ?? 0) as Ranker));
  return { cells, ranker: fitRanker(groups) };
}

/** The cells of bundles that the shipped weights never saw, with the features that the product gives them. */
export function shippedCells(bundles: readonly Bundle[], ranker: Ranker): JudgedCell[] {
  return bundles.flatMap((bundle) => cellsOf(bundle, readingOf(bundle), ranker));
}

const readingOf = ({ sources, claims }: Bundle): CaseReading => new CaseReading(new CaseIndex(sources, loadVectors(), claims));

function rankedPassages({ name, sources, gold }: Bundle, { index }: CaseReading): RankedPassages[] {
  return gold.claims.flatMap(({ id, claim, sources: cells }) => {
    const { matches } = alignWords(index, { id, text: claim });
    return cells.flatMap(({ source, start, end }) => {
      if (start === null || end === null) return [];
      const found = matches[sources.findIndex((one) => one.id === source)] ?? [];
      return [{ bundle: name, rows: found.map(({ row }) => row), gold: found.map(({ passage }) => overlaps(passage, { start, end })) }];
    });
  });
}

function cellsOf({ name, sources, gold }: Bundle, reading: CaseReading, ranker: Ranker): JudgedCell[] {
  return gold.claims.flatMap(({ id, claim: text, sources: cells }) => {
    const claim = { id, text };
    const alignment = alignWords(reading.index, claim, ranker);
    const rows = cellFeatures(reading, reading.claim(claim), alignment);
    return cells.flatMap((cell) => {
      const source = sources.findIndex((one) => one.id === cell.source);
      const row = rows[source]?.row;
      if (row === undefined) return [];
      const found = shownMatches(alignment.matches[source] ?? []);
      return [{ bundle: name, claim: id, gold: cell, row, passages: found.map(({ passage: { start, end } }) => ({ start, end })) }];
    });
  });
}

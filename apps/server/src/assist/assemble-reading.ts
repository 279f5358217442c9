import { BUILT_IN, cellName } from "@assay/assist";
import type { CellSuggestion, Difference, Reading, SourcePassage } from "@assay/assist";
import type { CaseReading, CellOutline, ReadCell, SourceSuggestions } from "./case-suggestions.ts";
import type { ReadingTask, TaskSource } from "./reading-task.ts";
import { knownClaimFinder } from "./known-claims.ts";
import { SuggestionKeys } from "./suggestion-keys.ts";

/** Names under which sources and claims are read: places, so that equal cases are read alike, whatever their ids. */
export const sourceName = (index: number) => `s${index + 1}`;
export const claimName = (index: number) => `c${index + 1}`;

/** More than anybody reads; sources that repeat each other all through would give tens of thousands. */
const MOST_LISTED = 500;
/** Of one source. */
const MOST_SUGGESTED = 100;

export interface AssembledReading {
  reading: CaseReading;
  cells: Map<string, ReadCell[]>;
}

/** A reading by the ids of the case, each suggestion with its key. */
export function assembleReading(task: ReadingTask, read: Reading): AssembledReading {
  const sources = new Map(task.sources.map((source, index) => [sourceName(index), source]));
  const claims = new Map(task.claims.map((claim, index) => [claimName(index), claim]));
  const idOf = (name: string) => sources.get(name)?.id ?? claims.get(name)?.id ?? name;
  const keys = new SuggestionKeys();
  const { report, byModel } = read;
  const isByModel = (part: "sources" | "cells", name: string) => byModel?.[part].has(name) === true;

  const place = <Side extends SourcePassage>(side: Side): Side => ({ ...side, source: idOf(side.source) });
  const sides = <Pair extends { a: SourcePassage; b: SourcePassage }>(pair: Pair): Pair => {
    return { ...pair, a: place(pair.a), b: place(pair.b) };
  };
  const cut: string[] = [];
  const most = <One>(list: readonly One[], what: string): readonly One[] => {
    if (list.length <= MOST_LISTED) return list;
    cut.push(`Only the first ${MOST_LISTED} of ${list.length.toLocaleString("en")} ${what} are listed.`);
    return list.slice(0, MOST_LISTED);
  };
  const said = ({ a, b }: { a: SourcePassage; b: SourcePassage }) => [a.source, a.exact, b.source, b.exact];
  const difference = (one: Difference): Difference => sides(one);

  const cells = new Map<string, ReadCell[]>();
  for (const claim of report.claims) {
    const known = claims.get(claim.id);
    if (known === undefined) continue;
    const list = claim.cells.flatMap((cell): ReadCell[] => {
      const source = sources.get(cell.source);
      return source === undefined ? [] : [readCell(cell, source)];
    });
    cells.set(known.id, list);
    function readCell(cell: CellSuggestion, { id, revisionId }: TaskSource): ReadCell {
      const { id: claimId, version: claimVersion, text } = known ?? { id: "", version: 0, text: "" };
      const key = keys.of("cell", claimId, text, id, cell.suggestion);
      const differences = cell.differences.map(difference);
      const identity = isByModel("cells", cellName(claim.id, cell.source)) ? read.identity : BUILT_IN;
      return { ...cell, source: id, differences, key, claimId, claimVersion, revisionId, identity };
    }
  }

  const differences = most(report.differences, "differences");
  const knownClaims = knownClaimFinder(report.claims);
  const quotes = most(report.quotes, "pairs of quotations");
  const shared = most(report.shared, "passages that sources share");
  const reading: CaseReading = {
    identity: read.identity,
    notices: [...read.notices, ...cut],
    sources: read.sources.flatMap(({ source: name, claims: suggested, attributions }): SourceSuggestions[] => {
      const source = sources.get(name);
      if (source === undefined) return [];
      const made = suggested.slice(0, MOST_SUGGESTED).map((one) => {
        const { same, alike } = knownClaims(one);
        const known = { sameAs: same === null ? null : idOf(same), alike: alike === null ? null : idOf(alike) };
        return { ...one, ...known, sourceId: source.id, key: keys.of("claim", source.id, one.exact), claimId: null };
      });
      const identity = isByModel("sources", name) ? read.identity : BUILT_IN;
      return [{ sourceId: source.id, revisionId: source.revisionId, identity, claims: made, attributions }];
    }),
    report: {
      languages: report.languages.map((one) => ({ ...one, source: idOf(one.source) })),
      claims: task.claims.map(({ id, version }) => ({ id, version, cells: (cells.get(id) ?? []).map(outlineOf) })),
      differences: differences.map(sides).map((one) => {
        return { ...one, about: one.about.map(idOf), key: keys.of("difference", one.type, ...said(one)) };
      }),
      quotes: quotes.map(sides).map((one) => ({ ...one, key: keys.of("quote", one.relation, ...said(one)) })),
      independence: report.independence.map((names) => {
        const sourceIds = names.map(idOf);
        return { sourceIds, key: keys.of("independence", ...sourceIds.toSorted()) };
      }),
      shared: shared.map(sides).map((one) => ({ ...one, key: keys.of("independence", "shared", ...said(one)) })),
      merges: report.merges.map((one) => {
        const [a, b] = [idOf(one.claims[0]), idOf(one.claims[1])];
        return { ...one, claims: [a, b], key: keys.of("merge", ...wordings(one.claims), ...[a, b].toSorted()) };
      }),
      splits: report.splits.map((one) => {
        const claim = idOf(one.claim);
        return { ...one, claim, key: keys.of("split", claim, ...wordings([one.claim])) };
      }),
      contradictions: report.contradictions.map((one) => {
        const found = difference(one.difference);
        return { source: idOf(one.source), difference: found, key: keys.of("contradiction", ...said(found)) };
      }),
      omissions: report.omissions.map((one) => {
        return { ...one, source: idOf(one.source), omitted: one.omitted.map(idOf) };
      }),
    },
  };
  return { reading, cells };

  function wordings(names: readonly string[]): string[] {
    return names.map((name) => claims.get(name)?.text ?? "").toSorted();
  }
}

function outlineOf({ key, source, suggestion, score, attributed, silence }: ReadCell): CellOutline {
  return { key, source, suggestion, score, attributed, silence };
}

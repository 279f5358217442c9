import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CaseIndex, CaseReading, judgeClaim, loadVectors } from "@assay/assist";
import type { AssistClaim, AssistSource, CellSuggestion } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";
import { overlaps } from "../overlap.ts";

type Status = CellSuggestion["suggestion"];

interface SeedCell {
  status: Status;
  /** What a second annotator could defend. */
  acceptable: Status[];
  quotes: { start: number; end: number; exact: string }[];
}

interface SeedsGold {
  sources: { id: string; file: string }[];
  claims: { id: string; claim: string; sources: Record<string, SeedCell> }[];
}

interface Asked {
  claim: AssistClaim;
  /** Of each source; null where the claim is that source's own wording. */
  cells: (SeedCell | null)[];
}

/**
 * Three articles of the same day, judged by hand. `file` is the gold; the articles lie in `seeds` beside its folder, or in
 * `$ASSAY_SEEDS`. A second round asks one claim at a time in a source's own words, among
 * the canonical ones.
 */
export function runSeeds(file: string): Promise<Figure[]> {
  const gold = JSON.parse(readFileSync(file, "utf8")) as SeedsGold;
  const folder = process.env.ASSAY_SEEDS ?? join(dirname(file), "..", "seeds");
  const sources = gold.sources.map(({ id, file: name }) => ({ id, text: readFileSync(join(folder, name), "utf8") }));
  const canonical = gold.claims.map(({ id, claim, sources: cells }) => ({ claim: { id, text: claim }, cells: sources.map((s) => cells[s.id] ?? null) }));
  const own = gold.claims.flatMap((claim) => sources.flatMap((source, at) => ownWords(claim, source.id, at, sources)));
  const reading = new CaseReading(
    new CaseIndex(
      sources,
      loadVectors(),
      canonical.map(({ claim }) => claim),
    ),
  );
  return Promise.resolve([...figuresOf("seeds", reading, canonical, 0.92, true), ...figuresOf("seeds, the sources' own words", reading, own, 0.85, false)]);
}

function ownWords(claim: SeedsGold["claims"][number], id: string, at: number, sources: readonly AssistSource[]): Asked[] {
  const cell = claim.sources[id];
  const [quote] = cell?.quotes ?? [];
  if (cell?.status !== "verified" || quote === undefined) return [];
  const cells = sources.map((source, other) => (other === at ? null : (claim.sources[source.id] ?? null)));
  return [{ claim: { id: `${claim.id}-${id}`, text: quote.exact }, cells }];
}

function figuresOf(name: string, reading: CaseReading, asked: readonly Asked[], bar: number, canonical: boolean): Figure[] {
  const judged = asked.flatMap(({ claim, cells }) =>
    judgeClaim(reading, claim).flatMap((said, at) => {
      const cell = cells[at];
      return cell ? [{ said, cell }] : [];
    }),
  );
  const right = share(judged, ({ said, cell }) => cell.acceptable.some((status) => (status === "missing") === (said.suggestion === "missing")));
  const figures: Figure[] = [{ figure: `${name}: present or missing (${judged.length} cells)`, value: right, unit: "", bar: `≥ ${bar}`, holds: right >= bar }];
  if (!canonical) return figures;
  const quoted = judged.filter(({ cell }) => cell.quotes.length > 0);
  const found = share(quoted, ({ said, cell }) => said.passages.some((passage) => cell.quotes.some((quote) => overlaps(passage, quote))));
  // A dispute is one that is said where it may be, or one that only it can be; the rest of the close cases count neither way.
  const both = judged.filter(({ said, cell }) => said.suggestion === "disputed" && cell.acceptable.includes("disputed")).length;
  const wrong = judged.filter(({ said, cell }) => said.suggestion === "disputed" && !cell.acceptable.includes("disputed")).length;
  const missed = judged.filter(({ said, cell }) => said.suggestion !== "disputed" && !cell.acceptable.includes(said.suggestion) && cell.acceptable.includes("disputed")).length;
  const f1 = (2 * both) / Math.max(1, 2 * both + wrong + missed);
  return [
    { figure: `${name}: passage in top three (${quoted.length})`, value: found, unit: "", bar: "≥ 0.97", holds: found >= 0.97 },
    ...figures,
    { figure: `${name}: disputed F1 (${both} right, ${wrong} wrong, ${missed} missed)`, value: f1, unit: "", bar: "≥ 0.6", holds: f1 >= 0.6 },
  ];
}

function share<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.filter(test).length / Math.max(1, all.length);
}

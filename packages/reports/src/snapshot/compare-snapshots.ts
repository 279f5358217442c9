import { stanceWord, stateWord, verdictWord } from "@assay/domain";
import type {
  ReportSnapshot,
  SnapshotCell,
  SnapshotClaim,
  SnapshotRating,
  SnapshotSource,
} from "./report-snapshot.ts";

export const DIFFERENCE_KINDS = ["report", "claim", "verdict", "rating", "tag", "source"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One thing that two releases say differently, in words. */
export interface SnapshotDifference {
  kind: DifferenceKind;
  /** "C5" where it is about a claim. */
  claimLabel: string | null;
  sourceName: string | null;
  /** What it is about: "Verdict", "Wording", "Tag". */
  what: string;
  /** Empty for something that was not there. */
  before: string;
  after: string;
}

/** What changed from one snapshot of a case to another, in the order of the report: the piece, claims, sources. */
export function compareSnapshots(earlier: ReportSnapshot, after: ReportSnapshot): SnapshotDifference[] {
  const before = earlier.case.id === after.case.id ? earlier : asCopied(earlier, after);
  const found: SnapshotDifference[] = [];
  const piece = adder(found, "report", null, null);
  piece("Title", before.title, after.title);
  piece("Summary", before.case.summary, after.case.summary);
  piece("Text of the report", proseOf(before), proseOf(after));
  adder(found, "rating", null, null)("Rating of the piece", ratingWords(before, null), ratingWords(after, null));
  for (const [one, other] of paired(before.claims, after.claims)) compareClaim(found, [before, one], [after, other]);
  for (const [one, other] of paired(before.sources, after.sources)) compareSource(found, one, other);
  return found;
}

/**
 * A copy of a case has ids of its own, and releases that were frozen with those of the original (R2). Numbers are what
 * both have: they are given once in a case and never again.
 */
function asCopied(snapshot: ReportSnapshot, copy: ReportSnapshot): ReportSnapshot {
  const of = <T extends { id: string; number: number }>(before: readonly T[], after: readonly T[]) => {
    const ids = new Map(after.map(({ number, id }) => [number, id]));
    return new Map(before.map(({ number, id }) => [id, ids.get(number) ?? id]));
  };
  const claims = of(snapshot.claims, copy.claims);
  const sources = of(snapshot.sources, copy.sources);
  const { ratings } = snapshot;
  return {
    ...snapshot,
    ...(ratings === undefined
      ? {}
      : { ratings: { ...ratings, claims: ratings.claims.map((one) => ({ ...one, claimId: claims.get(one.claimId) ?? one.claimId })) } }),
    sources: snapshot.sources.map((source) => ({ ...source, id: sources.get(source.id) ?? source.id })),
    claims: snapshot.claims.map((claim) => ({
      ...claim,
      id: claims.get(claim.id) ?? claim.id,
      cells: claim.cells.map((cell) => ({ ...cell, sourceId: sources.get(cell.sourceId) ?? cell.sourceId })),
    })),
  };
}

type Add = (what: string, before: string, after: string) => void;

function adder(
  found: SnapshotDifference[],
  kind: DifferenceKind,
  claimLabel: string | null,
  sourceName: string | null,
): Add {
  return (what, before, after) => {
    if (before !== after) found.push({ kind, claimLabel, sourceName, what, before, after });
  };
}

type Of<T> = [snapshot: ReportSnapshot, item: T | undefined];

function compareClaim(
  found: SnapshotDifference[],
  [before, one]: Of<SnapshotClaim>,
  [after, other]: Of<SnapshotClaim>,
): void {
  const label = (other ?? one)?.label ?? null;
  if (one === undefined || other === undefined) {
    const what = one === undefined ? "New claim" : "No longer in the report";
    adder(found, "claim", label, null)(what, one?.text ?? "", other?.text ?? "");
    return;
  }
  const claim = adder(found, "claim", label, null);
  claim("Wording", one.text, other.text);
  claim("Claimant", one.claimant, other.claimant);
  adder(found, "verdict", label, null)("Verdict", verdictWords(one), verdictWords(other));
  adder(found, "rating", label, null)("Rating", ratingWords(before, one.id), ratingWords(after, other.id));
  const sources = new Map([...before.sources, ...after.sources].map((source) => [source.id, source]));
  for (const id of sources.keys()) {
    const cells = [cellOf(one, id), cellOf(other, id)] as const;
    // A source that joined or left is told once, and not for each of its cells.
    if (cells[0] === undefined || cells[1] === undefined) continue;
    const tag = adder(found, "tag", label, sources.get(id)?.name ?? null);
    tag("Judgement", cellWords(cells[0]), cellWords(cells[1]));
    tag("Evidence", evidenceWords(cells[0]), evidenceWords(cells[1]));
    tag("Rationale", cells[0].tag?.rationale ?? "", cells[1].tag?.rationale ?? "");
  }
}

function compareSource(
  found: SnapshotDifference[],
  one: SnapshotSource | undefined,
  other: SnapshotSource | undefined,
): void {
  const source = adder(found, "source", null, (other ?? one)?.name ?? null);
  if (one === undefined || other === undefined) {
    source(one === undefined ? "New source" : "No longer in the report", one?.name ?? "", other?.name ?? "");
    return;
  }
  source("Name", one.name, other.name);
  source("Address", one.url, other.url);
  source("Origin", one.group, other.group);
  source("Text", revisionWords(one), revisionWords(other));
}

/** Pairs by id: first what the later one holds, in its order, then what it holds no longer. */
function paired<T extends { id: string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.map((item): [T | undefined, T | undefined] => [old.get(item.id), item]),
    ...before.filter(({ id }) => !kept.has(id)).map((item): [T | undefined, T | undefined] => [item, undefined]),
  ];
}

function cellOf(claim: SnapshotClaim, sourceId: string): SnapshotCell | undefined {
  return claim.cells.find((cell) => cell.sourceId === sourceId);
}

function cellWords({ state, stance, attributed }: SnapshotCell): string {
  const said = stance === null ? "" : `${stanceWord(stance)}${attributed ? ", attributed" : ""}`;
  if (state === "settled") return said;
  const open = state === "empty" ? "no tag" : stateWord(state);
  return said === "" ? open : `${said}, ${open}`;
}

function evidenceWords({ tag }: SnapshotCell): string {
  return tag === null ? "" : tag.evidence.map(({ exact }) => exact).join("\n");
}

function verdictWords({ verdict }: SnapshotClaim): string {
  return `${verdictWord(verdict.kind)}${verdict.override === null ? "" : ", set by hand"}`;
}

function ratingWords({ ratings }: ReportSnapshot, claimId: string | null): string {
  const rating: SnapshotRating | null | undefined =
    claimId === null ? ratings?.piece : ratings?.claims.find((one) => one.claimId === claimId);
  return rating === null || rating === undefined ? "" : `${rating.label}. ${rating.justification}`;
}

function revisionWords({ revision }: SnapshotSource): string {
  return `revision ${revision.number}, ${revision.completeness}, sha256 ${revision.sha256.slice(0, 12)}`;
}

/** The desk's own words, block by block; what live blocks show is compared as what it is. */
function proseOf({ document }: ReportSnapshot): string {
  const blocks = document?.blocks ?? [];
  return blocks.flatMap((block) => ("children" in block ? [wordsOf(block.children)] : [])).join("\n");
}

function wordsOf(children: readonly object[]): string {
  return children
    .map((child) => {
      if ("text" in child && typeof child.text === "string") return child.text;
      return "children" in child && Array.isArray(child.children) ? wordsOf(child.children as object[]) : "";
    })
    .join("");
}

import { STANCE_GLYPH, stanceWord, stateWord, verdictWord } from "@assay/domain";
import { CSV_COLUMNS } from "../csv-columns.ts";
import { openMark, signature } from "../judgement-words.ts";
import type { ReportSnapshot, SnapshotCell, SnapshotClaim, SnapshotSource, SnapshotTag } from "../snapshot/report-snapshot.ts";
import { issueLine, method, standfirst, verifySteps } from "../report-words.ts";

export type SheetValue = string | number;

export interface SheetContent {
  name: string;
  /** Heading and width in characters. */
  columns: [heading: string, width: number][];
  rows: SheetValue[][];
  /** Columns that stay in sight when the sheet is moved sideways. */
  frozen: number;
  /** False for a sheet that is read rather than sorted. */
  filtered: boolean;
}

/** Six sheets: what was found, at one glance, cell by cell, passage by passage, in which sources, and how. */
export function sheetsOf(snapshot: ReportSnapshot): SheetContent[] {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  return [
    claimsSheet(snapshot),
    matrixSheet(snapshot),
    cellsSheet(snapshot, sources),
    evidenceSheet(snapshot, sources),
    sourcesSheet(snapshot),
    methodSheet(snapshot),
  ];
}

function claimsSheet({ claims, ratings }: ReportSnapshot): SheetContent {
  const rated = new Map((ratings?.claims ?? []).map((rating) => [rating.claimId, rating]));
  return {
    name: "Claims",
    frozen: 2,
    filtered: true,
    columns: [
      ["No.", 6],
      ["Claim", 60],
      ["Type", 12],
      ["Claimant", 20],
      ["Wording", 9],
      ["Verdict", 18],
      ["Rating", 16],
      ["Justification", 40],
      ["Reason", 50],
      ["Override", 40],
      ["Verified", 10],
      ["Disputed", 10],
      ["Missing", 10],
      ["Not settled", 12],
    ],
    rows: claims.map((claim) => {
      const { override } = claim.verdict;
      const rating = rated.get(claim.id);
      const settled = (stance: string): number =>
        claim.cells.filter((cell) => cell.reviewed && cell.stance === stance).length;
      return [
        claim.label,
        claim.text,
        claim.type,
        claim.claimant,
        claim.version,
        verdictWord(claim.verdict.kind),
        rating?.label ?? "",
        rating?.justification ?? "",
        claim.verdict.reason,
        override === null ? "" : `${override.author}: ${override.reason}`,
        settled("verified"),
        settled("disputed"),
        settled("missing"),
        claim.cells.filter((cell) => !cell.reviewed).length,
      ];
    }),
  };
}

function matrixSheet({ claims, sources }: ReportSnapshot): SheetContent {
  return {
    name: "Matrix",
    frozen: 2,
    filtered: true,
    columns: [
      ["No.", 6],
      ["Claim", 60],
      ...sources.map((source): [string, number] => [`${source.number}. ${source.name}`, 16]),
      ["Verdict", 18],
    ],
    rows: claims.map((claim) => {
      const cells = new Map(claim.cells.map((cell) => [cell.sourceId, cell]));
      const words = sources.map((source) => cellWords(cells.get(source.id)));
      return [claim.label, claim.text, ...words, verdictWord(claim.verdict.kind)];
    }),
  };
}

function cellWords(cell: SnapshotCell | undefined): string {
  if (cell === undefined) return "left out";
  const mark = openMark(cell);
  const stance = cell.stance === null ? "" : `${STANCE_GLYPH[cell.stance]} ${stanceWord(cell.stance)}`;
  return [stance, cell.attributed ? "attributed" : "", mark].filter((word) => word !== "").join(", ");
}

/** The columns of the CSV export, so that both are described once. */
function cellsSheet({ claims }: ReportSnapshot, sources: ReadonlyMap<string, SnapshotSource>): SheetContent {
  const wide = /text|reason|passages|rationale|adjudication|title|url/u;
  return {
    name: "Cells",
    frozen: 1,
    filtered: true,
    columns: CSV_COLUMNS.map(({ name }) => [name, wide.test(name) ? 36 : 14]),
    rows: claims.flatMap((claim) =>
      claim.cells.flatMap((cell) => {
        const source = sources.get(cell.sourceId);
        return source === undefined ? [] : [CSV_COLUMNS.map(({ value }) => value({ claim, source, cell }))];
      }),
    ),
  };
}

function evidenceSheet({ claims }: ReportSnapshot, sources: ReadonlyMap<string, SnapshotSource>): SheetContent {
  return {
    name: "Evidence",
    frozen: 1,
    filtered: true,
    columns: [
      ["No.", 6],
      ["Source", 22],
      ["Stance", 12],
      ["Passage", 60],
      ["Before", 30],
      ["After", 30],
      ["Role", 10],
      ["Paragraph", 10],
      ["Start", 9],
      ["End", 9],
      ["Start, code points", 11],
      ["End, code points", 11],
      ["Anchor", 10],
      ["In the text", 11],
      ["Tag", 16],
      ["By", 40],
      ["sha256 of the text", 30],
    ],
    rows: claims.flatMap((claim) =>
      claim.cells.flatMap((cell) => {
        const source = sources.get(cell.sourceId);
        const tags = cell.tag === null ? cell.otherTags : [cell.tag, ...cell.otherTags];
        return source === undefined ? [] : tags.flatMap((tag) => evidenceRows(claim, source, tag));
      }),
    ),
  };
}

function evidenceRows(claim: SnapshotClaim, source: SnapshotSource, tag: SnapshotTag): SheetValue[][] {
  return tag.evidence.map((passage) => [
    claim.label,
    source.name,
    stanceWord(tag.stance),
    passage.exact,
    passage.before,
    passage.after,
    passage.role,
    passage.block ?? "",
    passage.start,
    passage.end,
    passage.codePoints?.start ?? "",
    passage.codePoints?.end ?? "",
    passage.anchorState,
    passage.matchesText === null ? "not checked" : passage.matchesText ? "yes" : "not found at these offsets",
    stateWord(tag.state),
    signature(tag),
    passage.textSha256 ?? "",
  ]);
}

function sourcesSheet({ sources }: ReportSnapshot): SheetContent {
  return {
    name: "Sources",
    frozen: 2,
    filtered: true,
    columns: [
      ["No.", 6],
      ["Name", 28],
      ["Title", 40],
      ["Author", 20],
      ["Kind", 12],
      ["Address", 40],
      ["Published", 24],
      ["Retrieved", 24],
      ["Language", 10],
      ["Origin", 24],
      ["Text", 10],
      ["Revision", 9],
      ["Code units", 11],
      ["File", 24],
      ["sha256", 66],
      ["Verified", 10],
      ["Disputed", 10],
      ["Missing", 10],
    ],
    rows: sources.map((source) => [
      source.number,
      source.name,
      source.title,
      source.author,
      source.kind,
      source.url,
      source.publishedAt ?? "",
      source.retrievedAt ?? "",
      source.language,
      source.group,
      source.revision.completeness,
      source.revision.number,
      source.revision.length,
      source.revision.originalName ?? "",
      source.revision.sha256,
      source.settled.verified,
      source.settled.disputed,
      source.settled.missing,
    ]),
  };
}

function methodSheet(snapshot: ReportSnapshot): SheetContent {
  const { log, release, ratings } = snapshot;
  const rows: SheetValue[][] = [
    ["Report", snapshot.title],
    ["Desk", snapshot.case.workspace],
    ["Case", snapshot.case.title],
    ["Issue", issueLine(snapshot)],
    ["In short", standfirst(snapshot)],
    ...snapshot.notes.map((words) => ["Before you read", words]),
    ...(ratings?.piece === undefined || ratings.piece === null
      ? []
      : [["Rating of the piece", `${ratings.piece.label}. ${ratings.piece.justification}`]]),
    ...(ratings?.scale.entries ?? []).map(({ label, definition }) => [`Rating: ${label}`, definition]),
    ...method(snapshot).map((words) => ["How this was worked", words]),
    ...(release?.signatures ?? []).map(({ name, role, at }) => ["Signed", `${name}, ${role}, ${at}`]),
    ...(release?.corrections ?? []).map(({ at, what, why, by }) => ["Corrected", `${at}, ${by}: ${what} ${why}`]),
    ...(release === undefined ? [] : [["sha256 of this release", release.sha256]]),
    ["Log position", log.lastHash === "" ? "frozen while cells were blind" : log.lastEvent],
    ...(log.lastHash === "" ? [] : [["Hash of that event", log.lastHash]]),
    ...verifySteps(snapshot).map((words) => ["To verify", words]),
    ["Made with", snapshot.generator],
  ];
  return {
    name: "Method",
    frozen: 0,
    filtered: false,
    columns: [
      ["What", 24],
      ["Words", 110],
    ],
    rows,
  };
}

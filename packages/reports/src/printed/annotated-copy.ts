import type { Stance } from "@assay/domain";
import { stanceWord, verdictWord } from "@assay/domain";
import { openMark, signature } from "../judgement-words.ts";
import type {
  ReportSnapshot,
  SnapshotCell,
  SnapshotClaim,
  SnapshotEvidence,
  SnapshotSource,
  SnapshotText,
} from "../snapshot/report-snapshot.ts";

/**
 * A source's text with numbered notes, as a checker hands a draft to its editor: each note leads from words of the
 * text to the claim they carry, its verdict, and what every other source says about it.
 */
export interface AnnotatedCopy {
  sourceName: string;
  sourceNumber: number;
  language: string;
  paragraphs: CopyParagraph[];
  notes: CopyNote[];
  /** Judgements of this source that have no place in its text: attested missing, or words that were not found. */
  unplaced: CopyNote[];
}

export interface CopyParagraph {
  heading: boolean;
  pieces: CopyPiece[];
}

export interface CopyPiece {
  text: string;
  /** Of the first note that covers the words; null for words without one. */
  stance: Stance | null;
  /** Numbers of the notes that end here. */
  notes: number[];
}

export interface CopyNote {
  number: number;
  claimNumber: number;
  label: string;
  claim: string;
  verdict: string;
  stance: Stance;
  /** "disputed by this source; unreviewed, contested". */
  judgement: string;
  who: string;
  rationale: string;
  /** What each other source has on the claim. */
  others: { source: string; sourceNumber: number; word: string; quotations: string[] }[];
}

interface Placed {
  note: CopyNote;
  passage: SnapshotEvidence;
}

/** Null where the snapshot does not carry the source or its text. `sourceId` null takes a draft, or else the first. */
export function annotatedCopy(snapshot: ReportSnapshot, sourceId: string | null): AnnotatedCopy | null {
  const source = chosenSource(snapshot, sourceId);
  const text = snapshot.texts?.find((one) => one.sourceId === source?.id);
  if (source === undefined || text === undefined) return null;
  const found = snapshot.claims.flatMap((claim) => judged(claim, source, snapshot));
  const placed = found
    .flatMap(({ note, passages }) => passages.filter((one) => isPlaced(one, text)).map((passage) => ({ note, passage })))
    .sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end);
  const notes = [...new Set(placed.map(({ note }) => note))];
  notes.forEach((note, index) => (note.number = index + 1));
  const unplaced = found.map(({ note }) => note).filter((note) => !notes.includes(note));
  unplaced.forEach((note, index) => (note.number = notes.length + index + 1));
  return {
    sourceName: source.name,
    sourceNumber: source.number,
    language: source.language,
    paragraphs: paragraphsOf(text, placed),
    notes,
    unplaced,
  };
}

export function chosenSource({ sources }: ReportSnapshot, sourceId: string | null): SnapshotSource | undefined {
  if (sourceId !== null) return sources.find(({ id }) => id === sourceId);
  return sources.find(({ kind }) => kind === "draft") ?? sources[0];
}

function isPlaced(passage: SnapshotEvidence, { text, sha256 }: SnapshotText): boolean {
  return passage.textSha256 === sha256 && text.slice(passage.start, passage.end) === passage.exact;
}

function judged(
  claim: SnapshotClaim,
  source: SnapshotSource,
  snapshot: ReportSnapshot,
): { note: CopyNote; passages: SnapshotEvidence[] }[] {
  const cell = claim.cells.find((one) => one.sourceId === source.id);
  const { tag } = cell ?? {};
  if (cell === undefined || tag === undefined || tag === null) return [];
  const mark = openMark(cell);
  const stance = cell.stance ?? tag.stance;
  const told = `${stanceWord(stance)} by this source${cell.attributed ? ", attributed" : ""}`;
  const note: CopyNote = {
    number: 0,
    claimNumber: claim.number,
    label: claim.label,
    claim: claim.text,
    verdict: verdictWord(claim.verdict.kind),
    stance,
    judgement: mark === "" ? told : `${told}; ${mark}`,
    who: signature(tag),
    rationale: tag.rationale.trim(),
    others: claim.cells.flatMap((other) => (other === cell ? [] : otherWord(other, snapshot))),
  };
  return [{ note, passages: tag.evidence }];
}

function otherWord(cell: SnapshotCell, { sources }: ReportSnapshot): CopyNote["others"] {
  const source = sources.find(({ id }) => id === cell.sourceId);
  if (source === undefined || cell.stance === null) return [];
  const mark = openMark(cell);
  const word = `${stanceWord(cell.stance)}${mark === "" ? "" : ` (${mark})`}`;
  const quotations = (cell.tag?.evidence ?? []).map(({ exact }) => exact);
  return [{ source: source.name, sourceNumber: source.number, word, quotations }];
}

function paragraphsOf({ text, blocks }: SnapshotText, placed: readonly Placed[]): CopyParagraph[] {
  const whole = blocks.length === 0 && text !== "" ? [{ kind: "paragraph" as const, start: 0, end: text.length }] : blocks;
  return whole
    .filter((block) => block.end > block.start)
    .map((block) => ({
      heading: block.kind === "heading",
      pieces: piecesOf(text, block.start, block.end, placed),
    }));
}

function piecesOf(text: string, from: number, to: number, placed: readonly Placed[]): CopyPiece[] {
  const inside = placed.filter(({ passage }) => passage.start < to && passage.end > from);
  const cuts = new Set([from, to]);
  for (const { passage } of inside) {
    cuts.add(Math.max(from, passage.start));
    cuts.add(Math.min(to, passage.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to;
    const over = inside.filter(({ passage }) => passage.start < end && passage.end > start);
    const ending = inside.filter(({ passage }) => passage.end === end).map(({ note }) => note.number);
    return {
      text: text.slice(start, end),
      stance: over[0]?.note.stance ?? null,
      notes: [...new Set(ending)],
    };
  });
}

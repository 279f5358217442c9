import type { Stance, VerdictKind } from "@assay/domain";
import type { AnnotatedCopy } from "./annotated-copy.ts";
import type { Chart } from "../charts/chart.ts";

/**
 * A report as pages have it, in words and in order: what PDF and DOCX both print. Everything that needs the snapshot's
 * knowledge is decided here; a format only sets it. Strings are plain words, never markup of any kind.
 */
export interface PrintedReport {
  /** BCP 47. */
  language: string;
  title: string;
  desk: string;
  /** "Fact-check report · Release 2 · 11 October 2026, 09.44 UTC". */
  line: string;
  kicker: string | null;
  /** Under the title, where the report has no first words of its own. */
  opening: { standfirst: string; summary: string | null } | null;
  notes: string[];
  blocks: PrintedBlock[];
  closing: PrintedClosing;
  /** ISO 8601, UTC. */
  madeAt: string;
  madeWith: string;
}

export type PrintedBlock =
  | { is: "heading"; level: 2 | 3; runs: PrintedRun[]; internal: boolean }
  | { is: "lede" | "paragraph" | "quote"; runs: PrintedRun[]; internal: boolean }
  | { is: "list"; ordered: boolean; items: PrintedRun[][]; internal: boolean }
  | { is: "figures"; items: { big: string; small: string }[] }
  | { is: "claim"; claim: PrintedClaim }
  | { is: "evidence"; quotation: PrintedQuotation }
  | { is: "matrix"; matrix: PrintedMatrix }
  | { is: "chart"; chart: Chart }
  | { is: "table"; table: PrintedTable }
  | { is: "sources"; sources: PrintedSource[] }
  | { is: "signs"; stances: PrintedSign[]; verdicts: PrintedSign[] }
  | { is: "annotated"; copy: AnnotatedCopy }
  | { is: "corrections"; corrections: PrintedCorrection[] }
  | { is: "discussion"; threads: PrintedThread[] }
  /** Something that the document names and the case no longer has, or that has nothing to show; in words. */
  | { is: "gone"; words: string };

export interface PrintedRun {
  text: string;
  bold: boolean;
  italic: boolean;
  /** http or https only. */
  url: string | null;
}

export interface PrintedClaim {
  anchor: string;
  label: string;
  text: string;
  verdict: PrintedVerdict;
  rating: { label: string; colour: string; justification: string; by: string } | null;
  /** "number · claimed by Ines Varga · wording 2". */
  about: string;
  reason: string;
  override: string | null;
  judgements: PrintedJudgement[];
  /** In place of the judgements where the claim is told in brief. */
  brief: string | null;
}

export interface PrintedVerdict {
  kind: VerdictKind;
  word: string;
  /** "2 open", or empty. */
  open: string;
}

export interface PrintedJudgement {
  anchor: string;
  /** Null where the cell has no one stance. */
  stance: Stance | null;
  word: string;
  /** "attributed", "unreviewed, contested". */
  flags: string[];
  reviewed: boolean;
  source: string;
  sourceAnchor: string;
  /** After the source's name: kind, author, date, who answers. */
  line: string;
  tag: PrintedTag | null;
  rulings: string[];
  told: string | null;
  others: { stance: Stance; head: string; tag: PrintedTag; told: string | null }[];
}

export interface PrintedTag {
  passages: PrintedPassage[];
  attestation: string | null;
  rationale: string | null;
}

export interface PrintedPassage {
  anchor: string;
  stance: Stance;
  before: string;
  exact: string;
  after: string;
  /** "¶ 2 · 45–78 · qualifies". */
  place: string;
  language: string | null;
}

export interface PrintedQuotation {
  passage: PrintedPassage;
  label: string;
  claimAnchor: string;
  source: string;
  sourceAnchor: string;
  line: string;
}

export interface PrintedMatrix {
  /** Links lead to the rows of the first one only: no two places have one name. */
  isFirst: boolean;
  sources: { name: string; anchor: string }[];
  rows: { anchor: string; label: string; text: string; cells: PrintedCell[]; verdict: PrintedVerdict }[];
}

export interface PrintedCell {
  look: Stance | "contested" | "empty" | "out";
  open: boolean;
  /** "verified, attributed, settled". */
  words: string;
  /** Where its judgement is, if the report prints it. */
  to: string | null;
}

export interface PrintedTable {
  caption: string;
  head: string[];
  rows: string[][];
}

export interface PrintedSource {
  anchor: string;
  number: number;
  name: string;
  title: string | null;
  language: string | null;
  tally: { stance: Stance; words: string }[];
  entries: { name: string; value: string; url: string | null; isHash: boolean }[];
}

export interface PrintedSign {
  sign: Stance | VerdictKind;
  word: string;
  meaning: string;
}

export interface PrintedCorrection {
  head: string;
  what: string;
  why: string;
  by: string;
}

export interface PrintedThread {
  place: string;
  passage: string | null;
  comments: { author: string; when: string; text: string | null }[];
  resolved: string | null;
}

export interface PrintedClosing {
  signatures: { name: string; line: string }[];
  /** Of the release; null where this is none. */
  sha256: string | null;
  steps: string[];
  facts: { name: string; value: string; isHash: boolean }[];
  colophon: string;
}

import type { Block, CellState, Completeness, ReportBlock, SourceMeta, Stance, VerdictKind } from "@assay/domain";
import type { SnapshotClaim } from "./snapshot-claim.ts";

export type * from "./snapshot-claim.ts";

/** What goes into a report. Ids that the case does not have, and withdrawn claims, are passed over. */
export interface ReportScope {
  claimIds: string[] | "all";
  sourceIds: string[] | "all";
  /** Leaves out cells that are not settled, and claims without a settled cell; the counts say how many. */
  settledOnly: boolean;
  includeWithdrawn?: false;
  /** Adds what was discussed about the case and about what is in the report. */
  includeDiscussion?: boolean | undefined;
}

/**
 * Everything that any exporter prints, frozen at one position of the case's log. The JSON export is this value, so
 * every field is part of a published format: report.schema.json describes it, and SCHEMA_VERSION rises when a reader
 * could break.
 */
export interface ReportSnapshot {
  schemaVersion: typeof SCHEMA_VERSION;
  generator: string;
  generatedAt: string;
  title: string;
  case: { id: string; title: string; summary: string; workspace: string };
  /** While cells are blind the position counts what the exporting person may see, and the hash is empty (B1). */
  log: { lastEvent: number; lastHash: string };
  policy: SnapshotPolicy;
  /** Sentences that a reader needs to weigh the report: policy (T4), scope, what is not settled. */
  notes: string[];
  scope: SnapshotScope;
  counts: SnapshotCounts;
  sources: SnapshotSource[];
  claims: SnapshotClaim[];
  /** Only where it was asked for. */
  discussion?: SnapshotThread[];
  /** Only in an export of a release; what it says is frozen with the rest. */
  release?: SnapshotRelease;
  /** Only where the desk rates. A rating is the desk's word for publication and never changes a verdict. */
  ratings?: SnapshotRatings;
  /** The desk's own arrangement of the report: renderers print these blocks in this order. Without one, the plain order. */
  document?: SnapshotDocument;
  /** How far annotators agree; only where the document shows it. */
  agreement?: SnapshotAgreement;
  /** Whole texts, only of sources that an annotated copy was asked of. */
  texts?: SnapshotText[];
}

export interface SnapshotDocument {
  title: string;
  /** In an export for readers, public blocks only. */
  blocks: SnapshotBlock[];
}

/** `gone`: what to print in its place, where what it shows was withdrawn or split or is not in this report. */
export type SnapshotBlock = ReportBlock & { gone?: string };

export interface SnapshotAgreement {
  /** Cells with tags by two people or more, and the people. */
  cells: number;
  annotators: number;
  measures: SnapshotMeasure[];
  /** Why a figure is to be taken with care. */
  warnings: string[];
}

export interface SnapshotMeasure {
  name: string;
  value: number | null;
  /** Of 95 %, by resampling; null where there is none. */
  interval: { low: number; high: number } | null;
  /** Why there is no value or no interval; empty where both are there. */
  reason: string;
}

export interface SnapshotText {
  sourceId: string;
  sha256: string;
  text: string;
  blocks: Block[];
}

export interface SnapshotRelease {
  /** 1, 2 and so on within its case. */
  number: number;
  /** Of the snapshot's canonical JSON, which holds every field but this one: `canonicalSnapshot`. */
  sha256: string;
  releasedAt: string;
  releasedBy: string;
  signatures: SnapshotSignature[];
  /** Every correction of the case so far, oldest first (R3). */
  corrections: SnapshotCorrection[];
}

export interface SnapshotSignature {
  name: string;
  role: string;
  at: string;
}

export interface SnapshotCorrection {
  /** The release that it corrects, and the one it made. */
  corrects: number;
  madeRelease: number;
  at: string;
  by: string;
  what: string;
  why: string;
}

export interface SnapshotRatings {
  scale: SnapshotRatingScale;
  /** Of the whole piece. */
  piece: SnapshotRating | null;
  /** At most one a claim; only claims that the report holds. */
  claims: SnapshotClaimRating[];
}

export interface SnapshotRatingScale {
  name: string;
  /** From the lowest to the highest, as the workspace orders them. */
  entries: SnapshotRatingEntry[];
}

export interface SnapshotRatingEntry {
  /** 1 for the lowest. */
  value: number;
  label: string;
  /** #rrggbb. */
  colour: string;
  definition: string;
}

export interface SnapshotRating {
  /** The entry's, repeated as it was when the rating was given. */
  value: number;
  label: string;
  colour: string;
  justification: string;
  by: string;
  at: string;
}

export interface SnapshotClaimRating extends SnapshotRating {
  claimId: string;
}

export interface SnapshotThread {
  id: string;
  /** Null for a thread on the case, or on words that belong to no claim. */
  claimLabel: string | null;
  sourceName: string | null;
  /** The words it is about, where it is about some. */
  passage: string | null;
  resolved: { by: string; at: string; reason: string } | null;
  comments: { author: string; at: string; text: string; edited: boolean; withdrawn: boolean }[];
}

export interface SnapshotPolicy {
  selfReview: boolean;
  independenceThreshold: number;
  /** B2: independent tags that a cell takes; with more than one they are given blindly. */
  requiredTags: number;
  /** B2: equal stances given blindly are approved by the policy. */
  autoAccept: boolean;
  ruleVersion: number;
}

export const SCHEMA_VERSION = 1;

export interface SnapshotScope {
  settledOnly: boolean;
  claimsInCase: number;
  sourcesInCase: number;
  /** Only with settledOnly. */
  cellsLeftOut: number;
  claimsLeftOut: number;
}

export interface SnapshotCounts {
  claims: number;
  sources: number;
  /** Sources that share an origin count once (V1). */
  independenceGroups: number;
  cells: number;
  states: Record<CellState, number>;
  /** Settled cells only. */
  stances: Record<Stance, number>;
  attributed: number;
  passages: number;
  /** By the verdict that stands: the override where there is one. */
  verdicts: Record<VerdictKind, number>;
  overrides: number;
  /** Cells that are still blind: what others than the exporting person did in them is not in the report (B1). */
  blind: number;
  /** Tags whose current version was written after the reveal of their blind cell (B3). */
  postReveal: number;
  /** Approvals given by the policy: independent tags agreed (B2). */
  autoAccepted: number;
  /** Approvals given by the tag's own author (T4). */
  selfReviewed: number;
}

export interface SnapshotSource extends SourceMeta {
  id: string;
  number: number;
  name: string;
  /** The group it votes in, by its printed name; its own name where it stands for itself. */
  group: string;
  revision: {
    number: number;
    sha256: string;
    length: number;
    completeness: Completeness;
    originalName: string | null;
    receivedAt: string;
  };
  settled: Record<Stance, number>;
}

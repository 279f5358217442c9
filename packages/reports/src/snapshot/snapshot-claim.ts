import type {
  AdjudicationOutcome,
  AnchorState,
  CauseCode,
  CellState,
  ClaimType,
  Confidence,
  EvidenceRole,
  Stance,
  SuggestionOrigin,
  TagState,
  VerdictKind,
} from "@assay/domain";

/** With all that stands under it: verdict, cells, their tags and passages. */
export interface SnapshotClaim {
  id: string;
  number: number;
  label: string;
  text: string;
  type: ClaimType;
  claimant: string;
  version: number;
  parentLabel: string | null;
  /** Where a person made it of a suggestion. */
  suggestion?: SuggestionOrigin;
  verdict: SnapshotVerdict;
  /** One for each source in scope, in the order of `sources`; with settledOnly, only the settled ones. */
  cells: SnapshotCell[];
}

export interface SnapshotVerdict {
  /** What stands: the override where there is one, else what the rule gave. */
  kind: VerdictKind;
  derived: VerdictKind;
  reason: string;
  supportedBy: string[];
  refutedBy: string[];
  allSupportAttributed: boolean;
  pending: number;
  silent: number;
  empty: number;
  override: { verdict: VerdictKind; reason: string; author: string; at: string; ruleVersion: number } | null;
}

export interface SnapshotCell {
  sourceId: string;
  sourceNumber: number;
  state: CellState;
  /** The settled stance; in an open cell the leading one; null where there is none. */
  stance: Stance | null;
  attributed: boolean;
  /** Whether the cell is settled by somebody's approval or ruling. Everything else is printed as unreviewed. */
  reviewed: boolean;
  reason: string;
  /** Not opened yet (B1). */
  blind: boolean;
  /** The tag that makes the cell what it is. */
  tag: SnapshotTag | null;
  /** Every other tag that is not withdrawn, oldest first: losing and rival versions stay visible (A4). */
  otherTags: SnapshotTag[];
  adjudications: SnapshotAdjudication[];
}

export interface SnapshotTag {
  id: string;
  version: number;
  claimVersion: number;
  state: TagState;
  stateReason: string;
  stance: Stance;
  attributed: boolean;
  confidence: Confidence | null;
  rationale: string;
  author: string;
  /** Where its author began from a suggestion. */
  suggestion?: SuggestionOrigin;
  /** B3: this version was written after the cell, blind before, had opened. */
  postReveal: boolean;
  updatedAt: string;
  approval: SnapshotApproval | null;
  evidence: SnapshotEvidence[];
  attestation: { revisionSha256: string; readInFull: boolean; searchTerms: string[] } | null;
}

export interface SnapshotApproval {
  /** Empty where the policy approved. */
  reviewer: string;
  reviewedAt: string;
  tagVersion: number;
  by: "review" | "adjudication" | "policy";
  /** T4: the reviewer is the author. */
  own: boolean;
}

export interface SnapshotAdjudication {
  adjudicator: string;
  outcome: AdjudicationOutcome;
  stance: Stance | null;
  cause: CauseCode;
  note: string;
  at: string;
}

export interface SnapshotEvidence {
  id: string;
  role: EvidenceRole;
  exact: string;
  /** UTF-16 code units into the text of the source's revision (X1). */
  start: number;
  end: number;
  /** The same in Unicode code points, as other annotation tools count; null when its revision's text was not at hand. */
  codePoints: { start: number; end: number } | null;
  /** sha256 of the text that the offsets count in; null when it was not at hand. */
  textSha256: string | null;
  /** Exact characters next to the passage, as stored with its anchor: with `exact`, a quotation that finds it again. */
  prefix: string;
  suffix: string;
  /** 1-based number of the block in which the passage begins; null when its revision's text was not at hand. */
  block: number | null;
  anchorState: AnchorState;
  /** Whether the text at these offsets is `exact`, checked when the report was made; null without the text. */
  matchesText: boolean | null;
  before: string;
  after: string;
  /** Whether the sentence goes on beyond `before` or `after`. */
  clippedBefore: boolean;
  clippedAfter: boolean;
}

import type { Anchor } from "./anchoring/anchor.ts";
import type { Stance } from "./stance.ts";

export const TAG_STATES = [
  "draft",
  "submitted",
  "changes_requested",
  "challenged",
  "approved",
  "overturned",
  "stale",
  "withdrawn",
] as const;
export type TagState = (typeof TAG_STATES)[number];

export const EVIDENCE_ROLES = ["supports", "refutes", "qualifies"] as const;
export type EvidenceRole = (typeof EVIDENCE_ROLES)[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Evidence extends Anchor {
  id: string;
  role: EvidenceRole;
  /** Of a passage that is lost (ambiguous, orphaned): the revision in which it last stood, where its offsets are. */
  stoodIn?: string;
}

/** What makes a "missing" honest (S3). */
export interface Attestation {
  /** sha256 of the revision that was read. */
  revisionSha256: string;
  readInFull: boolean;
  /** Terms tried in the in-source search, in the order they were tried. */
  searchTerms: string[];
}

/** What an annotator writes; a TagVersion is this, frozen and numbered. */
export interface TagContent {
  stance: Stance;
  attributed: boolean;
  confidence: Confidence | null;
  rationale: string;
  evidence: Evidence[];
  attestation: Attestation | null;
}

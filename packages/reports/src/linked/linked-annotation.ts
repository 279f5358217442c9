import type { Confidence, EvidenceRole, Stance, TagState } from "@assay/domain";

/**
 * One passage under one judgement, or one attested silence, as it goes out to and comes back from other annotation
 * tools. Everything it needs of the case is in it.
 */
export interface LinkedAnnotation {
  /** IRI: the tag's, with the passage as its part. */
  id: string;
  tagVersion: number;
  author: string;
  modified: string;
  claim: { id: string; label: string; text: string };
  source: LinkedSource;
  stance: Stance;
  attributed: boolean;
  state: TagState;
  confidence: Confidence | null;
  rationale: string;
  /** Null for missing, which has no passage (S3). */
  passage: LinkedPassage | null;
  attestation: { readInFull: boolean; searchTerms: string[] } | null;
}

export interface LinkedSource {
  id: string;
  name: string;
  /** Where the text was taken from, when that is an address on the web. */
  url: string | null;
  language: string | null;
  /** sha256 of the text that offsets count in. */
  textSha256: string | null;
}

export interface LinkedPassage {
  role: EvidenceRole;
  exact: string;
  prefix: string;
  suffix: string;
  /** X1: UTF-16 code units here, code points outside; null where the text was not at hand, and the words have to do. */
  position: { utf16: Range; codePoints: Range } | null;
}

export interface Range {
  start: number;
  end: number;
}

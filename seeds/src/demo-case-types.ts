import type {
  AdjudicationOutcome,
  CauseCode,
  ClaimType,
  Completeness,
  Confidence,
  EvidenceRole,
  Role,
  SourceMeta,
  Stance,
} from "@assay/domain";

/**
 * The demo case as a script. A loader replays it through the same services a person's browser uses:
 * people, then the case, its sources and its claims, then the tags in list order. Each tag's history is replayed
 * to its end before the next tag is saved, so the order of `tags` is part of the script.
 */
export interface DemoCase {
  workspace: { name: string };
  people: DemoPerson[];
  case: { title: string; summary: string; createdBy: string };
  sources: DemoSource[];
  claims: DemoClaim[];
  tags: DemoTag[];
}

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  password: string;
  role: Role;
}

export interface DemoSource {
  key: string;
  /** Name of a file in `demoFiles`. */
  file: string;
  meta: SourceMeta;
  completeness: Completeness;
  addedBy: string;
}

export interface DemoClaim {
  key: string;
  text: string;
  type: ClaimType;
  claimant: string;
  createdBy: string;
}

/** A passage by its words; `resolveQuote` turns it into offsets in the imported text. */
export interface DemoQuote {
  quote: string;
  /** 1-based, for words that occur more than once in the source. Left out: they occur exactly once. */
  occurrence?: number;
  role: EvidenceRole;
}

export interface DemoTagContent {
  stance: Stance;
  attributed: boolean;
  confidence: Confidence | null;
  rationale: string;
  /** Empty for a missing tag. */
  evidence: DemoQuote[];
  /** Only for a missing tag; the loader adds the hash of the revision and that it was read in full. */
  attestation: { searchTerms: string[] } | null;
}

export interface DemoTag extends DemoTagContent {
  claim: string;
  source: string;
  author: string;
  /** Saving the tag makes a draft; these steps follow. Empty: it stays a draft. */
  history: DemoStep[];
}

/** A step without `by` is done by the tag's author. */
export type DemoStep =
  | { do: "submit" }
  | { do: "edit"; content: Partial<DemoTagContent> }
  | { do: "withdraw"; reason?: string }
  | { do: "restore" }
  | { do: "reaffirm" }
  | { do: "review"; by: string; decision: "approve" }
  | { do: "review"; by: string; decision: "request_changes"; reason: string }
  | { do: "comment"; by: string; reason: string }
  | { do: "challenge"; by: string; proposedStance: Stance; reason: string }
  | {
      do: "adjudicate";
      by: string;
      outcome: AdjudicationOutcome;
      cause: CauseCode;
      note: string;
      /** The stance that stands after an overturn. */
      stance?: Stance;
    }
  /** Rewords the claim: every tag of it decided or submitted so far becomes stale (T6). */
  | { do: "editClaim"; claim: string; text: string; by: string };

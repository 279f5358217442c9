import type { ClaimType } from "@assay/domain";

/**
 * What the machine proposes. Nothing here is a record: a person accepts it, edits it or dismisses it. All offsets are
 * UTF-16 code units of the text of the source they name, and `exact` is always the text between them.
 */

/** A stretch of one source's text. */
export interface Passage {
  start: number;
  end: number;
  exact: string;
}

/** What is read: `id` is the caller's own. `published` is an ISO date; relative dates are reckoned from it. */
export interface AssistSource {
  id: string;
  text: string;
  published?: string;
  /** BCP 47, when the caller knows; else it is guessed. */
  language?: string;
}

export interface AssistClaim {
  id: string;
  text: string;
  type?: ClaimType;
}

/** A clause that can be checked, worded as its source words it. */
export interface ClaimSuggestion extends Passage {
  sourceId: string;
  /** Self-contained wording; often the passage itself, with its subject when the clause leaves it out. */
  text: string;
  type: ClaimType;
  /** Who says it, as printed; empty when it is the outlet's own voice. */
  claimant: string;
  /** How checkable, 0 to 1. */
  score: number;
}

export interface AlignedPassage extends Passage {
  /** 0 to 1; comparable within one case, not across cases. */
  score: number;
  /** The words of the passage that matched, as spans of the source. */
  matched: Passage[];
}

export const DIFFERENCE_TYPES = [
  "number",
  "date",
  "duration",
  "negation",
  "role",
  "name",
  "place",
  "outcome",
  "scope",
  "hedge",
  "quote",
] as const;
export type DifferenceType = (typeof DIFFERENCE_TYPES)[number];

export interface SourcePassage extends Passage {
  /** Of the source; the claim's own wording where the difference is between a claim and a passage. */
  source: string;
}

export interface Difference {
  type: DifferenceType;
  /** Both can hold (rounding, units, spelling, another scope). */
  compatible: boolean;
  a: SourcePassage;
  b: SourcePassage;
  /** One plain sentence for a fact-checker. */
  why: string;
}

/** Between two sources of a case. */
export interface SourceDifference extends Difference {
  /** Ids of the claims whose own content it lies on: a value they give, what they say happened, an office, a quotation. */
  about: string[];
}

export type SilenceLevel = "likely" | "unsure" | "no";

/** One cell as the machine reads it. */
export interface CellSuggestion {
  source: string;
  suggestion: "verified" | "disputed" | "missing";
  /** Calibrated probability that the suggestion is right, 0 to 1. */
  score: number;
  /** Inside the reach of an attribution [S4]. */
  attributed: boolean;
  silence: SilenceLevel;
  /** At most three, best first; for a probably silent source the nearest ones. */
  passages: AlignedPassage[];
  /** Between the claim's wording (`a.source` is the claim's id) and the best passage. */
  differences: Difference[];
  /** What was looked for: offered to the attestation of a "missing". */
  terms: string[];
}

export interface CheckedClaim extends AssistClaim {
  type: ClaimType;
  cells: CellSuggestion[];
}

export type QuoteRelation = "identical" | "truncated" | "altered";

export interface QuotePair {
  relation: QuoteRelation;
  a: SourcePassage;
  b: SourcePassage;
  /** Same words, another speaker. */
  reattributed: boolean;
  /** Who says it in either source, where both say so. */
  speakers?: { a: SourcePassage; b: SourcePassage };
}

export interface Attribution {
  /** Who says it, its cue ("said", "according to") and what is said; the source may be several words apart from both. */
  speaker: Passage | null;
  cue: Passage;
  content: Passage;
  direct: boolean;
}

export interface MergeSuggestion {
  claims: [string, string];
  score: number;
}

export interface SplitSuggestion {
  claim: string;
  parts: string[];
}

/** Two passages of one source that cannot both hold. */
export interface SelfContradiction {
  source: string;
  difference: Difference;
}

/** Text that two sources share, nearly word for word. */
export interface SharedText {
  a: SourcePassage;
  b: SourcePassage;
  /** Of the shingles of the smaller passage, 0 to 1. */
  overlap: number;
}

/** Which of the claims that others report a source leaves out. */
export interface Omission {
  source: string;
  reported: number;
  omitted: string[];
}

/** Everything the machine has to say about a case. */
export interface AssistReport {
  /** Name of each source's language, and whether the whole of the pipeline handled it. */
  languages: { source: string; language: string; handled: boolean }[];
  claims: CheckedClaim[];
  differences: SourceDifference[];
  quotes: QuotePair[];
  independence: string[][];
  shared: SharedText[];
  merges: MergeSuggestion[];
  splits: SplitSuggestion[];
  contradictions: SelfContradiction[];
  omissions: Omission[];
}

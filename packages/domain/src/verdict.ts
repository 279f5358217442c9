export const VERDICT_KINDS = [
  "corroborated",
  /** A policy without a threshold (0) tells no corroborated claim from a single-source one. */
  "supported",
  "single_source",
  "conflicting",
  "refuted",
  "not_enough_evidence",
] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** The version of rule V1 that a derived verdict or an override names. */
export const VERDICT_RULE_VERSION = 1;

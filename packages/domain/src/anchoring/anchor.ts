export const ANCHOR_STATES = ["exact", "moved", "fuzzy", "ambiguous", "orphaned"] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** Length of prefix and suffix in UTF-16 code units (DESIGN §1). */
export const CONTEXT_LENGTH = 32;

/** A passage of a revision. Offsets are UTF-16 code units into SourceRevision.text (X1). */
export interface Anchor {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  state: AnchorState;
}

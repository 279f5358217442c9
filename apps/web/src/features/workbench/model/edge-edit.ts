import type { EdgeShift } from "@assay/editor";
import type { Span } from "./place.ts";

/** A passage of one's own tag whose edges are being moved. Nothing is saved until they stand where they should. */
export interface EdgeEdit {
  claimId: string;
  sourceId: string;
  from: Span;
  to: Span;
  /** Steps asked for before the text was there: they are made as soon as it is. */
  waiting: readonly EdgeShift[];
}

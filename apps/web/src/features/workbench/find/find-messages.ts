import type { FindOptions, TextRange } from "@assay/editor";
import type { SourceHits } from "./find-state.ts";

/** What is said between the page and the worker that searches for it. */
export type ToWorker =
  | { kind: "text"; id: string; text: string; blocks: readonly TextRange[] }
  | { kind: "find"; number: number; ids: readonly string[]; query: string; options: FindOptions };

export type FromWorker =
  /** From here on the time of a search counts. */
  | { kind: "started"; number: number }
  | { kind: "found"; number: number; hits: Record<string, SourceHits> }
  | { kind: "refused"; number: number; reason: string };

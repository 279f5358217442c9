import type { CellState } from "./cell.ts";
import type { Stance } from "./stance.ts";
import type { TagState } from "./tag.ts";
import type { VerdictKind } from "./verdict.ts";

/** The name of a source wherever it is named in one line. */
export function sourceName(source: { publisher: string; title: string; number: number }): string {
  return source.publisher.trim() || source.title.trim() || `Source ${source.number}`;
}

export function claimLabel(claim: { number: number }): string {
  return `C${claim.number}`;
}

const STANCE_WORDS: Record<Stance, string> = { verified: "verified", disputed: "disputed", missing: "missing" };

const TAG_STATE_WORDS: Record<TagState, string> = {
  draft: "draft",
  submitted: "submitted",
  changes_requested: "changes requested",
  challenged: "challenged",
  approved: "approved",
  overturned: "overturned",
  stale: "stale",
  withdrawn: "withdrawn",
};

const CELL_STATE_WORDS: Record<CellState, string> = {
  empty: "empty",
  in_progress: "in progress",
  awaiting_review: "awaiting review",
  changes_requested: "changes requested",
  contested: "contested",
  settled: "settled",
  stale: "stale",
};

const STATE_WORDS = { ...TAG_STATE_WORDS, ...CELL_STATE_WORDS };

const VERDICT_WORDS: Record<VerdictKind, string> = {
  corroborated: "corroborated",
  supported: "supported",
  single_source: "single-source",
  conflicting: "conflicting",
  refuted: "refuted",
  not_enough_evidence: "not enough evidence",
};

export function stanceWord(stance: Stance): string {
  return STANCE_WORDS[stance];
}

/** The word for a tag's state or a cell's. */
export function stateWord(state: TagState | CellState): string {
  return STATE_WORDS[state];
}

export function verdictWord(verdict: VerdictKind): string {
  return VERDICT_WORDS[verdict];
}

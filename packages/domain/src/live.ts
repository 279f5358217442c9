import type { CaseChange } from "./case-view.ts";
import type { EventKind } from "./event.ts";

/** One entry of the log as live clients learn of it: who did what, without the payload, which the change carries. */
export interface LiveEvent {
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  actorId: string;
  kind: EventKind;
  subject: string;
  reason: string;
}

/** Where somebody is in a case. One per open page; it expires by itself. */
export interface PresenceView {
  /** Made by the page; one person can have several. */
  pageId: string;
  userId: string;
  sourceId: string | null;
  claimId: string | null;
  /** UTF-16 offsets into the revision's text (X1); withheld where a blind cell would show it (B1). */
  selection: { revisionId: string; start: number; end: number } | null;
}

/** What a live client of a case receives (E3). Only `change` is numbered: by its `change.lastEvent`. */
export type LiveMessage =
  /** One mutation: its events, and the new values of everything it touched. */
  | { type: "change"; events: LiveEvent[]; change: CaseChange }
  /** Everybody who is in the case now, whole. */
  | { type: "presence"; people: PresenceView[] }
  /** The client has fallen too far behind to be told step by step, or may see more than before: load the case anew. */
  | { type: "reload" }
  /** This process is about to end; come back after so many milliseconds. */
  | { type: "closing"; retryMs: number };

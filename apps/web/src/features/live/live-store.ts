import type { LiveEvent, PresenceView } from "@assay/domain";
import { create } from "zustand";
import type { Target } from "./event-target.ts";

/** An event by somebody else that this person has not looked at. */
export type Unseen = LiveEvent & Target;

export interface LiveState {
  /** The stream of the case is open. */
  open: boolean;
  /** While it is not: the desk answers all the same. */
  answers: boolean;
  /** The case can be seen no longer: removed from the desk. */
  removed: boolean;
  /** Other people's pages on this case. */
  people: readonly PresenceView[];
  /** Oldest first. */
  unseen: readonly Unseen[];
  /** Of `unseen`, for the rows: ids of claims, `claim source` of cells. */
  unseenClaims: ReadonlySet<string>;
  unseenCells: ReadonlySet<string>;
  /** What to say aloud of others' changes. */
  said: string;
}

export const NOT_LIVE: LiveState = {
  open: false,
  answers: false,
  removed: false,
  people: [],
  unseen: [],
  unseenClaims: new Set(),
  unseenCells: new Set(),
  said: "",
};

/** What is live in the one case that is open on this page. */
export const useLive = create<LiveState>(() => NOT_LIVE);

export function setUnseen(unseen: readonly Unseen[]): void {
  const unseenClaims = new Set<string>();
  const unseenCells = new Set<string>();
  for (const { claimId, sourceId } of unseen) {
    if (claimId === null) continue;
    unseenClaims.add(claimId);
    if (sourceId !== null) unseenCells.add(`${claimId} ${sourceId}`);
  }
  useLive.setState({ unseen, unseenClaims, unseenCells });
}

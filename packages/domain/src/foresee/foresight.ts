import type { CaseChange, CaseView, TagView } from "../case-view.ts";
import { normaliseText } from "../text.ts";

/** What a forecast rests on: the case as it is held, who acts, and when (ISO 8601). */
export interface Foresight {
  view: CaseView;
  actorId: string;
  at: string;
}

/** Lays nothing claim to a place in the log: the number and the hash stay those of the view. */
export function foreseen({ view }: Foresight, change: Omit<CaseChange, "lastEvent" | "lastHash">): CaseChange {
  return { lastEvent: view.lastEvent, lastHash: view.lastHash, eventless: true, ...change };
}

/**
 * A moment after the entry's last touch, even on a device whose clock is behind: an older one would not be laid over
 * it, nor count as made since a ruling.
 */
export function after({ at, view }: Foresight, ...touched: readonly string[]): string {
  let last = at;
  for (const one of [...touched, ...view.adjudications.map(({ createdAt }) => createdAt)]) {
    if (one >= last) last = new Date(Date.parse(one) + 1).toISOString();
  }
  return last;
}

export function tagOf({ view }: Foresight, tagId: string): TagView | null {
  return view.tags.find(({ id }) => id === tagId) ?? null;
}

/** A claim that can be worked on; null for one that is not there, or is withdrawn. */
export function standingClaim({ view }: Foresight, claimId: string) {
  const claim = view.claims.find(({ id }) => id === claimId);
  return claim === undefined || claim.withdrawn ? null : claim;
}

export function roleOf({ view, actorId }: Foresight) {
  return view.people.find(({ id }) => id === actorId)?.role ?? "viewer";
}

/** As the server stores what a person wrote. */
export function asStored(text: string): string {
  const normal = normaliseText(text);
  return normal.ok ? normal.text : text;
}

export function asPhrase(text: string): string {
  return asStored(text).trim();
}

import type { CaseChange } from "./case-view.ts";

/**
 * Events about a tag in a blind cell are sealed: they are in the log like any other (E1, E2), and left out for ever of
 * what others are sent; the opening of the cell delivers what they did. So that no gap tells of them (B1), a client
 * gets the places of what it is sent: 1, 2, 3 … of its own (E3), not those of the log.
 */

/** In the payload of a sealed event: the id of the only person who is sent it, the author of the tag. */
export const SEALED_FOR = "sealedFor";

/** Stored with the answer of a mutation, in cases where anything was ever blind. Never leaves the server. */
export interface Seal {
  /** How many sealed events the log had before this mutation, by person. */
  sealedBefore?: Readonly<Record<string, number>>;
  /** The mutation's own events, in order: for whom each is sealed, or null. Left out when none is. */
  sealedHere?: readonly (string | null)[];
}

/** The place, in what this person is sent, of the last they are sent up to the end of this mutation. */
export function seenNumber(lastEvent: number, seal: Seal, viewerId: string): number {
  const { sealedBefore = {}, sealedHere = [] } = seal;
  let unseen = sealedHere.filter((person) => person !== null && person !== viewerId).length;
  for (const [person, count] of Object.entries(sealedBefore)) if (person !== viewerId) unseen += count;
  return lastEvent - unseen;
}

/** Those of the mutation's events that this person is sent, in their own counting. */
export function seenEvents<Event extends { number: number }>(
  events: readonly Event[],
  seal: Seal,
  viewerId: string,
): Event[] {
  const { sealedHere = [] } = seal;
  const sent = events.filter((_, index) => [undefined, null, viewerId].includes(sealedHere[index]));
  const last = seenNumber(events.at(-1)?.number ?? 0, seal, viewerId);
  return sent.map((event, index) => ({ ...event, number: last - (sent.length - 1 - index) }));
}

/** A stored answer without what is for the server alone, at its place in this person's counting. */
export function unsealed<Change extends CaseChange>(stored: Change & Seal, viewerId: string): Change {
  const { sealedBefore: _, sealedHere: __, ...change } = stored;
  return { ...change, lastEvent: seenNumber(stored.lastEvent, stored, viewerId) } as unknown as Change;
}

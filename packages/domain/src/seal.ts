import type { CaseChange } from "./case-view.ts";

/**
 * Events about a tag in a blind cell are sealed: they are in the log like any other (E1, E2), and for ever left out of
 * what others are sent; the opening of the cell delivers what they did. So that no gap tells of them (B1), a client
 * gets the places of what it may see: 1, 2, 3 … of its own (E3), not those of the log.
 */

/** In the payload of a sealed event: the id of the only person who is sent it, the author of the tag. */
export const SEALED_FOR = "sealedFor";

/** Stored with the answer of a mutation, in cases where anything was ever blind. Never leaves the server. */
export interface Seal {
  /** How many sealed events the log had before this mutation, by person. */
  sealedBefore?: Readonly<Record<string, number>>;
  /** Those of this mutation: the event's number in the log → the person. */
  sealedHere?: Readonly<Record<string, string>>;
}

/** The place in what this person is sent of the last event that they are sent up to `number`, at a mutation's end. */
export function seenNumber(number: number, seal: Seal, viewerId: string): number {
  const { sealedBefore = {}, sealedHere = {} } = seal;
  let unseen = 0;
  for (const [person, count] of Object.entries(sealedBefore)) if (person !== viewerId) unseen += count;
  for (const [sealed, person] of Object.entries(sealedHere)) if (person !== viewerId && +sealed <= number) unseen += 1;
  return number - unseen;
}

/** Is this event of the mutation sent to this person? */
export function isSentTo(number: number, { sealedHere = {} }: Seal, viewerId: string): boolean {
  const person = sealedHere[number];
  return person === undefined || person === viewerId;
}

/** A stored answer without what is for the server alone. */
export function unsealed<Change extends CaseChange>(stored: Change & Seal): Omit<Change & Seal, keyof Seal> {
  const { sealedBefore: _, sealedHere: __, ...change } = stored;
  return change;
}

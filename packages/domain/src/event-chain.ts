import type { CaseEvent, EventBody } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { GENESIS_HASH, eventBody } from "./event.ts";
import { refuse } from "./refusal.ts";

/** sha256 of a string's UTF-8, in lower-case hex. Handed in, so that this package needs neither Node nor a browser. */
export type Sha256 = (text: string) => string;

export function hashEvent(prevHash: string, event: EventBody, sha256: Sha256): string {
  return sha256(prevHash + eventBody(event));
}

export interface ChainEnds {
  /** The event before the first one given, for a log that is read in parts. */
  after?: { number: number; hash: string };
  /** The last event there should be. Without it a log cut off at its end still verifies. */
  head?: { number: number; hash: string };
}

export type ChainOutcome = { ok: true; length: number } | (Refusal & { number: number });

/** Is the log whole, in order and unaltered (E1, E2)? `number` names the first entry that is not. */
export function verifyChain(events: readonly CaseEvent[], sha256: Sha256, ends: ChainEnds = {}): ChainOutcome {
  let last = ends.after ?? { number: 0, hash: GENESIS_HASH };
  const caseId = events[0]?.caseId;
  for (const event of events) {
    const number = last.number + 1;
    if (event.number !== number) return broken(number, `is missing: entry ${event.number} stands in its place.`);
    if (event.caseId !== caseId) return broken(number, "belongs to another case.");
    if (event.prevHash !== last.hash) return broken(number, "does not follow from the entry before it.");
    if (hashOf(event, sha256) !== event.hash) return broken(number, "was altered after it was written.");
    last = event;
  }
  const { head } = ends;
  if (head !== undefined && (head.number !== last.number || head.hash !== last.hash)) {
    if (head.number > last.number) return broken(last.number + 1, `is missing: the log ends at entry ${head.number}.`);
    return broken(head.number, "is not the last one that the case knows.");
  }
  return { ok: true, length: events.length };
}

/** A stored event that cannot even be hashed was altered, too: null equals no hash. */
function hashOf(event: CaseEvent, sha256: Sha256): string | null {
  try {
    return hashEvent(event.prevHash, event, sha256);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function broken(number: number, what: string): ChainOutcome {
  return { ...refuse("E2", `Entry ${number} ${what}`), number };
}

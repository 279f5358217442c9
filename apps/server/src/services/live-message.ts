import { CHANGE_PARTS } from "@assay/domain";
import type { CaseChange, LiveEvent, LiveMessage, Seal } from "@assay/domain";

/** An entry of the log as the door of the stream gives it. */
export interface LoggedEvent extends LiveEvent {
  hash: string;
  mutationId: string;
  /** The last entry of its mutation, which carries that mutation's result. */
  ends: boolean;
  result: Record<string, unknown> | null;
}

export interface LiveEntry {
  /** Of the mutation's last event. */
  number: number;
  message: LiveMessage;
  /** Decides who is told how much of it (B1). Not for clients. */
  seal: Seal;
}

/** One message for each mutation, in order. */
export function liveEntries(logged: readonly LoggedEvent[]): LiveEntry[] {
  const entries: LiveEntry[] = [];
  let events: LiveEvent[] = [];
  for (const { hash, mutationId: _, ends, result, ...event } of logged) {
    events.push(event);
    if (!ends) continue;
    entries.push({ number: event.number, message: messageOf(events, event.number, hash, result), seal: sealOf(result) });
    events = [];
  }
  return entries;
}

function sealOf(result: Record<string, unknown> | null): Seal {
  const { sealedBefore, sealedHere } = (result ?? {}) as Seal;
  return { ...(sealedBefore && { sealedBefore }), ...(sealedHere && { sealedHere }) };
}

function messageOf(
  events: LiveEvent[],
  number: number,
  hash: string,
  result: Record<string, unknown> | null,
): LiveMessage {
  // Made of another answer than a change of this case, as when a whole workspace's policy changes: no part of it says
  // what became of this case.
  if (result?.["lastEvent"] !== number) return { type: "reload" };
  const change: Record<string, unknown> = { lastEvent: number, lastHash: hash };
  // Answers hold more, for whoever asked.
  for (const key of CHANGE_PARTS) if (result[key] !== undefined) change[key] = result[key];
  return { type: "change", events, change: change as unknown as CaseChange };
}

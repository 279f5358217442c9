import type { NewEvent } from "@assay/db";
import type { EventKind, TagState, TagView } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

export interface Move {
  kind: EventKind;
  to: TagState;
  /** Told to whoever has to know why the tag stands where it stands; kept with it and with the event. */
  reason?: string;
  payload?: Record<string, unknown>;
}

/** Moves a tag to another state without a new version; the event says from where, to where and why (T8). */
export async function moveTag(
  { tx, at }: Work,
  tag: TagView,
  { kind, to, reason = "", payload }: Move,
): Promise<NewEvent> {
  const { id, claimId, sourceId, version, state: from } = tag;
  if (from !== to) await tx.tag.update({ where: { id }, data: { state: to, stateReason: reason, updatedAt: at } });
  return { kind, subject: id, reason, payload: { claimId, sourceId, version, from, to, ...payload } };
}

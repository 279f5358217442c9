import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import type { EventKind, TagState, TagView } from "@assay/domain";
import type { Work } from "./in-case-mutation.ts";

export interface Move {
  tag: Pick<TagView, "id" | "claimId" | "sourceId" | "version" | "state">;
  kind: EventKind;
  to: TagState;
  /** Told to whoever has to know why the tag stands where it stands; kept with it and with the event. */
  reason?: string;
  payload?: Record<string, unknown>;
}

/** Moves tags to other states without new versions; each event says from where, to where and why (T8). */
export async function moveTags(
  { session, at }: Pick<Work, "session" | "at">,
  moves: readonly Move[],
): Promise<NewEvent[]> {
  const rows = moves.flatMap(({ tag, to, reason = "" }) => (tag.state === to ? [] : [{ id: tag.id, to, reason }]));
  if (rows.length > 0) {
    await runSql(
      session,
      Prisma.sql`UPDATE tags SET state = moved."to"::tag_state, state_reason = moved.reason, updated_at = ${at}
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS moved (id uuid, "to" text, reason text)
        WHERE tags.id = moved.id`,
    );
  }
  return moves.map(({ tag, kind, to, reason = "", payload }) => {
    const { id, claimId, sourceId, version, state: from } = tag;
    return { kind, subject: id, reason, payload: { claimId, sourceId, version, from, to, ...payload } };
  });
}

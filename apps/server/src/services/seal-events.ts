import { Prisma, runSql } from "@assay/db";
import type { CaseWork, NewEvent } from "@assay/db";
import { SEALED_FOR } from "@assay/domain";
import type { Seal } from "@assay/domain";
import { isBlindJson } from "./seal-json.ts";

export interface SealedEvents {
  events: NewEvent[];
  seal: Pick<Seal, "sealedHere">;
}

/** Seals what a mutation did to tags whose cells are blind when it ends (B1): once, for every change of a case. */
export async function sealEvents({ session }: Pick<CaseWork, "session">, events: NewEvent[]): Promise<SealedEvents> {
  const tagIds = [...new Set(events.flatMap((event) => tagOf(event) ?? []))];
  if (tagIds.length === 0) return { events, seal: {} };
  const rows = await runSql<{ id: string; author: string }>(
    session,
    Prisma.sql`SELECT t.id::text AS id, t.author_id AS author FROM tags t
      WHERE t.id = ANY(${tagIds}::uuid[]) AND ${isBlindJson()}`,
  );
  if (rows.length === 0) return { events, seal: {} };
  const authors = new Map(rows.map(({ id, author }) => [id, author]));
  const sealedHere = events.map((event) => authors.get(tagOf(event) ?? "") ?? null);
  const sealed = events.map((event, index) => {
    const person = sealedHere[index];
    return person == null ? event : { ...event, payload: { ...event.payload, [SEALED_FOR]: person } };
  });
  return { events: sealed, seal: { sealedHere } };
}

/** The tag that an event is about: its own, or the one that a thread is about. */
function tagOf({ kind, subject, payload }: NewEvent): string | null {
  if (kind.startsWith("tag.")) return subject;
  return typeof payload.tagId === "string" ? payload.tagId : null;
}

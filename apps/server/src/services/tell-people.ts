import { randomUUID } from "node:crypto";
import { Prisma, runSql } from "@assay/db";
import type { CaseWork, NewEvent } from "@assay/db";
import { isTelling, mailTime, notificationsOf, readNotificationSettings, sourceName } from "@assay/domain";
import type { TellingContext } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { policyJson } from "./case-json.ts";

/**
 * Tells people what they have to know of a change, in its own transaction: called once for every change of a case, so
 * that no service can forget. Changes that tell nobody anything cost nothing.
 */
export async function tellPeople(ctx: CaseContext, work: CaseWork, events: readonly NewEvent[]): Promise<void> {
  const telling = events.filter(isTelling);
  if (telling.length === 0) return;
  const { lastEvent, ...context } = await readContext(ctx, work, telling);
  const { workspaceId, userId: actorId } = ctx.scope;
  const staled = staledByRevision(events);
  const rows = events.flatMap((event, index) =>
    notificationsOf(event, staled === null ? context : { ...context, staled }).map(({ mail, ...said }) => ({
      id: randomUUID(),
      ...said,
      number: lastEvent + index + 1,
      mailAfter: mailTime(mail, work.at),
      digest: mail === "daily",
    })),
  );
  if (rows.length === 0) return;
  await runSql(
    work.session,
    Prisma.sql`INSERT INTO notifications (id, workspace_id, user_id, case_id, kind, actor_id, event_number, text, href,
        created_at, mail_after, digest)
      SELECT id, ${workspaceId}::uuid, "userId", ${ctx.caseId}::uuid, kind::notification_kind, ${actorId}, number, text,
        href, ${work.at}::timestamptz, "mailAfter", digest
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (id uuid, "userId" text, kind text, number int,
        text text, href text, "mailAfter" timestamptz, digest boolean)`,
  );
}

/** Null where no source was revised. */
function staledByRevision(events: readonly NewEvent[]): string[] | null {
  if (!events.some(({ kind }) => kind === "source.revised")) return null;
  return events.filter(({ kind }) => kind === "tag.staled").map(({ subject }) => subject);
}

interface Row {
  title: string;
  lastEvent: number;
  claims: TellingContext["claims"] | null;
  sources: { id: string; number: number; publisher: string; title: string }[] | null;
  tags: TellingContext["tags"] | null;
  people: { id: string; settings: unknown }[] | null;
  openings: { claimId: string; sourceId: string }[] | null;
  requiredTags: number;
}

/** One look at everything the words may need. The case is locked: its last event is the one before these. */
async function readContext(
  ctx: CaseContext,
  { session }: CaseWork,
  events: readonly NewEvent[],
): Promise<TellingContext & { lastEvent: number }> {
  const claimIds = namedBy(events, "claimId");
  const sourceIds = namedBy(events, "sourceId");
  const removed = events.filter(({ kind }) => kind === "source.removed").map(({ subject }) => subject);
  const inCells = Prisma.sql`claim_id = ANY(${claimIds}::uuid[]) AND source_id = ANY(${sourceIds}::uuid[])`;
  const [row] = await runSql<Row>(
    session,
    Prisma.sql`SELECT c.title, c.last_event AS "lastEvent",
      (SELECT json_agg(json_build_object('id', id, 'number', number)) FROM claims
        WHERE case_id = c.id AND id = ANY(${claimIds}::uuid[])) AS claims,
      (SELECT json_agg(json_build_object('id', id, 'number', number, 'publisher', publisher, 'title', title))
        FROM sources WHERE case_id = c.id AND id = ANY(${sourceIds}::uuid[])) AS sources,
      (SELECT json_agg(json_build_object('id', t.id, 'claimId', t.claim_id, 'sourceId', t.source_id,
          'authorId', t.author_id, 'stance', v.stance, 'state', t.state))
        FROM tags t JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
        WHERE t.case_id = c.id AND t.state <> 'withdrawn' AND (${inCells}
          OR t.source_id = ANY(${removed}::uuid[]))) AS tags,
      (SELECT json_agg(json_build_object('claimId', claim_id, 'sourceId', source_id)) FROM cell_openings
        WHERE case_id = c.id AND ${inCells}) AS openings,
      (SELECT json_agg(json_build_object('id', m.user_id, 'settings', s.settings))
        FROM members m LEFT JOIN assay_notification_settings() s ON s.user_id = m.user_id
        WHERE m.workspace_id = c.workspace_id AND m.left_at IS NULL) AS people,
      coalesce((${policyJson()} ->> 'requiredTags')::int, 1) AS "requiredTags"
      FROM cases c JOIN workspaces w0 ON w0.id = c.workspace_id WHERE c.id = ${ctx.caseId}::uuid`,
  );
  if (row === undefined) throw new Error(`Case ${ctx.caseId} is locked and not there`);
  const opened = new Set((row.openings ?? []).map(({ claimId, sourceId }) => `${claimId} ${sourceId}`));
  return {
    caseId: ctx.caseId,
    caseTitle: row.title,
    lastEvent: row.lastEvent,
    actorId: ctx.person.id,
    actorName: ctx.person.name,
    claims: row.claims ?? [],
    sources: (row.sources ?? []).map((source) => ({ id: source.id, number: source.number, name: sourceName(source) })),
    tags: row.tags ?? [],
    people: (row.people ?? []).map(({ id, settings }) => ({ id, settings: readNotificationSettings(settings) })),
    isBlind: ({ claimId, sourceId }) => row.requiredTags > 1 && !opened.has(`${claimId} ${sourceId}`),
  };
}

function namedBy(events: readonly NewEvent[], field: "claimId" | "sourceId"): string[] {
  return [...new Set(events.map(({ payload }) => payload[field]).filter((id) => typeof id === "string"))];
}

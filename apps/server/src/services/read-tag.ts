import { Prisma, readScoped, runSql, withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { findTag } from "./find-tag.ts";

export interface Reading {
  tagId: string;
  tagVersion: number;
}

/**
 * Notes that this person had this version before their eyes, which approving many at once asks for. No event: it
 * changes nothing of the case. The second time says the same as the first.
 */
export function readTag(ctx: CaseContext, { tagId, tagVersion }: Reading): Promise<Reading> {
  const { workspaceId, userId } = ctx.scope;
  return withScope(ctx.app.db, ctx.scope, async (_, session) => {
    const { tag } = await findTag({ session }, ctx.caseId, tagId);
    if (tagVersion > tag.version) {
      throw new DomainError("INVALID", `This tag has no version ${tagVersion} yet.`, { field: "tagVersion" });
    }
    await runSql(
      session,
      Prisma.sql`INSERT INTO tag_readings (tag_id, tag_version, reader_id, workspace_id, read_at)
        VALUES (${tagId}::uuid, ${tagVersion}, ${userId}, ${workspaceId}::uuid, ${ctx.app.now()})
        ON CONFLICT DO NOTHING`,
    );
    return { tagId, tagVersion };
  });
}

/** The TagVersions of a case that the asking person has opened. */
export function listReadings(ctx: CaseContext): Promise<Reading[]> {
  return readScoped(
    ctx.app.db,
    ctx.scope,
    (queries) => queries.$queryRaw<Reading[]>`
      SELECT r.tag_id::text AS "tagId", r.tag_version AS "tagVersion"
      FROM tag_readings r JOIN tags t ON t.id = r.tag_id
      WHERE t.case_id = ${ctx.caseId}::uuid AND r.reader_id = ${ctx.scope.userId}
      ORDER BY r.read_at, r.tag_id`,
  );
}

import { Prisma, withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { AdjudicationView, CaseEvent, EventKind, ReviewView, TagVersionView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { adjudicationsJson, reviewsJson, tagVersionsJson } from "./case-json.ts";

export interface TagHistory {
  versions: TagVersionView[];
  reviews: ReviewView[];
  adjudications: AdjudicationView[];
  events: CaseEvent[];
}

/** Everything that ever happened to a tag, oldest first (T1, T8, A4). */
export function getTagHistory(ctx: CaseContext, tagId: string): Promise<TagHistory> {
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const tag = await tx.tag.findFirst({ where: { id: tagId, caseId: ctx.caseId }, select: { id: true } });
    if (tag === null) throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
    const select = { where: { tagId }, select: { id: true } };
    const reviewIds = (await tx.review.findMany(select)).map(({ id }) => id);
    const adjudicationIds = (await tx.adjudication.findMany(select)).map(({ id }) => id);
    const [found] = await tx.$queryRaw<{ json: string }[]>(Prisma.sql`
      SELECT json_build_object('versions', ${tagVersionsJson(tagId)}, 'reviews', ${reviewsJson(reviewIds)},
        'adjudications', ${adjudicationsJson(adjudicationIds)})::text AS json
      FROM cases c WHERE c.id = ${ctx.caseId}::uuid`);
    const rows = await tx.caseEvent.findMany({
      where: { caseId: ctx.caseId, subject: tagId },
      orderBy: { number: "asc" },
    });
    const events = rows.map(({ workspaceId: _, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      kind: row.kind as EventKind,
      payload: row.payload as Record<string, unknown>,
    }));
    return { ...(JSON.parse(found?.json ?? "{}") as Omit<TagHistory, "events">), events };
  });
}

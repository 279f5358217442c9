import { Prisma, withScope } from "@assay/db";
import type { AdjudicationView, CaseEvent, ReviewView, TagVersionView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { adjudicationsJson, reviewsJson, tagVersionsJson } from "./case-json.ts";
import { findTag } from "./find-tag.ts";
import { readSeenEvents } from "./read-seen-events.ts";

export interface TagHistory {
  versions: TagVersionView[];
  reviews: ReviewView[];
  adjudications: AdjudicationView[];
  events: CaseEvent[];
}

const MOST_EVENTS = 100_000;

/** Everything that ever happened to a tag, oldest first (T1, T8, A4). */
export function getTagHistory(ctx: CaseContext, tagId: string): Promise<TagHistory> {
  return withScope(ctx.app.db, ctx.scope, async (tx, session) => {
    await findTag({ session }, ctx.caseId, tagId);
    const select = { where: { tagId }, select: { id: true } };
    const reviewIds = (await tx.review.findMany(select)).map(({ id }) => id);
    const adjudicationIds = (await tx.adjudication.findMany(select)).map(({ id }) => id);
    const [found] = await tx.$queryRaw<{ json: string }[]>(Prisma.sql`
      SELECT json_build_object('versions', ${tagVersionsJson(tagId)}, 'reviews', ${reviewsJson(reviewIds)},
        'adjudications', ${adjudicationsJson(adjudicationIds)})::text AS json
      FROM cases c WHERE c.id = ${ctx.caseId}::uuid`);
    const events = await readSeenEvents(ctx, tx, { after: 0, limit: MOST_EVENTS, subject: tagId });
    return { ...(JSON.parse(found?.json ?? "{}") as Omit<TagHistory, "events">), events };
  });
}

import { withScope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { PresenceView } from "@assay/domain";
import type { CaseContext } from "../context.ts";

/** More pages than anybody has open; the oldest make room. */
const PAGES_AT_ONCE = 20;

/** Where a page of this person is now. It has to be said again within 45 seconds, or it is taken to be gone. */
export async function showPresence(ctx: CaseContext, place: Omit<PresenceView, "userId">): Promise<null> {
  const { caseId, scope, app } = ctx;
  const { pageId, sourceId, claimId, selection } = place;
  const { userId, workspaceId } = scope;
  const sent = selection === null ? null : JSON.stringify(selection);
  const shown = await withScope(app.db, scope, async (tx) => {
    await tx.$executeRaw`
      DELETE FROM presences WHERE (page_id = ${pageId}::uuid AND user_id = ${userId})
        OR case_id = ${caseId}::uuid AND (seen_at < now() - interval '45 seconds' OR page_id IN (
          SELECT page_id FROM presences WHERE case_id = ${caseId}::uuid AND user_id = ${userId}
          AND page_id <> ${pageId}::uuid ORDER BY seen_at DESC OFFSET ${PAGES_AT_ONCE - 1}))`;
    // Nothing of another case or workspace can be named, not even to find out that it is there (P1).
    return tx.$executeRaw`
      INSERT INTO presences (page_id, workspace_id, case_id, user_id, source_id, claim_id, selection, seen_at)
      SELECT ${pageId}::uuid, ${workspaceId}::uuid, ${caseId}::uuid, ${userId}, ${sourceId}::uuid, ${claimId}::uuid,
        ${sent}::jsonb, now()
      WHERE (${sourceId}::uuid IS NULL
          OR EXISTS (SELECT FROM sources WHERE id = ${sourceId}::uuid AND case_id = ${caseId}::uuid))
        AND (${claimId}::uuid IS NULL
          OR EXISTS (SELECT FROM claims WHERE id = ${claimId}::uuid AND case_id = ${caseId}::uuid))
        AND (${sent}::jsonb IS NULL OR EXISTS (SELECT FROM source_revisions
          WHERE id = (${sent}::jsonb ->> 'revisionId')::uuid AND case_id = ${caseId}::uuid))
      ON CONFLICT (page_id) DO NOTHING`;
  });
  if (shown === 0) throw new DomainError("NOT_FOUND", "There is no such source or claim in this case.");
  app.db.news.changed(caseId);
  return null;
}

/** A page that is closed says so; one that cannot expires. */
export async function leavePresence({ app, scope, caseId }: CaseContext, pageId: string): Promise<null> {
  const { userId } = scope;
  const where = { pageId, caseId, userId };
  const { count } = await withScope(app.db, scope, (tx) => tx.presence.deleteMany({ where }));
  if (count > 0) app.db.news.changed(caseId);
  return null;
}

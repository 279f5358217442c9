import { Prisma, readScoped } from "@assay/db";
import type { Queries, Tx } from "@assay/db";
import { DomainError, readPolicy, seeCase, withoutRemoved } from "@assay/domain";
import type { CaseView } from "@assay/domain";
import type { CaseContext, WorkspaceContext } from "../context.ts";
import { caseJson } from "./case-json.ts";
import { seenHeadJson } from "./seal-json.ts";

/** The JSON comes as text and is parsed once: the driver would look at every value a second time. */
interface JsonRow {
  json: string;
  /** The last event that the asking person is sent. */
  head: number;
}

function caseQuery(queries: Queries, caseId: string, viewerId: string): Prisma.PrismaPromise<JsonRow[]> {
  return queries.$queryRaw<JsonRow[]>`
    SELECT ${caseJson()}::text AS json, ${seenHeadJson(viewerId)} AS head FROM cases c JOIN workspaces w0 ON w0.id = c.workspace_id
    WHERE c.id = ${caseId}::uuid`;
}

/** A whole case in one query, as the asking person may see it (B1). */
export async function loadCase(ctx: CaseContext): Promise<CaseView> {
  const rows = await readScoped(ctx.app.db, ctx.scope, (queries) => caseQuery(queries, ctx.caseId, ctx.person.id));
  return viewOf(rows[0], ctx.person.id);
}

/**
 * The case as everybody may see it: nothing of any blind cell, not even the asking person's own (B1). What is signed and
 * released is made of this. Within a change: as it is stored under the case's lock.
 */
export async function loadCommonCase(tx: Tx, caseId: string): Promise<CaseView> {
  const rows = await caseQuery(tx, caseId, NOBODY);
  return viewOf(rows[0], NOBODY);
}

/** No id of a person is empty. */
const NOBODY = "";

/** All cases of a workspace in outline (no rationales, passages and reviews), newest first. */
export async function loadOutlines(ctx: WorkspaceContext): Promise<CaseView[]> {
  const rows = await readScoped(
    ctx.app.db,
    ctx.scope,
    (queries) => queries.$queryRaw<JsonRow[]>`
      SELECT ${caseJson(true)}::text AS json, ${seenHeadJson(ctx.person.id)} AS head FROM cases c JOIN workspaces w0 ON w0.id = c.workspace_id
      WHERE c.workspace_id = ${ctx.scope.workspaceId}::uuid AND c.archived_at IS NULL
      ORDER BY c.created_at DESC, c.id`,
  );
  return rows.map((row) => viewOf(row, ctx.person.id));
}

function viewOf(row: JsonRow | undefined, viewerId: string): CaseView {
  if (row === undefined) throw new DomainError("NOT_FOUND", "There is no such case.");
  const view = withoutRemoved(JSON.parse(row.json) as CaseView);
  return seeCase({ ...view, lastEvent: row.head, policy: readPolicy(view.policy) }, viewerId);
}

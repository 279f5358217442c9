import { Prisma, runSql } from "@assay/db";
import { readPolicy, seeCase, withoutRemoved } from "@assay/domain";
import type { CaseView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { caseJson, reviewsJson } from "./case-json.ts";
import type { Work } from "./in-case-mutation.ts";

/**
 * The case in outline as it stands now, inside a change of it: who wrote, challenged and was given what, without words.
 * As the person may see it, so that no refusal tells what they may not (B1).
 */
export async function loadCells(ctx: CaseContext, { session }: Pick<Work, "session">): Promise<CaseView> {
  const [row] = await runSql<{ json: string }>(
    session,
    Prisma.sql`SELECT (${caseJson(true)}::jsonb || jsonb_build_object('reviews', ${reviewsJson()}))::text AS json
      FROM cases c JOIN workspaces w0 ON w0.id = c.workspace_id WHERE c.id = ${ctx.caseId}::uuid`,
  );
  const view = withoutRemoved(JSON.parse(row?.json ?? "") as CaseView);
  return seeCase({ ...view, policy: readPolicy(view.policy) }, ctx.person.id);
}

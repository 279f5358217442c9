import type { Database } from "@assay/db";
import type { DueNotification } from "./compose-mail.ts";

/** Longer than the slowest batch; after it another server may take what this one had. */
export const LEASE_MS = 5 * 60_000;

/** What is due at a moment, leased to this process: no other gets it until the lease ends. */
export async function claimMail(db: Database, moment: Date, readers: number): Promise<DueNotification[]> {
  const { rows } = await db.pool.query<DueNotification>(
    `SELECT id::text, user_id AS "userId", email, name, workspace_id::text AS "workspaceId",
       workspace_name AS "workspaceName", case_title AS "caseTitle", text, href, created_at AS "createdAt", digest,
       attempts
     FROM assay_claim_mail($1, make_interval(secs => $2), $3)`,
    [moment, LEASE_MS / 1000, readers],
  );
  return rows;
}

export async function markSent(db: Database, ids: readonly string[], moment: Date): Promise<void> {
  await db.pool.query("SELECT assay_mail_sent($1::uuid[], $2)", [ids, moment]);
}

/** To be tried again at a moment, or never. */
export async function markFailed(db: Database, ids: readonly string[], again: Date | null): Promise<void> {
  await db.pool.query("SELECT assay_mail_failed($1::uuid[], $2)", [ids, again]);
}

import { createHash } from "node:crypto";
import type { Session } from "@assay/db";
import type { Manifest } from "./manifest.ts";

/**
 * The people of an archive keep their ids, which the log's hashes cover. Who has an account here under theirs is that
 * person; everybody else becomes a name without a way to sign in. Those who are no members become former ones: their
 * work is shown under their name and they can see nothing. Answers how many were unknown here.
 */
export async function storePeople(
  session: Session,
  people: Manifest["people"],
  workspaceId: string,
  at: Date,
): Promise<number> {
  const rows = people.map(({ id, name, role }) => ({ id, name, role: role ?? "viewer", email: addressOf(id) }));
  const json = JSON.stringify(rows);
  const { rowCount } = await session.query(
    `INSERT INTO users (id, name, email, email_verified, created_at, updated_at)
    SELECT p.id, p.name, p.email, false, $2, $2
    FROM jsonb_to_recordset($1::jsonb) AS p (id text, name text, email text) ON CONFLICT (id) DO NOTHING`,
    [json, at],
  );
  await session.query(
    `INSERT INTO members (workspace_id, user_id, role, created_at, left_at)
    SELECT $2::uuid, p.id, p.role::role, $3, $3 FROM jsonb_to_recordset($1::jsonb) AS p (id text, role text)
    ON CONFLICT (workspace_id, user_id) DO NOTHING`,
    [json, workspaceId, at],
  );
  return rowCount ?? 0;
}

/** Nobody can receive mail at it, and nobody can claim it: the name of a domain that cannot exist. */
function addressOf(id: string): string {
  return `${createHash("sha256").update(id, "utf8").digest("hex").slice(0, 32)}@imported.invalid`;
}

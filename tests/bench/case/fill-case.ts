import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";

export interface FilledCase {
  workspaceId: string;
  userId: string;
  caseId: string;
}

/** A case of the given size, straight into the tables: what is measured is reading it. */
export async function fillCase(client: pg.Client, size: { sources: number; claims: number }): Promise<FilledCase> {
  const ids = { workspaceId: randomUUID(), userId: randomUUID(), caseId: randomUUID() };
  const { workspaceId, userId, caseId } = ids;
  const reviewer = randomUUID();
  const text = Array.from({ length: 600 }, (_, i) => `Sentence ${i} of an invented account.`).join(" ");
  const sha256 = createHash("sha256").update(text).digest("hex");
  await client.query("BEGIN");
  for (const [id, name] of [[userId, "Ann Author"], [reviewer, "Ray Reviewer"]]) {
    await client.query("INSERT INTO users (id, name, email) VALUES ($1, $2, $1 || '@bench.example')", [id, name]);
  }
  await client.query("INSERT INTO workspaces (id, name, created_by) VALUES ($1, 'Bench', $2)", [workspaceId, userId]);
  await client.query("INSERT INTO members (workspace_id, user_id, role) VALUES ($1, $2, 'owner'), ($1, $3, 'reviewer')", [
    workspaceId, userId, reviewer,
  ]);
  await client.query("INSERT INTO cases (id, workspace_id, title, created_by) VALUES ($1, $2, 'Bench', $3)", [
    caseId, workspaceId, userId,
  ]);
  const revisions: { source: string; revision: string }[] = [];
  for (let n = 1; n <= size.sources; n += 1) {
    const source = randomUUID();
    const revision = randomUUID();
    revisions.push({ source, revision });
    await client.query(
      `INSERT INTO sources (id, workspace_id, case_id, number, title, publisher, kind, created_by)
       VALUES ($1, $2, $3, $4::int, 'An account', 'Publisher ' || $4::int::text, 'article', $5)`,
      [source, workspaceId, caseId, n, userId],
    );
    await client.query(
      `INSERT INTO source_revisions (id, workspace_id, case_id, source_id, number, text, sha256, length, blocks,
         completeness, original, original_media_type, original_sha256, created_by)
       VALUES ($1, $2, $3, $4, 1, $5, $6, $7, '[]', 'full', $8, 'text/plain', $6, $9)`,
      [revision, workspaceId, caseId, source, text, sha256, text.length, Buffer.from(text), userId],
    );
  }
  for (let n = 1; n <= size.claims; n += 1) {
    const claim = randomUUID();
    await client.query(
      `INSERT INTO claims (id, workspace_id, case_id, number, text, type, created_by)
       VALUES ($1, $2, $3, $4::int, 'Claim ' || $4::int::text || ' says that something was counted on the day.', 'number', $5)`,
      [claim, workspaceId, caseId, n, userId],
    );
    for (const { source, revision } of revisions) {
      const tag = randomUUID();
      const start = (n * 37) % 1000;
      const exact = text.slice(start, start + 90);
      await client.query(
        `INSERT INTO tags (id, workspace_id, case_id, claim_id, source_id, author_id, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'approved')`,
        [tag, workspaceId, caseId, claim, source, userId],
      );
      await client.query(
        `INSERT INTO tag_versions (tag_id, version, workspace_id, revision_id, claim_version, stance, rationale)
         VALUES ($1, 1, $2, $3, 1, 'verified', 'The account gives the figure in its own voice, with no source named.')`,
        [tag, workspaceId, revision],
      );
      await client.query(
        `INSERT INTO evidence (id, workspace_id, tag_id, tag_version, position, role, start, "end", exact, prefix, suffix)
         VALUES (gen_random_uuid(), $1, $2, 1, 0, 'supports', $3, $4, $5, '', '')`,
        [workspaceId, tag, start, start + exact.length, exact],
      );
      await client.query(
        `INSERT INTO reviews (id, workspace_id, tag_id, tag_version, reviewer_id, decision)
         VALUES (gen_random_uuid(), $1, $2, 1, $3, 'approve')`,
        [workspaceId, tag, reviewer],
      );
    }
  }
  await client.query("COMMIT");
  await client.query("ANALYZE");
  return ids;
}

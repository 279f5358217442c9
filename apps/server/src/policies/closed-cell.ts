import { Prisma, runSql } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { Work } from "../services/in-case-mutation.ts";

/** Keys of the given tags' cells that have not opened, among which nobody sees another's tag (B1). */
export async function findClosedTags(
  ctx: CaseContext,
  { session }: Pick<Work, "session">,
  tags: readonly Pick<TagView, "id" | "claimId" | "sourceId">[],
): Promise<Set<string>> {
  if (ctx.policy.requiredTags <= 1 || tags.length === 0) return new Set();
  const rows = await runSql<{ id: string }>(
    session,
    Prisma.sql`SELECT t.id::text AS id FROM tags t
      JOIN cell_openings g ON g.claim_id = t.claim_id AND g.source_id = t.source_id
      WHERE t.id = ANY(${tags.map(({ id }) => id)}::uuid[])`,
  );
  const open = new Set(rows.map(({ id }) => id));
  return new Set(tags.flatMap(({ id }) => (open.has(id) ? [] : [id])));
}

/** Somebody else's tag in a cell that is still blind is as if it did not exist. */
export async function refuseHiddenTag(
  ctx: CaseContext,
  work: Pick<Work, "session">,
  tag: Pick<TagView, "id" | "claimId" | "sourceId" | "authorId">,
): Promise<void> {
  if (tag.authorId === ctx.person.id || !(await findClosedTags(ctx, work, [tag])).has(tag.id)) return;
  throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
}

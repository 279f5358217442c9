import { DomainError, decideRemoval, decideReturn } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import { Prisma, runSql } from "@assay/db";
import type { Session } from "@assay/db";
import type { CaseContext } from "../context.ts";
import { actorOf } from "../policies/tag.ts";
import { refusalError } from "../policies/refuse.ts";
import { expectSourceVersion, findSource } from "./find-source.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Touched } from "./load-change.ts";
import { loadCells } from "./load-cells.ts";

export interface MoveSource {
  mutationId: string;
  sourceId: string;
  baseVersion: number;
}

/**
 * A tombstone (T7): the source leaves the case with all that was said of it, out of matrix, verdicts, work and reports,
 * and nothing of it is deleted.
 */
export function removeSource(ctx: CaseContext, input: MoveSource & { reason: string }): Promise<CaseChange> {
  const { mutationId, sourceId, baseVersion, reason } = input;
  return inCaseMutation(ctx, { procedure: "source.remove", mutationId }, async (work) => {
    const { tx, at } = work;
    const source = await findSource(tx, ctx.caseId, sourceId);
    if (source.removedAt !== null) {
      throw new DomainError("REFUSED", `Source ${source.number} is out of the case already.`, { rule: "T7" });
    }
    await expectSourceVersion(tx, ctx.caseId, source, baseVersion, { reason });
    const decided = decideRemoval(await loadCells(ctx, work), actorOf(ctx), sourceId);
    if (!decided.ok) throw refusalError(decided);
    const version = source.version + 1;
    const removal = { removedAt: at, removedBy: ctx.person.id, removedReason: reason };
    await tx.source.update({ where: { id: sourceId }, data: { ...removal, version }, select: { id: true } });
    const payload = { sourceId, number: source.number, version };
    return {
      events: [{ kind: "source.removed", subject: sourceId, reason, payload }],
      touched: { removedSources: [sourceId] },
    };
  });
}

/** With everything that it had. */
export function restoreSource(ctx: CaseContext, { mutationId, sourceId, baseVersion }: MoveSource): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "source.restore", mutationId }, async ({ tx, session }) => {
    const source = await findSource(tx, ctx.caseId, sourceId);
    if (source.removedAt === null) {
      throw new DomainError("REFUSED", `Source ${source.number} is in the case.`, { rule: "T7" });
    }
    await expectSourceVersion(tx, ctx.caseId, source, baseVersion, {});
    const decided = decideReturn(actorOf(ctx), source);
    if (!decided.ok) throw refusalError(decided);
    const version = source.version + 1;
    const removal = { removedAt: null, removedBy: null, removedReason: null };
    await tx.source.update({ where: { id: sourceId }, data: { ...removal, version }, select: { id: true } });
    const payload = { sourceId, number: source.number, version };
    const touched = { sources: [sourceId], openings: true as const, ...(await hangingOn(session, sourceId)) };
    return { events: [{ kind: "source.restored", subject: sourceId, payload }], touched };
  });
}

/** What those who have the case before them lost sight of, or never had. */
async function hangingOn(session: Session, sourceId: string): Promise<Touched> {
  const [row] = await runSql<Required<Pick<Touched, "tags" | "reviews" | "adjudications" | "assignments" | "threads">>>(
    session,
    Prisma.sql`SELECT ARRAY(SELECT id::text FROM tags WHERE source_id = ${sourceId}::uuid) AS tags,
      ARRAY(SELECT w.id::text FROM reviews w JOIN tags t ON t.id = w.tag_id
        WHERE t.source_id = ${sourceId}::uuid) AS reviews,
      ARRAY(SELECT a.id::text FROM adjudications a JOIN tags t ON t.id = a.tag_id
        WHERE t.source_id = ${sourceId}::uuid) AS adjudications,
      ARRAY(SELECT id::text FROM assignments WHERE source_id = ${sourceId}::uuid AND ended_at IS NULL) AS assignments,
      ARRAY(SELECT id::text FROM threads WHERE source_id = ${sourceId}::uuid) AS threads`,
  );
  return row ?? {};
}

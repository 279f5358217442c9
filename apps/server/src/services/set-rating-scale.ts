import { appendEvents, lockCase } from "@assay/db";
import { DEFAULT_RATING_SCALE, DomainError, checkRatingScale } from "@assay/domain";
import type { RatingEntry, RatingScale } from "@assay/domain";
import { withScope } from "@assay/db";
import type { Tx } from "@assay/db";
import type { WorkspaceContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export interface SetRatingScale {
  mutationId: string;
  /** The scale's. */
  baseVersion: number;
  name: string;
  entries: RatingEntry[];
}

const MOVED_ON = "Somebody else changed the scale in the meantime. Look at it again, then save yours.";

export function getRatingScale(ctx: WorkspaceContext): Promise<RatingScale> {
  return withScope(ctx.app.db, ctx.scope, (tx) => readScale(tx, ctx.scope.workspaceId));
}

/**
 * Another version of the desk's scale. It is an event in every case that holds a rating, so that signatures given to
 * those cases end; ratings keep the words they were given with, and releases the scale they were made with (R2).
 */
export function setRatingScale(ctx: WorkspaceContext, input: SetRatingScale): Promise<RatingScale> {
  const { mutationId, baseVersion, name, entries } = input;
  const { workspaceId, userId: actorId } = ctx.scope;
  return inWorkspaceMutation(ctx, { procedure: "rating.setScale", mutationId }, async ({ tx, now }) => {
    const known = await readScale(tx, workspaceId);
    if (known.version !== baseVersion) {
      throw new DomainError("CONFLICT", MOVED_ON, { current: known, yours: { name, entries }, rule: "E5" });
    }
    const checked = checkRatingScale({ name, entries });
    if (!checked.ok) throw refusalError(checked);
    const version = known.version + 1;
    const stored = entries.map(({ id, label, colour, definition }) => ({ id, label, colour, definition }));
    await tx.ratingScale.create({
      data: { workspaceId, version, name, entries: stored, createdBy: actorId, createdAt: now },
    });
    const rated = await tx.rating.findMany({
      where: { workspaceId },
      select: { caseId: true },
      distinct: ["caseId"],
      orderBy: { caseId: "asc" },
    });
    for (const { caseId } of rated) {
      await lockCase(tx, ctx.scope, caseId);
      const { _max } = await tx.caseEvent.aggregate({ where: { caseId }, _max: { at: true } });
      const at = _max.at !== null && _max.at >= now ? new Date(_max.at.getTime() + 1) : now;
      const head = { caseId, workspaceId, actorId, mutationId, at: at.toISOString() };
      const payload = { version, name, entries: stored };
      await appendEvents(tx, head, [{ kind: "scale.changed", subject: caseId, payload }]);
    }
    return { name, version, entries: stored };
  });
}

async function readScale(tx: Tx, workspaceId: string): Promise<RatingScale> {
  const row = await tx.ratingScale.findFirst({ where: { workspaceId }, orderBy: { version: "desc" } });
  if (row === null) return DEFAULT_RATING_SCALE;
  return { name: row.name, version: row.version, entries: row.entries as unknown as RatingEntry[] };
}

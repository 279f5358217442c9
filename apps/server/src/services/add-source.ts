import { randomUUID } from "node:crypto";
import { DomainError } from "@assay/domain";
import type { CaseChange, Completeness, SourceMeta } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { refusalError } from "../policies/refuse.ts";
import { findDuplicate } from "./find-duplicate.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { insertRevision } from "./insert-revision.ts";
import { readContent } from "./read-content.ts";

export interface AddSource {
  mutationId: string;
  id: string;
  content: SourceContent;
  meta: SourceMeta;
  completeness: Completeness;
  allowDuplicate?: boolean | undefined;
}

/** Stores a source with its first revision: text, blocks, hash, and the bytes as received. */
export async function addSource(ctx: CaseContext, input: AddSource): Promise<CaseChange> {
  const { id, mutationId, meta, completeness } = input;
  // Read before the case is locked: a large file must not hold up everybody else's work.
  const { originalName, mediaType, read } = await readContent(ctx, input.content);
  if (!read.ok) throw refusalError(read, { field: "content" });
  const { sha256, length, stored } = read;
  const { originalSha256 } = stored;
  return inCaseMutation(ctx, { procedure: "source.add", mutationId }, async ({ tx, session, at }) => {
    const existing = await findDuplicate(tx, ctx.caseId, sha256);
    if (existing !== null && input.allowDuplicate !== true) {
      const as = `as source ${existing.number}, ${existing.name}`;
      const message = existing.removed
        ? `This text was in the case, ${as}, and was taken out. It can be put back with all that was said of it.`
        : `This text is in the case already, ${as}.`;
      throw new DomainError("ALREADY_EXISTS", message, { existing });
    }
    const { workspaceId, userId } = ctx.scope;
    const { _max } = await tx.source.aggregate({ where: { caseId: ctx.caseId }, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    const shared = { workspaceId, caseId: ctx.caseId, createdBy: userId, createdAt: at };
    await tx.source.create({ data: { id, ...shared, ...meta, number }, select: { id: true } });
    const revision = { id: randomUUID(), number: 1, sha256, length, completeness, originalSha256 };
    const from = { originalName, originalMediaType: mediaType, ...stored };
    await insertRevision(session, { ...shared, sourceId: id, ...revision, ...from });
    const payload = { number, version: 1, meta: { ...meta }, revision };
    return { events: [{ kind: "source.added", subject: id, payload }], touched: { sources: [id] } };
  });
}

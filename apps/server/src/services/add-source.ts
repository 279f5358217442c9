import { createHash, randomUUID } from "node:crypto";
import { sha256 } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseChange, Completeness, SourceMeta } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { refusalError } from "../policies/refuse.ts";
import { findDuplicate } from "./find-duplicate.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
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
export function addSource(ctx: CaseContext, input: AddSource): Promise<CaseChange> {
  const { id, mutationId, meta, completeness } = input;
  // Read before the case is locked: a large file must not hold up everybody else's work.
  const { original, originalName, mediaType, read } = readContent(input.content);
  if (!read.ok) throw refusalError(read, { field: "content" });
  const hash = sha256(read.text);
  return inCaseMutation(ctx, { procedure: "source.add", mutationId }, async ({ tx, at }) => {
    const existing = await findDuplicate(tx, ctx.caseId, hash);
    if (existing !== null && input.allowDuplicate !== true) {
      const message = `This text is in the case already, as source ${existing.number}, ${existing.name}.`;
      throw new DomainError("ALREADY_EXISTS", message, { existing });
    }
    const { workspaceId, userId } = ctx.scope;
    const { _max } = await tx.source.aggregate({ where: { caseId: ctx.caseId }, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    const shared = { workspaceId, caseId: ctx.caseId, createdBy: userId, createdAt: at };
    await tx.source.create({ data: { id, ...shared, ...meta, number } });
    const revisionId = randomUUID();
    const originalSha256 = createHash("sha256").update(original).digest("hex");
    await tx.sourceRevision.create({
      data: {
        ...shared,
        id: revisionId,
        sourceId: id,
        number: 1,
        text: read.text,
        sha256: hash,
        length: read.text.length,
        blocks: read.blocks.map((block) => ({ ...block })),
        completeness,
        original: Uint8Array.from(original),
        originalName,
        originalMediaType: mediaType,
        originalSha256,
      },
      select: { id: true },
    });
    const revision = {
      id: revisionId,
      number: 1,
      sha256: hash,
      length: read.text.length,
      completeness,
      originalSha256,
    };
    const payload = { number, version: 1, meta: { ...meta }, revision };
    return { events: [{ kind: "source.added", subject: id, payload }], touched: { sources: [id] } };
  });
}

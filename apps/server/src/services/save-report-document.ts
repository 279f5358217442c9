import { Prisma } from "@assay/db";
import { DomainError, canonicalJson, claimLabel, isBlindCell, sourceName } from "@assay/domain";
import type { CaseChange, ReportBlock, ReportDocument } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { readReportDocument } from "./get-report-document.ts";
import type { Work } from "./in-case-mutation.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { readBlindness } from "./see-answer.ts";

export interface SaveReportDocument {
  mutationId: string;
  /** The stored version that this one was written over; 0 for the default document. */
  baseVersion: number;
  document: ReportDocument;
}

interface Saved {
  /** The stored version; the base where nothing changed. */
  version: number;
}

/** The whole document, stored beside all earlier ones. Who wrote over something else gets both texts back (E5). */
export function saveReportDocument(ctx: CaseContext, input: SaveReportDocument): Promise<CaseChange & Saved> {
  const { mutationId, baseVersion, document } = input;
  return inCaseMutation<Saved>(ctx, { procedure: "document.save", mutationId }, async (work) => {
    const { tx, at } = work;
    const current = await readReportDocument(tx, ctx.caseId);
    if (canonicalJson(current.document) === canonicalJson(document)) {
      return { events: [], touched: {}, extra: { version: current.version } };
    }
    if (current.version !== baseVersion) {
      const message = "Somebody else changed the report in the meantime. Both texts are kept: choose which one stands.";
      throw new DomainError("CONFLICT", message, { current, yours: document, rule: "E5" });
    }
    await expectOpenCells(ctx, work, document);
    const version = current.version + 1;
    const { title, blocks } = document;
    await tx.reportDocument.create({
      data: {
        caseId: ctx.caseId,
        version,
        workspaceId: ctx.scope.workspaceId,
        title,
        blocks: blocks as unknown as Prisma.InputJsonArray,
        authorId: ctx.person.id,
        createdAt: at,
      },
    });
    const payload = { version, title, blocks: movedBlocks(current.document.blocks, blocks) };
    return {
      events: [{ kind: "report.edited", subject: ctx.caseId, payload }],
      touched: { document: true },
      extra: { version },
    };
  });
}

/** B1: that somebody can quote a blind cell would tell everybody of a tag in it. Policy and openings decide alone. */
async function expectOpenCells(ctx: CaseContext, { tx }: Work, { blocks }: ReportDocument): Promise<void> {
  const quoted = blocks.filter((block) => block.type === "evidence");
  if (quoted.length === 0) return;
  const blindness = await readBlindness(tx, ctx.caseId);
  const hidden = quoted.find((cell) => isBlindCell(blindness, cell));
  if (hidden === undefined) return;
  const inCase = (id: string) => ({ id, caseId: ctx.caseId });
  const claim = await tx.claim.findFirst({ where: inCase(hidden.claimId), select: { number: true } });
  const source = await tx.source.findFirst({
    where: inCase(hidden.sourceId),
    select: { number: true, publisher: true, title: true },
  });
  const where = claim === null || source === null ? "A cell" : `${claimLabel(claim)} in ${sourceName(source)}`;
  const message = `${where} is still blind. Its passages can be quoted once it opens; take the block out until then.`;
  throw new DomainError("REFUSED", message, { rule: "B1" });
}

function movedBlocks(before: readonly ReportBlock[], after: readonly ReportBlock[]) {
  const [old, fresh] = [before, after].map((blocks) => new Set(blocks.map(({ id }) => id)));
  const count = (blocks: readonly ReportBlock[], known = new Set<string>()) =>
    blocks.filter(({ id }) => !known.has(id)).length;
  return { added: count(after, old), removed: count(before, fresh) };
}

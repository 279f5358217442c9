import type { BlockAudience, ReportDocument, TemplateBlock } from "@assay/domain";
import { BLOCK_AUDIENCES, checkReportDocument } from "@assay/domain";
import { z } from "zod";
import { spokenPhrase } from "./basics.ts";

/** A whole document as a client sends it: known blocks and fields only, in bounds, texts normalised (X2). */
export const reportDocument = z.unknown().transform((raw, ctx): ReportDocument => {
  const checked = checkReportDocument(raw);
  if (checked.ok) return checked.document;
  ctx.addIssue({ code: "custom", message: checked.reason });
  return z.NEVER;
});

const NO_ID = "00000000-0000-4000-8000-";

/** A template's blocks are a document's without ids, so they are checked as one that is given some. */
export const templateBlocks = z.unknown().transform((raw, ctx): TemplateBlock[] => {
  const list = Array.isArray(raw) ? raw : [];
  const blocks = list.map((block: object, index) => ({ ...block, id: NO_ID + index.toString(16).padStart(12, "0") }));
  const checked = checkReportDocument({ title: "Template", blocks });
  const fail = (message: string) => (ctx.addIssue({ code: "custom", message }), z.NEVER);
  if (!checked.ok) return fail(checked.reason);
  if (list.length === 0) return fail("A template needs at least one block.");
  if (checked.document.blocks.some((block) => "claimId" in block)) {
    return fail("A template names no claim and no passage. Take their blocks out.");
  }
  return checked.document.blocks.map(({ id: _, ...block }): TemplateBlock => block);
});

export const templateName = spokenPhrase(80, "Give the template a name.");
export const audience: z.ZodType<BlockAudience> = z.enum(BLOCK_AUDIENCES);

import { createHash } from "node:crypto";
import { readScoped, readTogether } from "@assay/db";
import type { BlockAudience, CaseView } from "@assay/domain";
import { buildSnapshot, isPageFormat } from "@assay/reports";
import type { ReportFormatName, ReportScope } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { renderReport } from "../printing/render-report.ts";
import { documentShown } from "./document-shown.ts";
import { getReportDocument } from "./get-report-document.ts";
import { getRevisionTexts, quotedRevisions } from "./get-source-text.ts";
import { loadCase } from "./load-case.ts";

export interface ExportReport {
  format: ReportFormatName;
  title: string;
  scope: ReportScope;
  /** With the desk's document, as stored, for these readers; its title then stands. */
  audience?: BlockAudience | undefined;
}

export interface ExportedReport {
  filename: string;
  mediaType: string;
  body: string;
  /** How the body carries the file's bytes. */
  encoding: "utf8" | "base64";
  /** Of the file's bytes. */
  sha256: string;
}

/** Everything in it is of the one moment that it names, whatever others do to the case while it is read. */
export async function exportReport(ctx: CaseContext, input: ExportReport): Promise<ExportedReport> {
  const shown = await readTogether(ctx.app.db, (db) => readShown({ ...ctx, app: { ...ctx.app, db } }, input));
  const now = ctx.app.now().toISOString();
  const snapshot = buildSnapshot({ ...shown, now, generator: `Assay ${ctx.app.version}` });
  const { bytes, mediaType, filename } = await renderReport(ctx.app, snapshot, input.format);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const encoding = isPageFormat(input.format) ? "base64" : "utf8";
  return { filename, mediaType, body: Buffer.from(bytes).toString(encoding), encoding, sha256 };
}

async function readShown(ctx: CaseContext, { title, scope, audience }: ExportReport) {
  const view = await atTrueHead(ctx, await loadCase(ctx));
  const texts = await getRevisionTexts(ctx, quotedRevisions(view));
  const shown = audience === undefined ? { title, scope } : await storedShown(ctx, scope, audience);
  return { view, texts, ...shown };
}

async function storedShown(ctx: CaseContext, scope: ReportScope, audience: BlockAudience) {
  const { document } = await getReportDocument(ctx);
  return documentShown(ctx, { document, audience, scope });
}

/**
 * Once nothing is blind, a report names the place in the log itself, where its hash is found: the same for everybody,
 * however each of them was sent the case.
 */
async function atTrueHead(ctx: CaseContext, view: CaseView): Promise<CaseView> {
  if (view.lastHash === "") return view;
  const hash = view.lastHash;
  const event = await readScoped(ctx.app.db, ctx.scope, (queries) =>
    queries.caseEvent.findFirst({ where: { caseId: ctx.caseId, hash }, select: { number: true } }),
  );
  return event === null ? view : { ...view, lastEvent: event.number };
}

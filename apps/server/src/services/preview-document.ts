import { readTogether } from "@assay/db";
import type { BlockAudience, ReportDocument } from "@assay/domain";
import { buildSnapshot, exportReport } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { documentShown } from "./document-shown.ts";
import { getRevisionTexts, quotedRevisions } from "./get-source-text.ts";
import { loadCase } from "./load-case.ts";
import { reportFaces } from "./report-faces.ts";

export interface PreviewDocument {
  document: ReportDocument;
  audience: BlockAudience;
  /** Whether the page is to carry its faces: a page that follows another has them already. */
  faces: boolean;
}

const EVERYTHING = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;

/** The export of a document that need not be stored yet: the very page that the HTML file holds. */
export async function previewDocument(ctx: CaseContext, input: PreviewDocument): Promise<{ html: string }> {
  const { document, audience } = input;
  const shown = await readTogether(ctx.app.db, async (db) => {
    const together = { ...ctx, app: { ...ctx.app, db } };
    const view = await loadCase(together);
    const texts = await getRevisionTexts(together, quotedRevisions(view));
    return { view, texts, ...(await documentShown(together, { document, audience, scope: EVERYTHING })) };
  });
  const now = ctx.app.now().toISOString();
  const snapshot = buildSnapshot({ ...shown, now, generator: `Assay ${ctx.app.version}` });
  const { bytes } = exportReport(snapshot, "html", input.faces ? reportFaces() : []);
  return { html: new TextDecoder().decode(bytes) };
}

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
  const view = await loadCase(ctx);
  const texts = await getRevisionTexts(ctx, quotedRevisions(view));
  const snapshot = buildSnapshot({
    view,
    texts,
    now: ctx.app.now().toISOString(),
    generator: `Assay ${ctx.app.version}`,
    ...(await documentShown(ctx, { document, audience, scope: EVERYTHING })),
  });
  const { bytes } = exportReport(snapshot, "html", input.faces ? reportFaces() : []);
  return { html: new TextDecoder().decode(bytes) };
}

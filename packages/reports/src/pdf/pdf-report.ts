import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { printReport } from "../printed/print-report.ts";
import type { ReportSnapshot } from "../report-snapshot.ts";
import { JoinedPdf } from "./join-pdf.ts";
import { pageOf } from "./pdf-page.ts";
import { partsOf } from "./pdf-parts.ts";
import { PDF_TEMPLATE } from "./pdf-template.ts";

/** Typst looks for files under this folder alone, and finds the two that are handed to it in memory. */
const FOLDER = "/assay-report";

/**
 * PDF/UA-1: tagged, with title, language, bookmarks and embedded typefaces. The typesetter refuses to write a character
 * that it has no glyph for, so an empty box cannot slip through.
 */
export function renderPdf(snapshot: ReportSnapshot, most?: number): Uint8Array {
  const page = pageOf(printReport(snapshot));
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: page.blobs }] });
  // What was kept for another part makes room for this one.
  const set = (report: string, options: { pdfStandard: "ua-1" } | { pdfTags: false }): Buffer => {
    compiler.mapShadow(`${FOLDER}/report.json`, Buffer.from(report, "utf8"));
    try {
      return compiler.pdf({ mainFileContent: PDF_TEMPLATE }, { ...options, creationTimestamp: page.madeAt });
    } catch (error) {
      // The typesetter tells what was wrong in the code of its error.
      const told = error instanceof Error && "code" in error ? `${String(error.code)} ${error.message}` : String(error);
      throw new Error(`The page could not be set: ${told}`, { cause: error });
    } finally {
      compiler.evictCache(0);
    }
  };
  const constant = JSON.stringify(page.constant).slice(0, -1);
  const parts = partsOf(page, most);
  const digits = String(guessPages(parts.map(({ blocks }) => blocks))).length;
  const joined = new JoinedPdf();
  for (const [index, part] of parts.entries()) {
    const { headings, shift, notesAt } = part;
    // A part that is set is not needed again.
    const blocks = part.blocks.splice(0);
    const rest = JSON.stringify({
      opening: index === 0 ? page.opening : null,
      closing: index === parts.length - 1 ? page.closing : null,
      notes: page.notes,
      notesAt,
      shift,
      first: joined.pages + 1,
      digits,
      total: null,
    });
    joined.add(set(`${constant},${rest.slice(1, -1)},"blocks":[${blocks.join(",")}]}`, { pdfStandard: "ua-1" }), headings, shift);
  }
  return joined.finish(set(`${constant},"total":${joined.pages},"digits":${digits}}`, { pdfTags: false }));
}

/** Room for the number of pages in every foot, before it is known: a wrong guess moves it by the width of a digit. */
function guessPages(parts: readonly (readonly string[])[]): number {
  return Math.ceil(parts.flat().reduce((sum, { length }) => sum + length, 0) / 8_000) + 2;
}

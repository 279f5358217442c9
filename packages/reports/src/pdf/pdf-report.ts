import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { printReport } from "../printed/print-report.ts";
import type { ReportSnapshot } from "../report-snapshot.ts";
import { pageOf } from "./pdf-page.ts";
import { PDF_TEMPLATE } from "./pdf-template.ts";

/** Typst looks for files under this folder alone, and finds the two that are handed to it in memory. */
const FOLDER = "/assay-report";

/**
 * PDF/UA-1: tagged, with title, language, bookmarks and embedded typefaces. The typesetter refuses to write a character
 * that it has no glyph for, so an empty box cannot slip through.
 */
export function renderPdf(snapshot: ReportSnapshot): Uint8Array {
  const { page, blobs, madeAt } = pageOf(printReport(snapshot));
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: blobs }] });
  compiler.mapShadow(`${FOLDER}/report.json`, Buffer.from(JSON.stringify(page), "utf8"));
  const compiled = compiler.compile({ mainFileContent: PDF_TEMPLATE });
  if (compiled.result === null) {
    throw new Error(`The page could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  }
  // What was kept for another round of layout makes room for the file.
  compiler.evictCache(0);
  const bytes = compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: madeAt });
  compiler.evictCache(0);
  return new Uint8Array(bytes);
}

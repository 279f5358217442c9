import { printReport } from "../printed/print-report.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { JoinedPdf } from "./join-pdf.ts";
import { pageOf } from "./pdf-page.ts";
import type { PdfPage } from "./pdf-page.ts";
import { partsOf } from "./pdf-parts.ts";
import type { PdfPart } from "./pdf-parts.ts";
import { Typesetter } from "./typesetter.ts";

/**
 * PDF/UA-1: tagged, with title, language, bookmarks and embedded typefaces. The typesetter refuses to write a character
 * that it has no glyph for, so an empty box cannot slip through. `most` is how long a part may be.
 */
export async function renderPdf(snapshot: ReportSnapshot, most?: number): Promise<Uint8Array> {
  const page = pageOf(printReport(snapshot));
  const parts = partsOf(page, most);
  const constant = JSON.stringify(page.constant).slice(0, -1);
  const typesetter = new Typesetter(page, parts.length);
  try {
    const joined = new JoinedPdf();
    let done = 0;
    for await (const bytes of typesetter.setAll(reportsOf(page, parts, constant))) {
      const { headings, shift } = parts[done] ?? { headings: [], shift: 0 };
      joined.add(bytes, headings, shift);
      done += 1;
    }
    return joined.finish(await typesetter.set(`${constant},"total":${joined.pages}}`, { pdfTags: false }));
  } finally {
    await typesetter.end();
  }
}

/** What the template reads, for each part. */
function* reportsOf(page: PdfPage, parts: readonly PdfPart[], constant: string): Generator<string> {
  for (const [index, { blocks, notesAt, shift }] of parts.entries()) {
    const rest = JSON.stringify({
      opening: index === 0 ? page.opening : null,
      closing: index === parts.length - 1 ? page.closing : null,
      notes: page.notes,
      notesAt,
      shift,
      total: null,
    });
    // A part that is set is not needed again.
    yield `${constant},${rest.slice(1, -1)},"blocks":[${blocks.splice(0).join(",")}]}`;
  }
}

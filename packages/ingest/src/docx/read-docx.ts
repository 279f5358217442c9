import { refuse } from "@assay/domain";
import type { Outcome } from "@assay/domain";
import { parse } from "parse5";
import { addWords } from "../html/add-words.ts";
import type { Element } from "../html/element.ts";
import { attribute } from "../html/element.ts";
import type { Structure } from "../ingested.ts";
import { Page } from "../page.ts";
import { titleFromName, titleFromText } from "../title.ts";
import { checkParts } from "./check-parts.ts";
import { coreProperties } from "./core-properties.ts";
import { docxNotes } from "./docx-notes.ts";
import { unpackParts } from "./unpack-parts.ts";
import type { Parts } from "./unpack-parts.ts";

/** A document of Word (ECMA-376): its words as they stand once all tracked changes are accepted. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Outcome<Structure>> {
  const unpacked = await unpackParts(bytes);
  if (!unpacked.ok) return unpacked;
  const { parts } = unpacked;
  const misfit = checkParts(parts);
  if (misfit !== null) return misfit;
  const html = await asHtml(parts);
  if (html === null) {
    return refuse("format", "This DOCX is damaged: what is in it does not fit together. Open it in Word or LibreOffice, save it again, and add that.");
  }
  const page = new Page();
  addWords(page, parse(html), isWayBack);
  const heading = page.blocks.find(({ kind }) => kind === "heading");
  const headline = heading === undefined ? "" : page.text.slice(heading.start, heading.end);
  const title = titleFromText(headline) || titleFromName(name) || titleFromText(page.text);
  const meta = { title, ...coreProperties(parts) };
  return { ok: true, text: page.text, blocks: page.blocks, meta, notes: docxNotes(parts, html) };
}

/** What Word's own styles are; headings and lists the library knows. */
const STYLES = [
  "p.Title => h1:fresh",
  "p[style-name='Title'] => h1:fresh",
  "p.Subtitle => h2:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p.Quote => blockquote > p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p.IntenseQuote => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** Null where the library cannot make sense of it. It sees an archive of nothing but the parts that were checked. */
async function asHtml(parts: Parts): Promise<string | null> {
  const [{ default: mammoth }, { zipSync }] = await Promise.all([import("mammoth"), import("fflate")]);
  const checked = zipSync(Object.fromEntries(parts), { level: 0 });
  // A picture's bytes are not asked for: they are not in the archive, or lie outside of it.
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(checked) }, { styleMap: STYLES, convertImage })).value;
  } catch {
    return null;
  }
}

/** The arrow after a note that leads back to its place: no word of the document. */
function isWayBack(element: Element): boolean {
  return element.tagName === "a" && /^#(?:foot|end)note-ref-/.test(attribute(element, "href"));
}

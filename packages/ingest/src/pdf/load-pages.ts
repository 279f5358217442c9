import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Letters that a page sets in one go, in points from the upper left corner of the page as it is looked at. */
export interface Piece {
  words: string;
  x: number;
  /** Of the line that the letters stand on. */
  y: number;
  width: number;
  /** Of the font. */
  size: number;
  /** False for what runs up or down the page. */
  level: boolean;
  endsLine: boolean;
}

export interface PdfPages {
  pages: Piece[][];
  title: string;
  author: string;
  language: string;
  /** Comments that somebody put on it. */
  comments: number;
}

export type NoPages = "locked" | "damaged" | "too many pages";

const MOST_PAGES = 5_000;
const COMMENTS = new Set(["Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly"]);

/** What pdf.js finds on the pages, in the order in which the file sets it. Nothing in the file is run, nothing fetched. */
export async function loadPages(bytes: Uint8Array): Promise<PdfPages | NoPages> {
  const { getDocument, Util } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const home = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string): string => `${path.join(home, name)}${path.sep}`;
  const task = getDocument({
    // It takes over the memory it is given, and the file itself is stored afterwards.
    data: bytes.slice(),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: pathToFileURL(folder("wasm")).href,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return "too many pages";
    const info = new Map<string, unknown>(Object.entries((await document.getMetadata()).info));
    const read: PdfPages = {
      pages: [],
      title: textOf(info.get("Title")),
      author: textOf(info.get("Author")),
      language: textOf(info.get("Language")),
      comments: 0,
    };
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      // The letters as the file has them: never composed into others.
      const { items } = await page.getTextContent({ disableNormalization: true });
      const pieces: Piece[] = [];
      for (const item of items) {
        if (!("str" in item)) continue;
        const [a, b, , , x, y] = Util.transform(view.transform, item.transform) as [number, number, number, number, number, number];
        const size = Math.hypot(a, b);
        pieces.push({ words: item.str, x, y, width: item.width, size, level: Math.abs(b) < Math.abs(a) / 10, endsLine: item.hasEOL });
      }
      read.pages.push(pieces);
      for (const { subtype, contentsObj } of (await page.getAnnotations()) as { subtype: string; contentsObj?: { str: string } }[]) {
        if (COMMENTS.has(subtype) && (contentsObj?.str ?? "") !== "") read.comments += 1;
      }
      page.cleanup();
    }
    return read;
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged";
  } finally {
    await task.destroy();
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ReadPdf {
  title: string;
  language: string;
  pages: number;
  /** Of every page, in reading order, white space taken out: where lines break is the page's own business. */
  text: string;
  /** Titles of the bookmarks, those of a lower level with two spaces before them. */
  bookmarks: string[];
  /** Roles of the structure tree, and how often each is there. */
  roles: Map<string, number>;
  /** Text alternatives of pictures. */
  alternatives: string[];
  links: { inside: number; outside: string[] };
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}
interface Bookmark {
  title: string;
  items: Bookmark[];
}

/** A PDF as pdf.js understands it: what a reader, a search engine and a screen reader get. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const { info: entries } = await document.getMetadata();
  const info = new Map<string, unknown>(Object.entries(entries));
  const read: ReadPdf = {
    title: String(info.get("Title") ?? ""),
    language: String(info.get("Language") ?? ""),
    pages: document.numPages,
    text: "",
    bookmarks: [],
    roles: new Map(),
    alternatives: [],
    links: { inside: 0, outside: [] },
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    read.text += withoutSpace(items.map((item) => ("str" in item ? item.str : "")).join(""));
    visit((await page.getStructTree()) as Node | null, read);
    for (const annotation of (await page.getAnnotations()) as { subtype: string; url?: string; dest?: unknown }[]) {
      if (annotation.subtype !== "Link") continue;
      if (annotation.url === undefined) read.links.inside += 1;
      else read.links.outside.push(annotation.url);
    }
  }
  const collect = (items: readonly Bookmark[], depth: string): void => {
    for (const { title, items: inner } of items) {
      read.bookmarks.push(depth + title);
      collect(inner, `${depth}  `);
    }
  };
  collect((await document.getOutline()) ?? [], "");
  await document.destroy();
  return read;
}

function visit(node: Node | null, read: ReadPdf): void {
  if (node === null) return;
  if (node.role !== undefined) read.roles.set(node.role, (read.roles.get(node.role) ?? 0) + 1);
  if (node.alt !== undefined) read.alternatives.push(node.alt);
  for (const child of node.children ?? []) visit(child, read);
}

/** Also without the marks of direction that a page shows nothing of. */
export function withoutSpace(words: string): string {
  return words.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, "");
}

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
  /** Links within the report: the pages that they stand on and lead to, and what a screen reader says of them. */
  leads: { from: number; to: number; told: string }[];
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}
interface Annotation {
  subtype: string;
  url?: string;
  dest?: [{ num: number; gen: number }] | string;
  contentsObj?: { str: string };
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
    leads: [],
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    read.text += withoutSpace(items.map((item) => ("str" in item ? item.str : "")).join(""));
    visit((await page.getStructTree()) as Node | null, read);
    for (const { subtype, url, dest, contentsObj } of (await page.getAnnotations()) as Annotation[]) {
      if (subtype !== "Link") continue;
      if (url !== undefined) read.links.outside.push(url);
      else {
        read.links.inside += 1;
        const [target] = Array.isArray(dest) ? dest : [];
        const to = target === undefined ? 0 : (await document.getPageIndex(target)) + 1;
        read.leads.push({ from: number, to, told: contentsObj?.str ?? "" });
      }
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

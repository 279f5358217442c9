import type { BlockKind } from "@assay/domain";
import type { DraftElement, DraftLeaf } from "../draft-value.ts";
import { isWebAddress } from "../draft-text.ts";

const KINDS: Record<string, BlockKind> = {
  LI: "list-item", BLOCKQUOTE: "quote", PRE: "code", P: "paragraph", DIV: "paragraph", TR: "paragraph", DT: "paragraph",
  DD: "paragraph", FIGCAPTION: "paragraph", ARTICLE: "paragraph", SECTION: "paragraph", HEADER: "paragraph",
  FOOTER: "paragraph", MAIN: "paragraph", ASIDE: "paragraph", UL: "paragraph", OL: "paragraph", TABLE: "paragraph",
};
/** Never words of a text. */
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "TITLE", "SVG", "IFRAME", "OBJECT"]);

type Format = Pick<DraftElement, "kind" | "level">;
type Emphasis = Omit<DraftLeaf, "text">;

/**
 * What was copied elsewhere, as blocks of a draft: headings, lists, quotations, emphasis and web links; all else by its
 * words. Nothing of it is ever put into the page.
 */
export function readHtml(html: string): DraftElement[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const blocks: DraftElement[] = [];
  const plain: Format = { kind: "paragraph", level: null };
  let open: DraftElement | null = null;

  const close = () => {
    if (open !== null) tidy(open);
    if (open !== null && open.children.some(({ text }) => text.trim() !== "")) blocks.push(open);
    open = null;
  };
  const write = (raw: string, format: Format, emphasis: Emphasis) => {
    const storable = raw.replace(/\0/g, "").replace(/\p{Cs}/gu, "\uFFFD");
    const text = format.kind === "code" ? storable : storable.replace(/[^\S\u00a0]+/gu, " ");
    if (open === null && text.trim() === "") return;
    open ??= { ...format, before: "", children: [] };
    open.children.push({ text, ...emphasis });
  };
  const walk = (node: Node, format: Format, emphasis: Emphasis) => {
    if (node.nodeType === Node.TEXT_NODE) return write(node.nodeValue ?? "", format, emphasis);
    if (!(node instanceof HTMLElement) || SILENT.has(node.tagName) || node.hidden) return;
    if (node.tagName === "BR") return void open?.children.push({ text: "\n", ...emphasis });
    const own = formatOf(node);
    if (own === null) {
      for (const child of node.childNodes) walk(child, format, { ...emphasis, ...emphasisOf(node) });
      return;
    }
    close();
    // A paragraph inside of an item or a quotation is that item's.
    const inner = own.kind === "paragraph" ? format : own;
    for (const child of node.childNodes) walk(child, inner, emphasis);
    close();
  };
  for (const child of body.childNodes) walk(child, plain, {});
  close();
  return blocks;
}

function formatOf({ tagName }: HTMLElement): Format | null {
  const heading = /^H([1-6])$/.exec(tagName);
  if (heading !== null) return { kind: "heading", level: Number(heading[1]) };
  const kind = KINDS[tagName];
  return kind === undefined ? null : { kind, level: null };
}

/** By element or, as word processors write it, by style; one that wraps the whole copy and says "normal" takes it back. */
function emphasisOf(element: HTMLElement): Emphasis {
  const { fontWeight, fontStyle } = element.style;
  const isBold = fontWeight === "" ? /^(B|STRONG)$/.test(element.tagName) : fontWeight === "bold" || Number(fontWeight) >= 600;
  const isItalic = fontStyle === "" ? /^(I|EM|CITE)$/.test(element.tagName) : fontStyle === "italic";
  const link = element.tagName === "A" ? (element.getAttribute("href") ?? "") : "";
  return { ...(isBold && { bold: true }), ...(isItalic && { italic: true }), ...(isWebAddress(link) && { link }) };
}

/** White space at the edges and before a break belongs to the markup; one space is enough between two words. */
function tidy(block: DraftElement): void {
  if (block.kind === "code") return;
  let above = "\n";
  for (const leaf of block.children) {
    if (/\s$/u.test(above)) leaf.text = leaf.text.replace(/^ +/u, "");
    if (leaf.text !== "") above = leaf.text;
  }
  for (const leaf of block.children.toReversed()) {
    leaf.text = leaf.text.trimEnd();
    if (leaf.text !== "") break;
  }
}

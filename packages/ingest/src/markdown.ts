import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { readFrontMatter } from "./front-matter.ts";
import type { Structure } from "./ingested.ts";
import { isAffordableMarkdown } from "./markdown-cost.ts";
import type { MarkdownBlock } from "./markdown-words.ts";
import { visibleWords } from "./markdown-words.ts";
import { Page } from "./page.ts";
import { readPlainText } from "./plain-text.ts";
import { titleFromName, titleFromText } from "./title.ts";

const TOO_COSTLY =
  "This Markdown is too large or too deeply nested to take apart. It was read as plain text, and its marks were kept.";

/** The revision's text is the words without the marks, blocks one blank line apart; front matter becomes metadata. */
export function readMarkdown(source: string, name: string): Structure {
  const { meta, bodyStart } = readFrontMatter(source);
  const body = source.slice(bodyStart);
  if (!isAffordableMarkdown(body)) {
    const plain = readPlainText(body, name);
    return { ...plain, meta: { ...plain.meta, ...meta }, notes: [TOO_COSTLY, ...plain.notes] };
  }
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const page = new Page();
  for (const node of tree.children) addBlock(page, node, "paragraph");
  const heading = page.blocks.find((block) => block.kind === "heading");
  const title = heading === undefined ? "" : page.text.slice(heading.start, heading.end);
  const fallback = titleFromText(title) || titleFromName(name) || titleFromText(page.text);
  return { text: page.text, blocks: page.blocks, meta: { title: fallback, ...meta }, notes: [] };
}

/** `inside` is what a plain paragraph is called here: itself, a list item, or a quotation. */
function addBlock(page: Page, node: MarkdownBlock, inside: "paragraph" | "list-item" | "quote"): void {
  switch (node.type) {
    case "heading":
      page.add("heading", visibleWords(node), node.depth);
      return;
    case "code":
      page.add("code", visibleWords(node));
      return;
    case "table":
      for (const row of node.children) page.add("line", visibleWords(row));
      return;
    case "blockquote":
      for (const child of node.children) addBlock(page, child, "quote");
      return;
    case "list":
      for (const item of node.children) addBlock(page, item, "list-item");
      return;
    case "listItem":
    case "footnoteDefinition":
      for (const child of node.children) addBlock(page, child, "list-item");
      return;
    default:
      page.add(inside, visibleWords(node));
  }
}

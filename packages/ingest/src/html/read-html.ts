import { parse } from "parse5";
import type { Structure } from "../ingested.ts";
import { count } from "../notes.ts";
import { Page } from "../page.ts";
import { titleFromName, titleFromText } from "../title.ts";
import { addWords } from "./add-words.ts";
import type { Parent } from "./element.ts";
import { elementsBelow, find } from "./element.ts";
import { countWords, findArticle } from "./find-article.ts";
import type { Part } from "./find-article.ts";
import { htmlMeta } from "./html-meta.ts";
import { isShown } from "./what-is-shown.ts";

/** A web page: the words of its article, or, where somebody asked for it, all that it shows. */
export function readHtml(html: string, name: string, whole = false): Structure {
  const document = parse(html, { scriptingEnabled: false });
  const body = find(document, ({ tagName }) => tagName === "body") ?? document;
  const all: Part = { root: body, skip: () => false };
  const part = whole ? all : findArticle(body);
  const page = new Page();
  addWords(page, part.root, part.skip);
  const heading = page.blocks.find(({ kind }) => kind === "heading");
  const headline = heading === undefined ? "" : page.text.slice(heading.start, heading.end);
  const title = titleFromText(headline) || titleFromName(name) || titleFromText(page.text);
  const notes = [...leftOutNotes(part, all), ...struckNotes(part)];
  return { text: page.text, blocks: page.blocks, meta: { title, ...htmlMeta(document) }, notes };
}

function leftOutNotes(part: Part, all: Part): string[] {
  const read = countWords(part);
  const shown = countWords(all);
  if (read === shown) return [];
  return [
    `Of the ${count(shown)} words on this page, ${count(read)} were read: its article. Menus and what else stands around ` +
      "it were left out. If something is lacking below, read the whole page.",
  ];
}

const STRUCK = new Set(["del", "s", "strike"]);

/** A correction that shows what stood there before. */
function struckNotes({ root, skip }: Part): string[] {
  const struck = countStruck(root, skip);
  if (struck === 0) return [];
  const what = struck === 1 ? "1 passage is" : `${count(struck)} passages are`;
  return [`${what} struck through on this page. The words are in the text like all others.`];
}

function countStruck(root: Parent, skip: Part["skip"]): number {
  let struck = 0;
  for (const { tagName } of elementsBelow(root, (element) => !isShown(element) || skip(element))) {
    if (STRUCK.has(tagName)) struck += 1;
  }
  return struck;
}

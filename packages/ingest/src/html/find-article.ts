import { Page } from "../page.ts";
import { addWords } from "./add-words.ts";
import type { Element, Parent } from "./element.ts";
import { attribute, elementsBelow, find } from "./element.ts";
import { isAround, isWayAround } from "./what-is-shown.ts";

/** Which part of a page is the source, and what of it is left out all the same. */
export interface Part {
  root: Parent;
  skip: (element: Element) => boolean;
}

/** A page of a site lists others in boxes that call themselves articles, too. */
const MOST_ARTICLES = 200;

/**
 * The article of a page, as the page itself marks it: an element that says so and holds most of the words that are not
 * menus; else the main part; else all but what stands around it. Nothing is guessed from class names: too little left
 * out is seen in the preview and costs nothing, while too much makes a source silent on what it says.
 */
export function findArticle(body: Parent): Part {
  const main = find(body, (element) => element.tagName === "main" || attribute(element, "role") === "main");
  const around: Part = main === undefined ? { root: body, skip: isAround } : { root: main, skip: isWayAround };
  const least = countWords(around) / 2;
  let best: { part: Part; words: number } | null = null;
  let seen = 0;
  for (const element of outermost(around.root, isArticle)) {
    if ((seen += 1) > MOST_ARTICLES) break;
    const part = { root: element, skip: isWayAround };
    const words = countWords(part);
    if (words > least && words > (best?.words ?? 0)) best = { part, words };
  }
  return best?.part ?? around;
}

export function countWords({ root, skip }: Part): number {
  const page = new Page();
  addWords(page, root, skip);
  return page.text.match(/\S+/gu)?.length ?? 0;
}

function isArticle(element: Element): boolean {
  return element.tagName === "article" || attribute(element, "role") === "article";
}

/** Those that are in no other one. */
function outermost(root: Parent, is: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const all = new Set<unknown>();
  for (const element of elementsBelow(root, ({ parentNode }) => all.has(parentNode))) {
    if (!is(element)) continue;
    found.push(element);
    all.add(element);
  }
  return found;
}

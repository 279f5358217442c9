import { parse } from "parse5";
import type { Page } from "../page.ts";
import { addWords } from "./add-words.ts";

/** Adds the words of an HTML document or fragment, block by block, as a browser shows them. */
export function addHtml(page: Page, html: string): void {
  addWords(page, parse(html, { scriptingEnabled: false }));
}

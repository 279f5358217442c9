import type { ProseBlock, ProseInline, ProseText } from "@assay/domain";
import { isBlank, blockText } from "@assay/domain";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import type { Content, Html } from "../html/html.ts";
import { html } from "../html/html.ts";

/** Prose without a visible character is a line to write in, for the desk alone. */
export function isWritten(block: ProseBlock): boolean {
  return !isBlank(blockText(block));
}

/** Items of one kind that follow each other are one list. */
export function proseRuns(blocks: readonly ProseBlock[]): ProseBlock[][] {
  const runs: ProseBlock[][] = [];
  for (const block of blocks.filter(isWritten)) {
    const last = runs.at(-1);
    const before = last?.[0];
    const isListed = block.type === "item" && before?.type === "item" && before.ordered === block.ordered;
    if (isListed && last !== undefined) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

export function proseHtml(blocks: readonly ProseBlock[]): Content {
  return proseRuns(blocks).map((run) => {
    const [first] = run;
    if (first === undefined) return null;
    if (first.type !== "item") return single(first);
    const items = run.map((item) => html`<li dir="auto">${inlineHtml(item.children)}</li>`);
    return first.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
  });
}

function single(block: ProseBlock): Html {
  const words = inlineHtml(block.children);
  if (block.type === "heading") return html`<h3 dir="auto">${words}</h3>\n`;
  if (block.type === "lede") return html`<p class="stand" dir="auto">${words}</p>\n`;
  if (block.type === "quote") return html`<blockquote dir="auto"><p>${words}</p></blockquote>\n`;
  return html`<p dir="auto">${words}</p>\n`;
}

export function inlineHtml(children: readonly ProseInline[]): Content[] {
  return children.map((one) => {
    if (!("type" in one)) return leafHtml(one);
    return html`<a href="${one.url}" rel="noopener noreferrer nofollow">${one.children.map(leafHtml)}</a>`;
  });
}

function leafHtml({ text, bold, italic }: ProseText): Content {
  const lines = text.split("\n").flatMap((line, index): Content[] => (index === 0 ? [line] : [html`<br>`, line]));
  const leant: Content = italic === true ? html`<i>${lines}</i>` : lines;
  return bold === true ? html`<strong>${leant}</strong>` : leant;
}

export function proseMarkdown(blocks: readonly ProseBlock[]): string[] {
  return proseRuns(blocks).map((run) => {
    const [first] = run;
    if (first === undefined) return "";
    if (first.type === "item") {
      const { ordered } = first;
      return run.map((item, index) => `${ordered ? `${index + 1}.` : "-"} ${inlineMarkdown(item.children)}`).join("\n");
    }
    const words = inlineMarkdown(first.children);
    if (first.type === "heading") return `${first.level === 3 ? "###" : "##"} ${words}`;
    return first.type === "quote" ? `> ${words}` : words;
  });
}

function inlineMarkdown(children: readonly ProseInline[]): string {
  return children
    .map((one) => {
      if (!("type" in one)) return leafMarkdown(one);
      return `[${one.children.map(leafMarkdown).join("")}](<${one.url.replace(/[<>\\\s]/gu, encodeURIComponent)}>)`;
    })
    .join("")
    .trim();
}

/** White space at the ends of marked words would keep the marks from being read as such. */
function leafMarkdown({ text, bold, italic }: ProseText): string {
  const mark = `${bold === true ? "**" : ""}${italic === true ? "*" : ""}`;
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  if (words === "" || mark === "") return md(text);
  return `${before}${mark}${md(words)}${[...mark].toReversed().join("")}${after}`;
}

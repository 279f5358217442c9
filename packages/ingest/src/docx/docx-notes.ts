import { parseFragment } from "parse5";
import { elementsBelow } from "../html/element.ts";
import { count } from "../notes.ts";
import type { Parts } from "./unpack-parts.ts";

/** What a person should know of how a document was read: everything that Word shows in another way, or not at all. */
export function docxNotes(parts: Parts, html: string): string[] {
  const document = xmlOf(parts, /^word\/document\d*\.xml$/);
  const footnotes = xmlOf(parts, /^word\/(?:footnotes|endnotes)\.xml$/);
  const body = document + footnotes;
  return [
    ...changeNotes(many(body, /<w:(?:ins|moveTo)[ >]/g), many(body, /<w:(?:del|moveFrom)[ >]/g)),
    ...hiddenNotes(many(body, /<w:vanish(?:\/>| w:val="(?:1|true|on)")/g)),
    ...told(many(xmlOf(parts, /^word\/comments\.xml$/), /<w:comment[ >]/g), "comment", "It is no part of the text.", "They are no part of the text."),
    ...told(many(html, /<img /g), "picture", "What it shows is not here.", "What they show is not here."),
    ...edgeNotes(parts),
    ...numberNotes(html),
  ];
}

function changeNotes(made: number, gone: number): string[] {
  if (made + gone === 0) return [];
  const what = [
    ...(made > 0 ? [made === 1 ? "1 insertion is read as made" : `${count(made)} insertions are read as made`] : []),
    ...(gone > 0 ? [gone === 1 ? "1 deletion as done" : `${count(gone)} deletions as done`] : []),
  ];
  return [
    `This document holds tracked changes: ${what.join(", ")}. If that is not what was published, accept or reject them in Word first.`,
  ];
}

function hiddenNotes(hidden: number): string[] {
  if (hidden === 0) return [];
  return ["This document holds hidden text, which Word does not show. It is in the text like all other words."];
}

function told(number: number, what: string, one: string, several: string): string[] {
  if (number === 0) return [];
  return [`This document holds ${number === 1 ? `1 ${what}` : `${count(number)} ${what}s`}. ${number === 1 ? one : several}`];
}

const LONGEST_QUOTED = 120;

/** The words at the edges of every page. */
function edgeNotes(parts: Parts): string[] {
  const words = new Set<string>();
  for (const [name, bytes] of parts) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(name)) continue;
    const said = wordsOfXml(Buffer.from(bytes).toString("utf8"));
    if (said !== "") words.add(said.length > LONGEST_QUOTED ? `${said.slice(0, LONGEST_QUOTED)}…` : said);
  }
  if (words.size === 0) return [];
  return [`At the edges of its pages this document says ${[...words].map((said) => `“${said}”`).join(", ")}. That is no part of the text.`];
}

function wordsOfXml(xml: string): string {
  const words: string[] = [];
  for (const { tagName, childNodes } of elementsBelow(parseFragment(xml))) {
    if (tagName !== "w:t") continue;
    for (const node of childNodes) if ("value" in node) words.push(node.value);
  }
  return words.join("").replace(/\s+/gu, " ").trim();
}

function numberNotes(html: string): string[] {
  // The notes of a text come as a numbered list of the library's own.
  const lists = many(html, /<ol>(?!<li id="(?:foot|end)note-)/g);
  if (lists === 0) return [];
  return [`Word numbers ${lists === 1 ? "1 list" : `${count(lists)} lists`} of this document by itself. Those numbers are not in the text.`];
}

function many(words: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of words.matchAll(pattern)) found += 1;
  return found;
}

function xmlOf(parts: Parts, name: RegExp): string {
  return [...parts].filter(([one]) => name.test(one)).map(([, bytes]) => Buffer.from(bytes).toString("utf8")).join("");
}

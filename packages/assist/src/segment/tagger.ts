import { createRequire } from "node:module";
import type { WinkMethods } from "wink-nlp";

/** Universal part of speech: NOUN, PROPN, VERB, AUX, … "X" where no tagger knows the language. */
export interface Word {
  start: number;
  end: number;
  pos: string;
}

let wink: WinkMethods | null = null;

/** Loaded on first use (about 200 ms): a case with no English source never pays for it. */
function tagger(): WinkMethods {
  if (wink === null) {
    const require = createRequire(import.meta.url);
    const make = require("wink-nlp") as typeof import("wink-nlp").default;
    wink = make(require("wink-eng-lite-web-model"), ["pos"]);
  }
  return wink;
}

/** Longest stretch that is tagged at once. */
const AT_ONCE = 4_000;
const PLAIN_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s\p{L}\p{N}]/gu;

/** Words and marks of a stretch of text with their part of speech; every one is where its span says. */
export function tagWords(text: string, start: number, end: number, english: boolean): Word[] {
  const words: Word[] = [];
  for (let from = start; from < end; ) {
    let to = Math.min(end, from + AT_ONCE);
    if (to < end) {
      const space = text.lastIndexOf(" ", to);
      if (space > from) to = space + 1;
    }
    const piece = text.slice(from, to);
    const tagged = english ? taggedWords(piece, from) : null;
    for (const word of tagged ?? plainWords(piece, from)) words.push(word);
    from = to;
  }
  return words;
}

function plainWords(piece: string, offset: number): Word[] {
  return [...piece.matchAll(PLAIN_WORD)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    pos: /[\p{L}\p{N}]/u.test(match[0]) ? "X" : "PUNCT",
  }));
}

/** Null when the tagger's words do not stand in the text one after the other: its spans could not be trusted. */
function taggedWords(piece: string, offset: number): Word[] | null {
  const nlp = tagger();
  const lower = piece.toLowerCase();
  // All capitals read as names; words in small letters are what the tagger knows.
  const shouted = /\p{Lu}{2}/u.test(piece) && piece === piece.toUpperCase() && lower.length === piece.length;
  const read = shouted ? lower : piece;
  const tokens = nlp.readDoc(read).tokens();
  const values = tokens.out(nlp.its.value) as string[];
  const tags = tokens.out(nlp.its.pos) as string[];
  const words: Word[] = [];
  let cursor = 0;
  for (const [index, value] of values.entries()) {
    const pos = tags[index] ?? "X";
    if (pos === "SPACE") continue;
    while (cursor < read.length && /\s/.test(read[cursor] ?? "")) cursor += 1;
    if (!read.startsWith(value, cursor)) return null;
    words.push({ start: offset + cursor, end: offset + cursor + value.length, pos });
    cursor += value.length;
  }
  return read.slice(cursor).trim() === "" ? words : null;
}

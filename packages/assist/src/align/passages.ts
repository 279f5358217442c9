import type { Clause } from "../segment/clauses.ts";
import { readText } from "../segment/read-text.ts";
import type { ReadText, SentenceKind } from "../segment/read-text.ts";
import type { AssistSource } from "../suggestion.ts";
import { readValues } from "../values/read-values.ts";
import type { Value } from "../values/value.ts";
import type { IndexedWord } from "./words.ts";
import { wordsOf } from "./words.ts";

/** A sentence with its words, its values and the clauses it is made of. */
export interface ReadPassage {
  start: number;
  end: number;
  kind: SentenceKind;
  paragraph: number;
  speaker: { start: number; end: number } | null;
  words: IndexedWord[];
  values: Value[];
  clauses: Clause[];
}

export function readSource({ text, language }: AssistSource): ReadText {
  return readText(text, { language });
}

export function passagesOf({ text, published }: AssistSource, read: ReadText): ReadPassage[] {
  return read.sentences.map(({ start, end, kind, paragraph, speaker, clauses }) => ({
    start,
    end,
    kind,
    paragraph,
    speaker,
    clauses,
    words: wordsOf(text, start, end),
    values: kind === "speaker" ? [] : readValues(text.slice(start, end), start, published),
  }));
}

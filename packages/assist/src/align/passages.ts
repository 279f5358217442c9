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
  isQuestion: boolean;
  /** What was asked just before; a label of the one who answers may stand between. */
  afterQuestion: boolean;
  /** A line that says when and where something was printed, and nothing else. */
  dateline: boolean;
  /** A line or a word that names something and says nothing of it: "Ukraine.", the heading "Middle East". */
  label: boolean;
}

/** Words besides the date that a dateline may have. */
const DATELINE_WORDS = 3;
/** Words that a heading needs more than to say anything. */
const LABEL_WORDS = 2;

export function readSource({ text, language }: AssistSource): ReadText {
  return readText(text, { language });
}

export function passagesOf({ text, published }: AssistSource, read: ReadText): ReadPassage[] {
  let asked = false;
  return read.sentences.map(({ start, end, kind, paragraph, speaker, clauses }) => {
    const words = wordsOf(text, start, end);
    const values = kind === "speaker" ? [] : readValues(text.slice(start, end), start, published);
    const afterQuestion = asked;
    const isQuestion = /\?["”’'»)\]]*$/u.test(text.slice(Math.max(start, end - 4), end));
    if (kind !== "speaker") asked = isQuestion;
    const dateline = kind === "heading" && isDateline(words, values);
    return { start, end, kind, paragraph, speaker, clauses, words, values, isQuestion, afterQuestion, dateline, label: isLabel(kind, words, values) };
  });
}

function isLabel(kind: SentenceKind, words: readonly IndexedWord[], values: readonly Value[]): boolean {
  const content = words.filter((word) => word.kind !== "stop").length;
  return values.length === 0 && content <= (kind === "sentence" ? 1 : LABEL_WORDS);
}

function isDateline(words: readonly IndexedWord[], values: readonly Value[]): boolean {
  const dated = values.filter(({ dimension }) => dimension === "date" || dimension === "clock");
  const rest = words.filter((word) => word.kind !== "stop" && !dated.some(({ start, end }) => word.start < end && start < word.end));
  return dated.length > 0 && rest.length <= DATELINE_WORDS;
}

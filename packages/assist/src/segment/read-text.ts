import { blocksOf } from "./blocks.ts";
import { clausesOf } from "./clauses.ts";
import type { Clause } from "./clauses.ts";
import { guessLanguage } from "./language.ts";
import type { LanguageGuess } from "./language.ts";
import { sentencesOf } from "./sentences.ts";
import type { Span } from "./sentences.ts";
import { tagWords } from "./tagger.ts";
import type { Word } from "./tagger.ts";

/** "speaker": the label before a turn of a transcript. A heading has no full stop; an item belongs to a list. */
export type SentenceKind = "sentence" | "heading" | "item" | "speaker";

export interface Sentence extends Span {
  kind: SentenceKind;
  /** Counted from 0; sentences of one paragraph share it. */
  paragraph: number;
  /** Label of the turn it belongs to, as printed, without its colon; null outside a transcript. */
  speaker: Span | null;
  words: Word[];
  clauses: Clause[];
}

/** A text as the machine reads it. All spans are UTF-16 code units of the text as given; between sentences is white space. */
export interface ReadText {
  text: string;
  language: LanguageGuess;
  sentences: Sentence[];
}

export interface ReadOptions {
  /** BCP 47, when the caller knows. */
  language?: string | undefined;
}

/** Sentences and clauses of a text. Of a language that it does not know, sentences only; each is then one clause. */
export function readText(text: string, { language: given }: ReadOptions = {}): ReadText {
  const language = guessLanguage(text, given);
  // A headline or a table is too short to tell, and reads best as English.
  const english = language.handled || (language.language === "und" && /[a-z]/i.test(text));
  const sentences: Sentence[] = [];
  let speaker: Span | null = null;
  for (const [paragraph, block] of blocksOf(text).entries()) {
    if (block.kind === "speaker") speaker = { start: block.start, end: nameEnd(text, block.start, block.end) };
    const whole = block.kind === "speaker" || block.kind === "heading";
    const spans = whole ? [{ start: block.start, end: block.end }] : sentencesOf(text, block.start, block.end, language.language);
    for (const { start, end } of spans) {
      const words = tagWords(text, start, end, english);
      sentences.push({
        start,
        end,
        kind: block.kind === "paragraph" ? "sentence" : block.kind,
        paragraph,
        speaker,
        words,
        clauses: english && block.kind !== "speaker" ? clausesOf(text, words) : [wholeClause(start, end)],
      });
    }
  }
  return { text, language, sentences };
}

function nameEnd(text: string, start: number, end: number): number {
  const colon = text.lastIndexOf(":", end - 1);
  return colon > start ? colon : end;
}

function wholeClause(start: number, end: number): Clause {
  return { start, end, kind: "main", parts: [{ start, end }], subject: null, parent: null };
}

import { attributionsOf } from "../attribution/attributions.ts";
import { quotedSpans } from "../attribution/quoted-spans.ts";
import type { ReadText } from "../segment/read-text.ts";
import type { Attribution, Passage } from "../suggestion.ts";
import { type PrintedWord, printedWords } from "./printed-words.ts";

/** One sentence of an utterance, or the whole of a short one. */
export interface SpokenSentence {
  start: number;
  end: number;
  words: PrintedWord[];
}

/** Words between marks, or a turn of a transcript. */
export interface Utterance {
  source: string;
  text: string;
  sentences: SpokenSentence[];
  /** A turn: any run of its sentences may be what another source prints between marks. */
  turn: boolean;
  /** Who says it, as printed; null when the text does not say. */
  speaker: Passage | null;
}

/** Marks, spaces and the comma before "she said" are no part of the words. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && /[\s“”"‘«»„…]/.test(text[from] ?? "")) from += 1;
  while (to > from && /[\s“”"’«»,.;:!?…–—-]/.test(text[to - 1] ?? "")) to -= 1;
  return { start: from, end: to };
}

function sentencesIn(text: string, start: number, end: number): SpokenSentence[] {
  const sentences: SpokenSentence[] = [];
  let from = start;
  const close = (to: number): void => {
    const span = trimmed(text, from, to);
    if (span.end > span.start) sentences.push({ ...span, words: printedWords(text, span.start, span.end) });
    from = to;
  };
  for (const match of text.slice(start, end).matchAll(/[.!?…]["”’]?\s+(?=["“‘]?[\p{Lu}\p{N}])/gu)) {
    const at = start + match.index;
    // "Mr. X" and "U.S. President" do not end a sentence.
    if (/(?:\b\p{Lu}|Mr|Ms|Mrs|Dr|St|No)$/u.test(text.slice(Math.max(start, at - 3), at))) continue;
    close(at + match[0].length);
  }
  close(end);
  return sentences;
}

/** Everything a source gives as somebody's own words. */
export function utterancesOf(source: string, read: ReadText): Utterance[] {
  const { text } = read;
  const said = attributionsOf(read).filter((attribution) => attribution.direct);
  const utterances: Utterance[] = quotedSpans(text).map((quote) => ({
    source,
    text,
    sentences: sentencesIn(text, quote.start, quote.end),
    turn: false,
    speaker: speakerOf(said, quote.start, quote.end),
  }));
  let label = -1;
  for (const sentence of read.sentences) {
    if (sentence.kind === "speaker" || sentence.speaker === null) continue;
    // Where the words have marks, the marks say what is quoted.
    if (/["“”„«]/.test(text.slice(sentence.start, sentence.end))) continue;
    const last = utterances.at(-1);
    const spoken = sentencesIn(text, sentence.start, sentence.end);
    if (last?.turn && label === sentence.speaker.start) last.sentences.push(...spoken);
    else {
      const { start, end } = sentence.speaker;
      const speaker = { start, end, exact: text.slice(start, end) };
      utterances.push({ source, text, sentences: spoken, turn: true, speaker });
      label = sentence.speaker.start;
    }
  }
  return utterances.filter((utterance) => utterance.sentences.length > 0 && !isTitle(utterance));
}

/** Every word that counts begins with a capital: a book, a painting, a programme. */
function isTitle({ sentences, text, turn }: Utterance): boolean {
  if (turn || sentences.length !== 1) return false;
  const words = sentences[0]?.words.filter((word) => word.content) ?? [];
  return words.length > 0 && words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(text[word.start] ?? ""));
}

function speakerOf(said: Attribution[], start: number, end: number): Passage | null {
  const found = said.find(({ content }) => content.start < end && start < content.end);
  return found?.speaker ?? null;
}

import type { Attribution, Passage } from "../suggestion.ts";
import type { ReadText, Sentence } from "../segment/read-text.ts";
import type { Span } from "../segment/sentences.ts";
import { wordsIn } from "../segment/words-in.ts";
import { SAYING, spell, verbGroups } from "../segment/verbs.ts";
import { cueAfter, cueBefore } from "./cue-near.ts";
import type { Cue, Stretch } from "./cue-near.ts";
import { indirectAttributions } from "./indirect.ts";
import { quotedSpans } from "./quoted-spans.ts";
import type { QuotedSpan } from "./quoted-spans.ts";

/** Who says what in a text, in its order: quotations first by their marks, then what is reported without any. */
export function attributionsOf(read: ReadText): Attribution[] {
  let found = known.get(read);
  if (found === undefined) known.set(read, (found = findAttributions(read)));
  return found;
}

/** Asked for by whoever pairs quotations and by whoever judges a cell: found once for a text that was read. */
const known = new WeakMap<ReadText, Attribution[]>();

function findAttributions(read: ReadText): Attribution[] {
  const quotes = quotedSpans(read.text);
  const direct = directAttributions(read, quotes);
  let at = 0;
  const indirect = indirectAttributions(read)
    .toSorted((a, b) => a.content.start - b.content.start)
    .filter(({ content }) => {
      // Quotations do not overlap and come in order: the last that starts here is the one that can hold it.
      while (at + 1 < quotes.length && (quotes[at + 1]?.outer.start ?? Infinity) <= content.start + 1) at += 1;
      const quote = quotes[at];
      return quote === undefined || quote.outer.start > content.start + 1 || quote.outer.end + 1 < content.end;
    });
  return [...direct, ...indirect].toSorted((a, b) => a.content.start - b.content.start || a.content.end - b.content.end);
}

/** One or two words in marks are a name, a title or scorn more often than speech, unless they are a sentence. */
const FEWEST_WORDS = 3;

function directAttributions(read: ReadText, quotes: readonly QuotedSpan[]): Attribution[] {
  const found: Attribution[] = [];
  let last: { cue: Cue; paragraph: number; quote: QuotedSpan } | null = null;
  for (const quote of quotes) {
    const first = sentenceAt(read, quote.start);
    const final = sentenceAt(read, Math.max(quote.start, quote.end - 1));
    if (first === undefined || final === undefined) continue;
    const words = read.text.slice(quote.start, quote.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const alone = quote.outer.start <= first.start + 1;
    let cue = cueOf(read, quote, first, final);
    if (cue === null && last !== null) {
      const near = final.paragraph === last.paragraph || last.quote.goesOn || (alone && final.paragraph === last.paragraph + 1);
      if (near) ({ cue } = last);
    }
    if (cue === null && first.speaker !== null) cue = { speaker: first.speaker, cue: first.speaker };
    if (cue === null || (words < FEWEST_WORDS && !/[,.!?…]$/.test(read.text.slice(quote.start, quote.end)))) continue;
    last = { cue, paragraph: final.paragraph, quote };
    found.push({
      speaker: cue.speaker === null ? null : passage(read.text, cue.speaker),
      cue: passage(read.text, cue.cue),
      content: passage(read.text, quote),
      direct: true,
    });
  }
  return found;
}

function cueOf(read: ReadText, quote: QuotedSpan, first: Sentence, final: Sentence): Cue | null {
  const { text } = read;
  const inside = text.slice(quote.start, quote.end);
  const comma = /[,—–-]$/.test(inside) || /^\s*,/.test(text.slice(quote.outer.end, quote.outer.end + 2));
  const after = stretchOf(text, final, quote.outer.end, final.end);
  const before = stretchOf(text, first, first.start, quote.outer.start);
  const follows = /^[,”"]*\s*[\p{L}—–―─-]/u.test(text.slice(quote.outer.end, quote.outer.end + 4)) && after.words.length > 0;
  const leads = before.words.length > 0;
  if (leads && /[:,]\s*$/.test(text.slice(first.start, quote.outer.start))) {
    const last = before.groups.at(-1);
    // Right before the comma any verb is one of saying: "the mayor boasted, “…".
    const closes = last !== undefined && last.finite && last.to === before.words.length - 1;
    const cue = cueBefore(before, 0, before.words.length, closes) ?? colonCue(before);
    if (cue !== null) return cue;
  }
  if (follows && (!leads || comma || /[?!.]$/.test(inside))) {
    const cue = cueAfter(after, 0, after.words.length, comma || !leads);
    if (cue !== null) return cue;
  }
  if (leads) {
    const cue = cueBefore(before, 0, before.words.length, false);
    if (cue !== null) return cue;
  }
  if (follows) {
    const cue = cueAfter(after, 0, after.words.length, false);
    if (cue !== null) return cue;
  }
  const next = read.sentences[sentenceIndexAt(read, final.start) + 1];
  if (next?.paragraph === final.paragraph && /^(?:[—–―─-]|--)/.test(text.slice(next.start, next.start + 2))) {
    const signed = stretchOf(text, next, next.start, next.end);
    const cue = cueAfter(signed, 0, signed.words.length, false);
    if (cue !== null) return cue;
  }
  // “Lake at Dusk” is a title; nobody says it.
  const title = !/\b\p{Ll}{4,}/u.test(inside) && !/[,.!?…]$/.test(inside);
  if (leads) return title ? null : cueBefore(before, 0, before.words.length, true);
  // A sentence that ends in a colon right before a quotation that stands alone.
  const lead = read.sentences[sentenceIndexAt(read, first.start) - 1];
  if (lead === undefined || !text.slice(lead.start, lead.end).endsWith(":")) return null;
  const introduced = stretchOf(text, lead, lead.start, lead.end);
  if (lead.kind === "speaker") return null;
  const { length } = introduced.words;
  return cueBefore(introduced, 0, length, false) ?? colonCue(introduced) ?? cueBefore(introduced, 0, length, true);
}

/** "Ada Quill, in a letter: “…": a name and a colon, no verb, or one that was taken for a noun ("The Echo reports:"). */
function colonCue(before: Stretch): Cue | null {
  const colon = before.words.at(-1);
  const first = before.words[0];
  const name = before.words.findLastIndex((word) => word.pos === "PROPN" || word.pos === "NOUN");
  if (colon === undefined || first === undefined || name === -1 || before.text[colon.start] !== ":" || before.words.length > 14) return null;
  const verb = before.words[name];
  const said = name > 0 && verb !== undefined && SAYING.has(spell(before.text, verb).toLowerCase());
  const end = (before.words[said ? name - 1 : name] as { end: number }).end;
  return { speaker: { start: first.start, end }, cue: said ? verb : colon };
}

/** A speaker stands no farther from the marks. */
const MOST_WORDS = 80;

function stretchOf(text: string, sentence: Sentence, start: number, end: number): Stretch {
  const inside = wordsIn(sentence.words, start, end);
  let words = start === sentence.start ? inside.slice(-MOST_WORDS) : inside.slice(0, MOST_WORDS);
  // Up to the next quotation, which has an attribution of its own.
  const mark = words.findIndex((word) => word.start > start && /^(?:[“"«„]|'')/.test(text.slice(word.start, word.end)) && start !== sentence.start);
  if (mark > 0) words = words.slice(0, mark);
  const close = start === sentence.start ? words.findLastIndex((word) => /[”"»]$/.test(text.slice(word.start, word.end))) : -1;
  if (close !== -1) words = words.slice(close + 1);
  return { text, words, groups: verbGroups(text, words) };
}

export function sentenceAt(read: ReadText, at: number): Sentence | undefined {
  return read.sentences[sentenceIndexAt(read, at)];
}

function sentenceIndexAt(read: ReadText, at: number): number {
  let low = 0;
  let high = read.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((read.sentences[middle] as Sentence).start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const passage = (text: string, { start, end }: Span): Passage => ({ start, end, exact: text.slice(start, end) });

import type { Attribution } from "../suggestion.ts";
import type { Clause } from "../segment/clauses.ts";
import type { ReadText, Sentence } from "../segment/read-text.ts";
import type { Span } from "../segment/sentences.ts";
import { verbGroups } from "../segment/verbs.ts";
import { wordsIn } from "../segment/words-in.ts";
import { accordingTo, cueAfter, cueBefore } from "./cue-near.ts";
import type { Cue, Stretch } from "./cue-near.ts";

/** A speaker stands no farther from what is said; what comes before is about something else. */
const MOST_WORDS = 80;
/** Words that put a statement in somebody's mouth without saying whose: "reportedly", "is thought to", "it emerged". */
const UNNAMED =
  /\b(?:reportedly|allegedly|supposedly|purportedly|apparently|(?:is|are|was|were|has been|have been)\s+(?:also\s+|widely\s+)?(?:said|thought|believed|understood|reported|alleged|rumou?red|expected|known|feared|estimated)(?=\s+(?:to|that|by)\b)|it (?:is|was) (?:said|thought|believed|understood|reported|alleged)|it (?:has )?emerged)/giu;

/** What is told in somebody's name without quote marks. */
export function indirectAttributions(read: ReadText): Attribution[] {
  const found: Attribution[] = [];
  const add = (cue: Cue, content: Span) => {
    if (content.end <= content.start) return;
    const cut = (span: Span) => ({ start: span.start, end: span.end, exact: read.text.slice(span.start, span.end) });
    found.push({ speaker: cue.speaker === null ? null : cut(cue.speaker), cue: cut(cue.cue), content: cut(content), direct: false });
  };
  for (const sentence of read.sentences) {
    if (sentence.kind === "speaker") continue;
    const before = found.length;
    for (const [index, clause] of sentence.clauses.entries()) {
      if (clause.kind === "reported") {
        const lead = stretchOf(read.text, sentence, sentence.start, clause.start);
        const cue = cueBefore(lead, 0, lead.words.length, false);
        if (cue !== null) add(withSubject(cue, sentence, index), { start: clause.start, end: contentEnd(sentence, index) });
      } else if (clause.kind === "attribution") {
        const own = stretchOf(read.text, sentence, clause.start, clause.end);
        const cue = cueAfter(own, 0, own.words.length, false);
        const start = contentStart(sentence, index);
        if (cue !== null && start < clause.start) add(cue, { start, end: trimEnd(read.text, start, clause.start) });
      }
    }
    if (found.length > before) continue;
    const whole = stretchOf(read.text, sentence, sentence.start, sentence.end);
    const according = accordingTo(whole, 0, whole.words.length);
    if (according !== null) {
      const after = (according.speaker ?? according.cue).end;
      const opening = according.cue.start <= sentence.start + 1;
      add(according, opening ? { start: skip(read.text, after, sentence.end), end: sentence.end } : { start: sentence.start, end: trimEnd(read.text, sentence.start, according.cue.start) });
      continue;
    }
    UNNAMED.lastIndex = 0;
    const words = UNNAMED.exec(read.text.slice(sentence.start, sentence.end));
    if (words === null) continue;
    const start = sentence.start + words.index;
    add({ speaker: null, cue: { start, end: start + words[0].length } }, sentence);
  }
  return found;
}

/** Where a clause stands between the speaker and the verb ("Quill, who was there, said"), the verb's own subject. */
function withSubject({ cue, speaker }: Cue, { clauses }: Sentence, index: number): Cue {
  const own = clauses.slice(Math.max(0, index - 8), index).find(({ parts }) => parts.length > 1 && parts.some(({ start, end }) => start <= cue.start && cue.end <= end));
  const subject = own?.subject ?? null;
  return { cue, speaker: subject !== null && subject.end <= cue.start ? subject : speaker };
}

/** What is reported goes on to the end of the sentence, but for an attribution or a clause that is not joined to it. */
function contentEnd({ clauses, end }: Sentence, index: number): number {
  const next = clauses.slice(index + 1, index + 40).find(({ kind }) => kind === "attribution" || kind === "reported" || kind === "participle");
  return next === undefined ? end : next.start;
}

/** What an attribution ends goes back to the sentence's start or the attribution before. */
function contentStart({ clauses, start }: Sentence, index: number): number {
  const previous = clauses.slice(Math.max(0, index - 40), index).findLast(({ kind }) => kind === "attribution");
  return previous === undefined ? start : (previous as Clause).end;
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[\s,—–-]/.test(text[to - 1] ?? "")) to -= 1;
  return to;
}

function skip(text: string, start: number, end: number): number {
  let from = start;
  while (from < end && /[\s,:—–-]/.test(text[from] ?? "")) from += 1;
  return from;
}

function stretchOf(text: string, sentence: Sentence, start: number, end: number): Stretch {
  const words = wordsIn(sentence.words, start, end).slice(-MOST_WORDS);
  return { text, words, groups: verbGroups(text, words) };
}

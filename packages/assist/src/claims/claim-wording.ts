import type { Clause } from "../segment/clauses.ts";
import type { Sentence } from "../segment/read-text.ts";
import { wordsIn } from "../segment/words-in.ts";
import { spell } from "../segment/verbs.ts";

const LEAD = /^(?:(?:and|but|or|yet|so|that|because|although|though|while|whereas|as|then|also|however|meanwhile|,)\s+)+/i;
const ACCORDING = /^(?:despite this|in a separate statement|according to [^,]{2,80}),\s+/i;
const RELATIVE = /^(?:,\s*)?(?:who|which|that)\s+/i;
const PERSON = /^(?:he|she)$/i;
const THING = /^it$/i;
/** Subjects that say nothing without the sentences before. */
const POINTS = /^(?:he|she|it|they|this|that|these|those|both|neither)$/i;
/** "It is known that", "it was unclear whether": a subject of form only. */
const EXPLETIVE = /^it\s+(?:is|was|seems|seemed|appears|appeared)\s+(?:[\p{L}-]+\s+){0,3}(?:that|whether)\b/iu;
/** "It was two days after the vote": when something else was, which this clause leaves out. */
const TIMING =
  /^it\s+(?:is|was|has been|had been|will be)\s+(?:[\p{L}\p{N}-]+\s+){0,4}(?:second|minute|hour|day|week|month|year|decade)s?\s+(?:ago|after|before|since|later|until|when|that)\b/iu;
/** What is left of "a move that worried them" once the rest is a claim of its own. */
const LOOSE = /,\s+(?:a|an|the)\s+\p{Ll}+$/u;
const BODY =
  /\b(?:agency|airline|army|association|authority|bank|board|city|club|commission|committee|company|corporation|council|court|federation|government|group|hospital|institute|library|ministry|museum|parliament|party|police|railways?|senate|school|team|trust|union|university)\b/i;

/** Whom "he" or "she", and what "it", most likely means in the next sentence. */
export interface Named {
  person: string | null;
  thing: string | null;
}

/**
 * A clause as a sentence that can be understood alone: without the word that joined it, with the subject that it leaves
 * out, and with a name for "he", "she" or "it" where the text has just given one. Empty where its subject stays a riddle.
 */
export function wordingOf(text: string, clause: Clause, { person, thing }: Named): string {
  // The comma before what was taken out ("Mr Trump, who turned 79, gave") went with it.
  const parts = clause.parts.map(({ start, end }, at) => {
    const part = text.slice(start, end);
    return at < clause.parts.length - 1 ? part.replace(/[\s,]+$/u, "") : part;
  });
  let words = parts.join(" ").replace(/\s+/g, " ");
  words = words.replace(/^[\s,;:—–“”"(-]+/u, "").replace(LEAD, "").replace(ACCORDING, "");
  if (TIMING.test(words)) return "";
  const full = clause.subject === null ? "" : text.slice(clause.subject.start, clause.subject.end).replace(/\s+/g, " ");
  // "On Friday he": the opening phrase is no part of who it is.
  const subject = /\s(he|she|it|they)$/i.exec(full)?.[1] ?? full;
  const meant = PERSON.test(subject) ? person : THING.test(subject) ? thing : null;
  if (meant === null && POINTS.test(subject) && !EXPLETIVE.test(words)) return "";
  const named = meant ?? subject;
  if (clause.kind === "relative" && RELATIVE.test(words) && subject !== "") words = `${named} ${words.replace(RELATIVE, "")}`;
  else if (clause.kind === "predicate" && subject !== "") words = `${named} ${words}`;
  else if (named !== subject) words = words.replace(new RegExp(String.raw`\b${subject}\b`, "i"), named);
  words = words.replace(/[\s,;:—–-]+$/u, "").replace(LOOSE, "").replace(/\.([”"])$/u, "$1").replace(/^[“"]([^“”"]*)$/u, "$1").replace(/^([^“”"]*?)([.!?])?[”"]$/u, "$1$2");
  if (words === "") return "";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? "" : "."}`;
}

/** The name that "he" or "she" in the next sentence most likely means: a subject that is a person's name. */
export function personOf(text: string, sentence: Sentence): string | null {
  for (const { subject, kind } of sentence.clauses.slice(0, 4)) {
    if (subject === null || kind === "relative") continue;
    const words = wordsIn(sentence.words, subject.start, subject.end);
    const names = words.filter(({ pos }) => pos === "PROPN");
    // "Officials" at the head of a sentence has a capital as well.
    if (names.length === 1 && subject.start === sentence.start && spell(text, words[0]).endsWith("s")) continue;
    if (names.length >= 1 && names.length <= 4 && names.length === words.length && !/[“”"]/.test(spell(text, words[0]))) {
      return text.slice(subject.start, subject.end).replace(/\s+/g, " ");
    }
  }
  return null;
}

/** The name that "it" in the next sentence most likely means: a subject that is a body's name, and nobody's. */
export function thingOf(text: string, sentence: Sentence): string | null {
  for (const { subject, kind } of sentence.clauses.slice(0, 4)) {
    if (subject === null || kind === "relative") continue;
    const name = text.slice(subject.start, subject.end).replace(/\s+/g, " ");
    if (/[“”"]/.test(name) || name.split(" ").length > 6 || !BODY.test(name)) continue;
    if (wordsIn(sentence.words, subject.start, subject.end).some(({ pos }) => pos === "PROPN") || /^the\b/i.test(name)) return name;
  }
  return null;
}

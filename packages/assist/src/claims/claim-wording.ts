import type { Clause } from "../segment/clauses.ts";
import type { Sentence } from "../segment/read-text.ts";
import { wordsIn } from "../segment/words-in.ts";
import { spell } from "../segment/verbs.ts";

const LEAD = /^(?:(?:and|but|or|yet|so|that|because|although|though|while|whereas|as|then|also|however|meanwhile|,)\s+)+/i;
const ACCORDING = /^(?:despite this|in a separate statement|according to [^,]{2,80}),\s+/i;
const RELATIVE = /^(?:,\s*)?(?:who|which|that)\s+/i;
const PERSON = /^(?:he|she)$/i;

/**
 * A clause as a sentence that can be understood alone: without the word that joined it, with the subject that it leaves
 * out, and with a name for "he" or "she" where the text has just given one (`person`).
 */
export function wordingOf(text: string, clause: Clause, person: string | null): string {
  // The comma before what was taken out ("Mr Trump, who turned 79, gave") went with it.
  const parts = clause.parts.map(({ start, end }, at) => {
    const part = text.slice(start, end);
    return at < clause.parts.length - 1 ? part.replace(/[\s,]+$/u, "") : part;
  });
  let words = parts.join(" ").replace(/\s+/g, " ");
  words = words.replace(/^[\s,;:—–“”"(-]+/u, "").replace(LEAD, "").replace(ACCORDING, "");
  const subject = clause.subject === null ? "" : text.slice(clause.subject.start, clause.subject.end).replace(/\s+/g, " ");
  const named = person !== null && PERSON.test(subject) ? person : subject;
  if (clause.kind === "relative" && RELATIVE.test(words) && subject !== "") words = `${named} ${words.replace(RELATIVE, "")}`;
  else if (clause.kind === "predicate" && subject !== "") words = `${named} ${words}`;
  else if (named !== subject) words = words.replace(/^(?:he|she)\b/i, named);
  words = words.replace(/[\s,;:—–-]+$/u, "").replace(/\.([”"])$/u, "$1").replace(/^[“"]([^“”"]*)$/u, "$1").replace(/^([^“”"]*?)([.!?])?[”"]$/u, "$1$2");
  if (words === "") return "";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? "" : "."}`;
}

/** The name that "he" or "she" in the next sentence most likely means: a subject that is a person's name. */
export function personOf(text: string, sentence: Sentence): string | null {
  for (const { subject, kind } of sentence.clauses.slice(0, 4)) {
    if (subject === null || kind === "relative") continue;
    const words = wordsIn(sentence.words, subject.start, subject.end);
    const names = words.filter(({ pos }) => pos === "PROPN");
    if (names.length >= 1 && names.length <= 4 && names.length === words.length && !/[“”"]/.test(spell(text, words[0]))) {
      return text.slice(subject.start, subject.end).replace(/\s+/g, " ");
    }
  }
  return null;
}

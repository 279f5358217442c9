import type { Clause } from "../segment/clauses.ts";
import type { Span } from "../segment/sentences.ts";

const LEAD = /^(?:(?:and|but|or|yet|so|that|because|although|though|while|whereas|as|then|also|however|meanwhile|,)\s+)+/i;
const ACCORDING = /^(?:despite this|in a separate statement|according to [^,]{2,80}),\s+/i;
const RELATIVE = /^(?:,\s*)?(?:who|which|that)\s+/i;
/** Subjects that say nothing without the sentences before. */
const POINTS = /^(?:he|she|it|they|this|that|these|those|both|neither)$/i;
/** Those that stand for a name given before. */
const STANDS_FOR = /^(?:he|she|it)$/i;
/** "It is known that", "it was unclear whether": a subject of form only. */
const EXPLETIVE = /^it\s+(?:is|was|seems|seemed|appears|appeared)\s+(?:[\p{L}-]+\s+){0,3}(?:that|whether)\b/iu;
/** "It was two days after the vote": when something else was, which this clause leaves out. */
const TIMING =
  /^it\s+(?:is|was|has been|had been|will be)\s+(?:[\p{L}\p{N}-]+\s+){0,4}(?:second|minute|hour|day|week|month|year|decade)s?\s+(?:ago|after|before|since|later|until|when|that)\b/iu;
/** "To sign the bill or send it back", "so did her vote": not what the subject is said to have done. */
const ELSEWHERE = /^(?:or|nor|(?:so|neither)\s+(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could))\b/i;
/** "Has neither taken it up": the half of a denial, which says the opposite without its "neither". */
const HALF_DENIED = /\b(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\s+neither\b(?!.*\bnor\b)/i;
/** What may stand before a pronoun that is the subject. */
const OPENING = /^(?:on|in|at|by|after|before|since|during|until|from|for|with|without|under|then|later|also|now|yesterday|today|tonight|earlier|last|this|but|and|or|so|of|only|still|though|as|when|if|because|while|meanwhile)\b|,/i;
/** "Which he hopes to hold": said of a thing by somebody, so that the thing is not its subject. */
const OF_IT = /^(?:,\s*)?(?:who|which|that)\s+(?:(?:he|she|it|they|we|you|I|the|a|an|his|her|its|their)\s|\p{Lu}\p{Ll})/u;
/** An age, a day or "their" is nobody's name: the subject was not found. */
const NO_SUBJECT = /^(?:[\d.,]+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|tonight|my|our|your|his|its|their)$/i;
/** How far back a name may reach. */
const REACH = 40;
/** What is left of "a move that worried them" once the rest is a claim of its own. */
const LOOSE = /,\s+(?:a|an|the)\s+\p{Ll}+$/u;
/**
 * A clause as a sentence that can be understood alone: without the word that joined it, with the subject that it leaves
 * out, and with what "he", "she" or "it" as its subject is `meant` to be. Empty where its subject stays a riddle.
 */
export function wordingOf(text: string, clause: Clause, meant: string | null): string {
  // The comma before what was taken out ("Mr Trump, who turned 79, gave") went with it.
  const parts = clause.parts.map(({ start, end }, at) => {
    const part = text.slice(start, end);
    if (at === clause.parts.length - 1) return part;
    // "Of the 90 shops, she said, 31 have gone": the comma of an opening phrase stays.
    return part.replace(/[\s,]+$/u, /^(?:of|in|on|at|by|from|for|with|after|before|since|among|under)\b/i.test(part) ? "," : "");
  });
  let words = parts.join(" ").replace(/\s+/g, " ");
  words = words.replace(/^[\s,;:—–“”"(-]+/u, "");
  if (clause.kind === "predicate" && ELSEWHERE.test(words)) return "";
  words = words.replace(LEAD, "").replace(ACCORDING, "");
  if (TIMING.test(words) || HALF_DENIED.test(words)) return "";
  // Elsewhere the subject stands in the clause itself, whole.
  const isLent = clause.kind === "relative" || clause.kind === "predicate";
  const span = clause.subject;
  const full = span === null ? "" : (isLent ? wholeName(text, span) : text.slice(span.start, span.end)).replace(/\s+/g, " ");
  if (NO_SUBJECT.test(full)) return "";
  // "On Friday he": the opening phrase is no part of who it is.
  const subject = /\s(he|she|it|they)$/i.exec(full)?.[1] ?? full;
  // "Told his counterpart of calls he had held" is split amiss: what stands before "he" is no opening phrase.
  if (subject !== full && !OPENING.test(full)) return "";
  const name = STANDS_FOR.test(subject) ? meant : null;
  if (name === null && POINTS.test(subject) && !EXPLETIVE.test(words)) return "";
  const named = name ?? subject;
  if (clause.kind === "relative" && (OF_IT.test(words) || isUnsureOfWho(text, clause))) return "";
  if (clause.kind === "relative" && RELATIVE.test(words) && subject !== "") words = `${named} ${words.replace(RELATIVE, "")}`;
  else if (clause.kind === "predicate" && subject !== "") words = `${named} ${words}`;
  else if (named !== subject) words = words.replace(new RegExp(String.raw`\b${subject}\b`, "i"), named);
  words = words.replace(/[\s,;:—–-]+$/u, "").replace(LOOSE, "").replace(/\.([”"])$/u, "$1").replace(/^[“"]([^“”"]*)$/u, "$1").replace(/^([^“”"]*?)([.!?])?[”"]$/u, "$1$2");
  // Half of a quotation, or half of what is around one.
  if (words === "" || isHalfQuoted(words)) return "";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? "" : "."}`;
}

/** With what the tagger cut off: "Brandt & Voll", "the Farmers' League", and the rest of a word. */
function wholeName(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const cut = /(?:(?:(?:the|a|an)\s+)?[\p{L}-]+(?:[’']s|s[’'])\s|\p{Lu}[\p{L}-]*\s&\s|[\p{L}\p{M}]+)$/iu.exec(before)?.[0] ?? "";
  const rest = /^[\p{L}\p{M}]*/u.exec(text.slice(end, end + REACH))?.[0] ?? "";
  return `${cut}${text.slice(start, end)}${rest}`;
}

function isHalfQuoted(words: string): boolean {
  const count = (mark: RegExp) => words.match(mark)?.length ?? 0;
  return count(/“/g) !== count(/”/g) || count(/"/g) % 2 === 1;
}

/** "The farmers of Lowmouth, who lost": Lowmouth did not lose, and nothing in the words says so. */
function isUnsureOfWho(text: string, { subject, start }: Clause): boolean {
  return subject !== null && /^\W*who\b/i.test(text.slice(start, start + 8)) && hangsOn(text, subject);
}

/** After "of" it may be either; after another preposition it is rather a person, if it has a name. */
function hangsOn(text: string, { start, end }: Span): boolean {
  const word = /\b(of|from|on|in|at|about|over|under|into|near)\s$/i.exec(text.slice(Math.max(0, start - 7), start))?.[1];
  return word !== undefined && (/^(?:of|from)$/i.test(word) || !/\p{Lu}/u.test(text.slice(start, end)));
}

import { SAYING } from "./verbs.ts";
import type { VerbGroup } from "./verbs.ts";
import type { Word } from "./tagger.ts";

/**
 * How a clause hangs on the one before it. "predicate" and "participle" leave their subject out, "relative" stands
 * inside its parent, "attribution" names who says the rest.
 */
export type ClauseKind = "main" | "coordinate" | "predicate" | "subordinate" | "relative" | "participle" | "reported" | "quoted" | "attribution";

export interface Opening {
  at: number;
  kind: ClauseKind;
}

/** How many words ahead a boundary may look: what keeps a sentence of 20,000 words linear. */
const AHEAD = 16;
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "SYM"]);
const SUBORDINATORS = new Set(
  "because although though while whereas when after before since until unless if whether as once where whenever".split(" "),
);
const RELATIVES = new Set(["who", "whom", "whose", "which", "where"]);
const CONJUNCTIONS = new Set(["and", "but", "or", "yet", "so", "nor", "then"]);
const OPEN_QUOTE = /^[“„«]$/;
const HARD = /^[;:.!?—–()]$/;

export interface Sentence {
  text: string;
  words: readonly Word[];
  /** The words as printed, and in small letters: each is looked at from many sides. */
  spelled: readonly string[];
  lower: readonly string[];
  groups: readonly VerbGroup[];
  /** Index of the first verb group that ends after the word. */
  groupAt: Int32Array;
}

const token = (s: Sentence, at: number): string => s.lower[at] ?? "";

/** The first finite verb group from `at` on, within reach and before a hard stop; -1 when there is none. */
export function finiteAhead(s: Sentence, at: number, reach = AHEAD, stop: RegExp = HARD): number {
  const limit = Math.min(s.words.length, at + reach);
  for (let g = s.groupAt[at] ?? s.groups.length; g < s.groups.length; g += 1) {
    const group = s.groups[g] as VerbGroup;
    if (group.from >= limit) return -1;
    if (!group.finite || group.from < at) continue;
    for (let i = at; i < group.from; i += 1) if (stop.test(s.spelled[i] ?? "")) return -1;
    return g;
  }
  return -1;
}

/** What opens at a word that has a finite verb before it in its own clause (`hasVerb`), or null. */
export function openingAt(s: Sentence, at: number, hasVerb: boolean): Opening | null {
  const word = token(s, at);
  const pos = s.words[at]?.pos ?? "";
  const before = token(s, at - 1);
  if (OPEN_QUOTE.test(word)) return /^[,:]$/.test(before) || SAYING.has(before) ? { at, kind: "quoted" } : null;
  if (/^[;—–]$/.test(before) && hasVerb && !CONJUNCTIONS.has(word) && finiteAhead(s, at) !== -1) return { at, kind: "coordinate" };
  if (before === ":" && finiteAhead(s, at) !== -1) return { at, kind: "coordinate" };
  if (RELATIVES.has(word) && hasNounBefore(s, at) && finiteAhead(s, at + 1) !== -1) return { at, kind: "relative" };
  if (pos === "ADP" && RELATIVES.has(token(s, at + 1)) && finiteAhead(s, at + 2) !== -1) return { at, kind: "relative" };
  // Before its verb a clause has said nothing yet that could be put in somebody's mouth, unless it is all quotation.
  const said = hasVerb || /^[”"»]$/.test(before);
  if (said && (before === "," || /^[”"»]$/.test(before)) && opensAttribution(s, at)) return { at, kind: "attribution" };
  if (word === "that" && finiteAhead(s, at + 1) !== -1) {
    if (saysBefore(s, at)) return { at, kind: "reported" };
    const next = s.words[at + 1]?.pos ?? "";
    if (hasNounBefore(s, at) && (next === "VERB" || next === "AUX" || next === "PRON")) return { at, kind: "relative" };
    return null;
  }
  const passive = s.words[at - 2]?.pos === "AUX" && /^(?:be|been|is|are|was|were)$/.test(token(s, at - 2));
  if (SAYING.has(before) && !passive && s.words[at - 1]?.pos === "VERB" && NOMINAL.has(pos) && saysNext(s, at)) return { at, kind: "reported" };
  if (CONJUNCTIONS.has(word) && hasVerb) return conjoined(s, at, before === ",");
  if (SUBORDINATORS.has(word) && pos !== "VERB" && (hasVerb || before === ",") && subordinates(s, at)) return { at, kind: "subordinate" };
  if (before === "," && hasVerb && pos === "VERB" && word.endsWith("ing")) return { at, kind: "participle" };
  return null;
}

function conjoined(s: Sentence, at: number, comma: boolean): Opening | null {
  let next = at + 1;
  while (s.words[next]?.pos === "ADV" && next < at + 4) next += 1;
  const pos = s.words[next]?.pos;
  const g = finiteAhead(s, next, AHEAD, /^[;:.!?—–(),]$/);
  if ((pos === "VERB" || pos === "AUX") && g !== -1 && s.groups[g]?.from === next) return { at, kind: "predicate" };
  if (g === -1) return null;
  const verb = s.groups[g] as VerbGroup;
  // A subject, and nothing but a subject, before the verb.
  for (let i = next; i < verb.from; i += 1) {
    const here = s.words[i]?.pos ?? "";
    if (here === "CCONJ" || here === "SCONJ" || here === "VERB") return null;
  }
  const subject = NOMINAL.has(pos ?? "") && verb.from > next && !pairs(s, at);
  return subject && (comma || pos === "PRON" || pos === "DET" || pos === "PROPN") ? { at, kind: "coordinate" } : null;
}

/** "warning that the strife between Norvala and Ostrava may spread": the second of two, not the subject of another clause. */
function pairs(s: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) {
    if (token(s, i) === "between") return true;
    if (CONJUNCTIONS.has(token(s, i)) || s.words[i]?.pos === "VERB" || HARD.test(token(s, i))) return false;
  }
  return false;
}

/** "after the vote was held", not "after the vote". */
function subordinates(s: Sentence, at: number): boolean {
  const g = finiteAhead(s, at + 1, AHEAD, /^[;:.!?—–(),]$/);
  if (g === -1) return false;
  const verb = s.groups[g] as VerbGroup;
  if (verb.from === at + 1) return false;
  for (let i = at + 1; i < verb.from; i += 1) if (RELATIVES.has(token(s, i))) return false;
  return true;
}

function hasNounBefore(s: Sentence, at: number): boolean {
  const before = s.words[at - 1];
  const noun = before?.pos === "PUNCT" ? s.words[at - 2] : before;
  return noun !== undefined && (NOMINAL.has(noun.pos) || noun.pos === "X");
}

/** A verb of saying close before, with at most its listener in between: "told the paper that". */
function saysBefore(s: Sentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 9); i -= 1) {
    const word = token(s, i);
    if (SAYING.has(word) && s.words[i]?.pos !== "NOUN") return true;
    if (s.words[i]?.pos === "VERB" || HARD.test(word)) return false;
  }
  return false;
}

/** "said the plan was dead": a subject and a finite verb follow; not "said the minister." */
function saysNext(s: Sentence, at: number): boolean {
  const g = finiteAhead(s, at, AHEAD, /^[;:.!?—–(),“"”]$/);
  return g !== -1 && (s.groups[g] as VerbGroup).from > at;
}

/** ", the minister said", ", said Anna Voss", ", according to police". */
function opensAttribution(s: Sentence, at: number): boolean {
  if (token(s, at) === "according" && token(s, at + 1) === "to") return true;
  if (SAYING.has(token(s, at)) && s.words[at]?.pos !== "NOUN" && !token(s, at).endsWith("ing")) return true;
  const g = finiteAhead(s, at, 14, /^[;:.!?—–“"”]$/);
  if (g === -1) return false;
  const verb = s.groups[g] as VerbGroup;
  if (!SAYING.has(token(s, verb.to - 1))) return false;
  if (verb.from === at || (verb.from - at > 3 && s.words[at]?.pos === "CCONJ")) return false;
  for (let i = at; i < verb.from; i += 1) {
    const pos = s.words[i]?.pos ?? "";
    if (!NOMINAL.has(pos) && pos !== "ADP" && pos !== "PART" && pos !== "PUNCT" && pos !== "CCONJ" && pos !== "ADV") return false;
  }
  // What is said follows: then this is a clause like any other.
  const after = token(s, verb.to);
  return after === "" || /^[,.;!?”"]$/.test(after) || !(after === "that" || saysNext(s, verb.to));
}

import { SAYING, spell } from "../segment/verbs.ts";
import type { VerbGroup } from "../segment/verbs.ts";
import type { Span } from "../segment/sentences.ts";
import type { Word } from "../segment/tagger.ts";

/** Who says something and by what verb, next to what is said. */
export interface Cue {
  speaker: Span | null;
  cue: Span;
}

/** Words of one stretch with their verbs; indexes are into `words`. */
export interface Stretch {
  text: string;
  words: readonly Word[];
  groups: readonly VerbGroup[];
}

const NAMING = new Set(["NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "SYM", "X"]);
const SKIPPED = /^(?:and|but|or|so|yet|as|when|while|after|then|also|however|meanwhile|[,.;:—–―“”"()-])$/i;
/** Longest name that is given to a speaker, in words: "the deputy head of the … of the …". */
const LONGEST_NAME = 24;

const token = (s: Stretch, at: number) => spell(s.text, s.words[at]);
export const isSaying = (s: Stretch, { from, to }: VerbGroup): boolean => {
  for (let i = to - 1; i >= from; i -= 1) if (SAYING.has(token(s, i).toLowerCase())) return true;
  return false;
};
const spanOf = (s: Stretch, from: number, to: number): Span | null => {
  const start = s.words[from]?.start;
  const end = s.words[to - 1]?.end;
  return from >= to || start === undefined || end === undefined ? null : { start, end };
};

/** The speaker named before its verb: everything from `from`, less what only joins the sentence to the one before. */
export function speakerBefore(s: Stretch, from: number, group: VerbGroup): Span | null {
  let start = Math.max(from, group.from - LONGEST_NAME);
  while (start < group.from && (SKIPPED.test(token(s, start)) || s.words[start]?.pos === "ADV")) start += 1;
  // "In Lowmouth on Monday, the mayor said": an opening phrase is no part of the name.
  if (/^(?:ADP|SCONJ)$/.test(s.words[start]?.pos ?? "")) {
    for (let i = group.from - 1; i > start; i -= 1) {
      if (token(s, i) !== ",") continue;
      start = i + 1;
      break;
    }
  }
  let end = group.from;
  while (end > start && (/^[,—–(“"]$/.test(token(s, end - 1)) || s.words[end - 1]?.pos === "ADV")) end -= 1;
  for (let i = start; i < end; i += 1) if (NAMING.has(s.words[i]?.pos ?? "")) return spanOf(s, start, end);
  return null;
}

/** The speaker named after its verb: "said Ada Quill, the mayor", up to a clause or a mark that ends the name. */
export function speakerAfter(s: Stretch, from: number, limit: number): Span | null {
  let start = from;
  while (start < limit && s.words[start]?.pos === "ADV") start += 1;
  let end = start;
  while (end < limit && end - start < LONGEST_NAME) {
    const word = token(s, end);
    const pos = s.words[end]?.pos ?? "";
    const inName = NAMING.has(pos) || (pos === "PART" && /^['’]s?$/.test(word));
    const joins = end > start && (/^(?:of|for|at|in|from|and|de|van|von|du)$/i.test(word) || (word === "." && /^\p{Lu}/u.test(token(s, end - 1))));
    if (!inName && !joins) break;
    end += 1;
  }
  while (end > start && (token(s, end - 1) === "." || s.words[end - 1]?.pos === "ADP" || s.words[end - 1]?.pos === "CCONJ")) end -= 1;
  return spanOf(s, start, end);
}

const ACCORDING = /^(?:according to|in the (?:view|words|opinion|eyes|estimation|judgement|judgment) of|by the (?:count|estimate|reckoning) of)$/;

/** "according to police", "in the view of the court": the words, and whom they name. */
export function accordingTo(s: Stretch, from: number, limit: number): Cue | null {
  for (let i = from; i < limit - 1; i += 1) {
    if (!/^(?:according|in|by)$/i.test(token(s, i))) continue;
    for (const length of [2, 4]) {
      const words = Array.from({ length }, (_, index) => token(s, i + index).toLowerCase()).join(" ");
      const cue = spanOf(s, i, i + length);
      if (cue !== null && ACCORDING.test(words)) return { cue, speaker: speakerAfter(s, i + length, limit) };
    }
  }
  return null;
}

/**
 * Who says what ends just before `from`: "…,” the mayor said", "…,” said the mayor". `any`: the words before end in a
 * comma inside the marks, so that whatever verb comes first is one of saying.
 */
export function cueAfter(s: Stretch, from: number, limit: number, any: boolean): Cue | null {
  let first = from;
  while (first < limit && /^[,”"’'»]$/.test(token(s, first))) first += 1;
  if (/^(?:[—–―─-]|--)$/.test(token(s, first))) return signature(s, first, limit);
  const group = s.groups.find((g) => g.from >= first && g.from < Math.min(limit, first + LONGEST_NAME) && g.finite && (any || isSaying(s, g)));
  const quoted = accordingTo(s, first, limit);
  if (group === undefined) return quoted;
  const cue = spanOf(s, group.from, group.to) as Span;
  if (quoted !== null && quoted.cue.start < cue.start) return quoted;
  if (group.from === first) {
    const after = speakerAfter(s, group.to, limit);
    // "… “out of time” said": nobody is named after; the sentence names them before.
    return after === null ? null : { cue, speaker: after };
  }
  // Another verb's object in between: this one says something else.
  if (!any && s.groups.some((g) => g.from >= first && g.to <= group.from && g.finite)) return null;
  const speaker = speakerBefore(s, first, group);
  return speaker === null ? null : { cue, speaker };
}

/** "“…” ― Ada Quill" at the end of a paragraph. */
function signature(s: Stretch, dash: number, limit: number): Cue | null {
  if (limit - dash > 12 || s.groups.some((group) => group.from > dash && group.finite)) return null;
  const speaker = speakerAfter(s, dash + 1, limit);
  return speaker === null ? null : { cue: spanOf(s, dash, dash + 1) as Span, speaker };
}

/** Who says what starts just after `to`: "the mayor said: “…", "according to the mayor, “…". The nearest verb wins. */
export function cueBefore(s: Stretch, from: number, to: number, any: boolean): Cue | null {
  for (let g = s.groups.length - 1; g >= 0; g -= 1) {
    const group = s.groups[g] as VerbGroup;
    if (group.to > to || group.from < from) continue;
    if (!any && !isSaying(s, group)) continue;
    const cue = spanOf(s, group.from, group.to) as Span;
    if (!group.finite) {
      // "footage of the mayor saying" has its speaker right there; "…, saying" shares that of the verb before it.
      const noun = s.words[group.from - 1];
      const near = noun !== undefined && NAMING.has(noun.pos) ? speakerBefore(s, nameStart(s, from, group.from), group) : null;
      if (near !== null) return { cue, speaker: near };
      const head = s.groups.slice(0, g).findLast((one) => one.finite && one.from >= from);
      const speaker = head === undefined ? null : speakerBefore(s, clauseStart(s, from, head), head);
      return { cue, speaker: speaker ?? speakerBefore(s, from, group) };
    }
    const speaker = speakerBefore(s, clauseStart(s, from, group), group);
    if (speaker !== null) return { cue, speaker };
    // "… and added": the subject is further back.
    const head = s.groups.slice(0, g).findLast((one) => one.finite && one.from >= from);
    return { cue, speaker: head === undefined ? null : speakerBefore(s, clauseStart(s, from, head), head) };
  }
  const quoted = accordingTo(s, from, to);
  return quoted;
}

/** Where the name that ends at a word begins: its nouns and what stands before them. */
function nameStart(s: Stretch, from: number, to: number): number {
  let start = to;
  while (start > from && NAMING.has(s.words[start - 1]?.pos ?? "")) start -= 1;
  return start;
}

/** Where the clause of a verb begins: after the verb before it, at the last word that opens a clause. */
function clauseStart(s: Stretch, from: number, group: VerbGroup): number {
  const previous = s.groups.findLast((one) => one.to <= group.from && one.from >= from && one.finite);
  if (previous === undefined) return from;
  for (let i = group.from - 1; i > previous.to; i -= 1) {
    if (/^(?:and|but|as|that|when|while|because|after|before|until|if|whether|although|though|;|:|—|–|―|,)$/i.test(token(s, i))) {
      // A comma inside a name ("Ada Quill, the mayor, said") has another one right before the verb.
      if (token(s, i) === "," && i === group.from - 1) continue;
      if (token(s, i) === "," && token(s, group.from - 1) === ",") continue;
      return i + 1;
    }
  }
  return previous.to;
}

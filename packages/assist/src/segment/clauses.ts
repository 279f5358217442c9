import { finiteAhead, openingAt } from "./clause-openings.ts";
import type { ClauseKind, Sentence as Parsed } from "./clause-openings.ts";
import { datelineLength } from "./dateline.ts";
import { spell, verbGroups } from "./verbs.ts";
import type { VerbGroup } from "./verbs.ts";
import type { Span } from "./sentences.ts";
import type { Word } from "./tagger.ts";

/**
 * A stretch of a sentence with a verb of its own. `start` to `end` may hold a relative clause that is one of its own;
 * `parts` leave that out. The clauses of a sentence cover all of its words.
 */
export interface Clause extends Span {
  kind: ClauseKind;
  parts: Span[];
  /** What the verb is said of, as printed; another clause's where this one leaves it out. Null when none is found. */
  subject: Span | null;
  /** Index of the clause it hangs on, within its sentence. */
  parent: number | null;
}

interface Draft {
  kind: ClauseKind;
  parent: number | null;
  /** Word ranges. */
  ranges: { from: number; to: number }[];
  verbs: number;
  afterComma: boolean;
}

export function clausesOf(text: string, words: readonly Word[]): Clause[] {
  if (words.length === 0) return [];
  const groups = verbGroups(text, words);
  const groupAt = new Int32Array(words.length + 1).fill(groups.length);
  for (let g = groups.length - 1, at = words.length; at >= 0; at -= 1) {
    while (g > 0 && (groups[g - 1] as VerbGroup).to > at) g -= 1;
    if (g >= 0 && (groups[g]?.to ?? 0) > at) groupAt[at] = g;
  }
  const spelled = Array.from(words, (word) => spell(text, word));
  const lower = Array.from(spelled, (word) => word.toLowerCase());
  const parsed: Parsed = { text, words, spelled, lower, groups, groupAt };
  return settle(parsed, draft(parsed));
}

/** Walks the words once, opening and closing clauses; a relative clause goes back to the one that it interrupts. */
function draft(s: Parsed): Draft[] {
  const drafts: Draft[] = [{ kind: "main", parent: null, ranges: [{ from: 0, to: 0 }], verbs: 0, afterComma: false }];
  let current = 0;
  const at = (index: number) => drafts[index] as Draft;
  const go = (index: number, from: number) => {
    current = index;
    at(index).ranges.push({ from, to: from });
  };
  for (let i = 0; i < s.words.length; i += 1) {
    const group = s.groups[s.groupAt[i] ?? -1];
    const startsVerb = group !== undefined && group.from === i && group.finite;
    const here = s.spelled[i] ?? "";
    const before = s.spelled[i - 1] ?? "";
    const open = at(current);
    const resumes = open.kind === "relative" || open.kind === "attribution" || (open.kind === "subordinate" && open.parent === null);
    if (resumes && open.verbs > 0 && open.parent !== null) {
      // A clause between commas ends at the second one; one without ends at the next verb.
      const parent = at(open.parent);
      const comma = before === "," && open.afterComma && !/^(?:and|or)$/i.test(here);
      if (comma || (startsVerb && !open.afterComma && parent.verbs === 0)) go(open.parent, i);
    }
    const opening = i === 0 ? null : openingAt(s, i, at(current).verbs > 0);
    if (opening !== null) {
      const { kind } = opening;
      const afterComma = before === ",";
      drafts.push({
        kind,
        parent: kind === "predicate" && afterComma ? predicateOf(drafts, current) : current,
        ranges: [{ from: i, to: i }],
        verbs: kind === "participle" ? 1 : 0,
        afterComma,
      });
      current = drafts.length - 1;
    } else if (i > 0 && before === "," && at(current).verbs > 0 && opensMain(s, at(current), i)) {
      drafts.push({ kind: "main", parent: null, ranges: [{ from: i, to: i }], verbs: 0, afterComma: true });
      current = drafts.length - 1;
    } else if (/^[”»]$/.test(before) && at(current).kind === "quoted" && i < s.words.length - 1 && /\p{L}/u.test(here)) {
      go(at(current).parent ?? 0, i);
    }
    const range = at(current).ranges.at(-1);
    if (range !== undefined) range.to = i + 1;
    if (startsVerb) at(current).verbs += 1;
  }
  return drafts;
}

/** "It fell after prices rose, and stayed there": a comma leads back to the clause that the last one only adds to. */
function predicateOf(drafts: readonly Draft[], current: number): number {
  let index = current;
  for (;;) {
    const { kind, parent } = drafts[index] as Draft;
    if (parent === null || !["participle", "subordinate", "relative", "attribution"].includes(kind)) return index;
    index = parent;
  }
}

/** "When the vote was held, the minister left": the comma ends what a subordinator opened the sentence with. */
function opensMain(s: Parsed, open: Draft, at: number): boolean {
  const first = s.spelled[open.ranges[0]?.from ?? 0] ?? "";
  if (open.kind !== "main" || !/^(?:because|although|though|while|whereas|when|after|before|since|until|unless|if|as|once)$/i.test(first)) {
    return false;
  }
  return finiteAhead(s, at) !== -1;
}

function settle(s: Parsed, drafts: Draft[]): Clause[] {
  // A stretch without a verb of any kind is part of what it hangs on ("The minister, …": it waits for its verb).
  const into = Int32Array.from(drafts.keys());
  for (const [index, { kind, parent, ranges }] of drafts.entries()) {
    const verbless = !ranges.some(({ from, to }) => (s.groups[s.groupAt[from] ?? -1]?.from ?? Infinity) < to);
    if (index > 0 && verbless && kind !== "attribution") into[index] = into[parent ?? index - 1] ?? 0;
  }
  const kept = into.filter((to, index) => to === index);
  const place = new Map(Array.from(kept, (index, position) => [index, position]));
  const rangesOf = Array.from(kept, (): Draft["ranges"] => []);
  for (const [index, { ranges }] of drafts.entries()) rangesOf[place.get(into[index] ?? 0) ?? 0]?.push(...ranges);
  const clauses = Array.from(kept, (index, position): Clause => {
    const ranges = (rangesOf[position] ?? []).filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
    const parts: Span[] = [];
    for (const { from, to } of ranges) {
      const last = parts.at(-1);
      const start = (s.words[from] as Word).start;
      const end = (s.words[to - 1] as Word).end;
      if (last !== undefined && s.words[from - 1]?.end === last.end) last.end = end;
      else parts.push({ start, end });
    }
    const { kind, parent } = drafts[index] as Draft;
    return {
      start: parts[0]?.start ?? 0,
      end: parts.at(-1)?.end ?? 0,
      parts,
      kind,
      parent: parent === null ? null : (place.get(into[parent] ?? 0) ?? null),
      subject: null,
    };
  });
  for (const clause of clauses) clause.subject = subjectOf(s, clause, clauses);
  return clauses.filter((clause) => clause.end > clause.start);
}

const LEADING = /^(?:and|but|or|yet|so|nor|that|because|although|though|while|whereas|when|after|before|since|until|unless|if|whether|as|once|then|[“"'‘(,—–])$/i;

function subjectOf(s: Parsed, clause: Clause, clauses: readonly Clause[]): Span | null {
  const first = indexOfWord(s.words, clause.start);
  if (clause.kind === "relative") return nounBefore(s, first);
  const parent = clause.parent === null ? undefined : clauses[clause.parent];
  if (clause.kind === "predicate" || clause.kind === "participle") return parent?.subject ?? null;
  let from = first;
  if (clause.start === s.words[0]?.start) from = indexOfWord(s.words, clause.start + datelineLength(s.text, clause.start));
  while (LEADING.test(s.spelled[from] ?? "") && (s.words[from] as Word).end < clause.end) from += 1;
  const g = finiteAhead(s, from, 60, /^[;!?]$/);
  const verb = g === -1 ? undefined : (s.groups[g] as VerbGroup);
  if (verb === undefined || (s.words[verb.from]?.start ?? Infinity) >= clause.end) return null;
  // An opening phrase ends at a comma: "In March, the council …".
  for (let i = verb.from - 1; i > from; i -= 1) {
    if (s.spelled[i] === "," && /^(?:ADP|ADV|SCONJ|NUM)$/.test(s.words[from]?.pos ?? "")) {
      from = i + 1;
      break;
    }
  }
  const start = s.words[from]?.start;
  const end = s.words[Math.min(verb.from, nounEnd(s, from, verb.from)) - 1]?.end;
  return start === undefined || end === undefined || end <= start ? null : { start, end };
}

/** Where the subject proper ends: before a comma or a relative clause that stands between it and its verb. */
function nounEnd(s: Parsed, from: number, verb: number): number {
  for (let i = from + 1; i < verb; i += 1) {
    if (/^(?:,|who|which|whose|whom|that|\(|—|–)$/i.test(s.spelled[i] ?? "")) return i;
  }
  return verb;
}

function nounBefore(s: Parsed, at: number): Span | null {
  let to = at;
  while (to > 0 && !/^(?:NOUN|PROPN|PRON|NUM|X)$/.test(s.words[to - 1]?.pos ?? "") && at - to < 3) to -= 1;
  let from = to;
  while (from > 0 && to - from < 10 && /^(?:NOUN|PROPN|PRON|NUM|ADJ|DET|PART|SYM)$/.test(s.words[from - 1]?.pos ?? "")) from -= 1;
  const start = s.words[from]?.start;
  const end = s.words[to - 1]?.end;
  return from === to || start === undefined || end === undefined ? null : { start, end };
}

function indexOfWord(words: readonly Word[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

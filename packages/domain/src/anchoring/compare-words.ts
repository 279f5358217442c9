import { diffTokens } from "./diff-tokens.ts";
import { editDistance } from "./likeness.ts";
import { splitTokens } from "./tokens.ts";

/** One place where the words differ; either side may be empty. */
export interface WordChange {
  from: string;
  to: string;
  kind: "words" | "capitals" | "punctuation" | "spacing";
  /** What carries the meaning here: a change of it makes another statement of the same sentence. */
  carries: ("number" | "negation" | "name")[];
}

export interface WordComparison {
  /** 1 for the same words, whatever the white space; 0 for nothing in common. */
  likeness: number;
  changes: WordChange[];
}

/** Above this length, or with fewer units in common, a changed stretch counts as changed through and through. */
const LONG = 400;
const ALIKE = 0.4;

function costOf(from: string, to: string): number {
  const longer = Math.max(from.length, to.length);
  if (longer > LONG) return longer;
  const distance = editDistance(from, to);
  return distance <= longer * (1 - ALIKE) ? distance : longer;
}

export function compareWords(wanted: string, found: string): WordComparison {
  if (wanted === found) return { likeness: 1, changes: [] };
  const oldTokens = splitTokens(wanted);
  const newTokens = splitTokens(found);
  const changes = collect(oldTokens, newTokens).flatMap(({ from, to, atStart }) => describe(from, to, atStart));
  let cost = 0;
  for (const { from, to, kind } of changes) {
    if (kind === "spacing") continue;
    cost += costOf(from, to);
  }
  return { likeness: Math.max(0, 1 - cost / Math.max(wanted.length, found.length)), changes };
}

interface Change {
  from: string;
  to: string;
  /** First of a sentence or of the passage, where a capital says nothing. */
  atStart: boolean;
}

/** Changes that only white space parts count as one. */
function collect(oldTokens: string[], newTokens: string[]): Change[] {
  const changes: Change[] = [];
  let open: Change | null = null;
  let between = "";
  let before = "";
  let oldIndex = 0;
  let newIndex = 0;
  for (const { kind, count } of diffTokens(oldTokens, newTokens, false)) {
    const text = kind === 1 ? newTokens.slice(newIndex, newIndex + count) : oldTokens.slice(oldIndex, oldIndex + count);
    if (kind !== 1) oldIndex += count;
    if (kind !== -1) newIndex += count;
    const words = text.join("");
    if (kind === 0) {
      between += words;
      before += words;
      continue;
    }
    if (!open || between.trim() !== "") {
      open = { from: "", to: "", atStart: /(^|[.!?…]["'”’»)\]]*\s+|^["'“‘«(]+)$/u.test(before) };
      changes.push(open);
    } else {
      open.from += between;
      open.to += between;
    }
    between = "";
    if (kind === -1) open.from += words;
    else open.to += words;
    if (kind === -1) before += words;
  }
  return changes;
}

function describe(from: string, to: string, atStart: boolean): WordChange[] {
  const change = { from: from.trim(), to: to.trim() };
  const squeezed = (text: string) => text.replace(/\s+/g, "");
  if (squeezed(from) === squeezed(to)) return [{ ...change, kind: "spacing", carries: [] }];
  if (!/[\p{L}\p{N}\p{M}]/u.test(from + to)) return [{ ...change, kind: "punctuation", carries: carriersOf(from, to, true) }];
  if (from.toLowerCase() === to.toLowerCase()) return [{ ...change, kind: "capitals", carries: [] }];
  return [{ ...change, kind: "words", carries: carriersOf(from, to, atStart) }];
}

const NUMBER_WORD = new RegExp(
  String.raw`^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|` +
    String.raw`hundreds?|thousands?|millions?|billions?|half|third|quarter|dozens?|double|twice|once)$`,
  "i",
);
const NEGATION = new RegExp(
  String.raw`^(not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t|den(y|ies|ied)|refus(es|ed)|` +
    String.raw`nicht|kein\w*|nie|ohne|ne|pas|jamais|sans|non|nunca|ningún|sin|не|нет|ни|ні|немає)$`,
  "iu",
);
const SIGN = /[%°$€£¥₽₴+\-−±<>≤≥]/u;

function carriersOf(from: string, to: string, atStart: boolean): WordChange["carries"] {
  const carries: WordChange["carries"] = [];
  const words = [splitTokens(from), splitTokens(to)].flatMap((side) => side.filter((token) => token.trim() !== ""));
  if (words.some((word) => /\p{N}/u.test(word) || NUMBER_WORD.test(word) || SIGN.test(word))) carries.push("number");
  if (words.some((word) => NEGATION.test(word))) carries.push("negation");
  const isName = (word: string, index: number) => /^\p{Lu}/u.test(word) && !(atStart && index === 0);
  if ([from, to].some((side) => splitTokens(side.trim()).some(isName))) carries.push("name");
  return carries;
}

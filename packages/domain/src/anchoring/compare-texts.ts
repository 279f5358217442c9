import { snapToGraphemes } from "../graphemes.ts";
import { alignTexts } from "./align-texts.ts";
import { IDEOGRAPH, WORD, isTokenBoundary, kindAt, tokenEnd } from "./tokens.ts";

export interface TextPart {
  kind: "same" | "insert" | "delete";
  text: string;
}

/** One changed stretch, with some of the words that stand around it. Offsets are UTF-16 code units (X1). */
export interface TextHunk {
  parts: TextPart[];
  oldStart: number;
  newStart: number;
}

export interface TextComparison {
  wordsAdded: number;
  wordsRemoved: number;
  /** How many stretches changed; `hunks` holds the first of them. */
  changes: number;
  hunks: TextHunk[];
}

/** Units of unchanged text shown on either side of a change; changes nearer than twice that are shown together. */
const CONTEXT = 60;

/** Longest piece of one part that is sent: whoever pastes another text altogether needs no page of it. */
const MOST_UNITS = 2_000;

/** What a newer text changes, word by word, as a person reads it. Of more than `most` changes only the first are told. */
export function compareTexts(oldText: string, newText: string, most = 200): TextComparison {
  const { runs } = alignTexts(oldText, newText);
  const result: TextComparison = { wordsAdded: 0, wordsRemoved: 0, changes: 0, hunks: [] };
  let hunk: TextHunk | null = null;
  let oldAt = 0;
  let newAt = 0;
  /** Unchanged text; where it is cut off, at a whole word. */
  const same = (start: number, end: number, cut: "start" | "end" | null) => {
    let [from, to] = [start, end];
    if (cut === "start") while (from < to && !isTokenBoundary(newText, from)) from += 1;
    if (cut === "end") while (to > from && !isTokenBoundary(newText, to)) to -= 1;
    if (from >= to) return;
    const whole = snapToGraphemes(newText, from, to);
    const text = newText.slice(whole.start, whole.end);
    const isCutStart = cut === "start" && whole.start > 0;
    const isCutEnd = cut === "end" && whole.end < newText.length;
    hunk?.parts.push({ kind: "same", text: `${isCutStart ? "…" : ""}${text}${isCutEnd ? "…" : ""}` });
  };
  const end = { old: oldText.length, new: newText.length, length: 0 };
  for (const run of [...runs, end]) {
    const removed = oldText.slice(oldAt, run.old);
    const added = newText.slice(newAt, run.new);
    if (removed !== "" || added !== "") {
      result.changes += 1;
      result.wordsRemoved += countWords(removed);
      result.wordsAdded += countWords(added);
      if (hunk === null && result.hunks.length < most) {
        hunk = { parts: [], oldStart: oldAt, newStart: newAt };
        result.hunks.push(hunk);
        same(Math.max(0, newAt - CONTEXT), newAt, "start");
      }
      if (removed !== "") hunk?.parts.push({ kind: "delete", text: shortened(removed) });
      if (added !== "") hunk?.parts.push({ kind: "insert", text: shortened(added) });
    }
    const until = run.new + run.length;
    if (hunk !== null) {
      const isNear = run.length <= 2 * CONTEXT && run !== end;
      same(run.new, isNear ? until : Math.min(until, run.new + CONTEXT), isNear ? null : "end");
      if (!isNear) hunk = null;
    }
    oldAt = run.old + run.length;
    newAt = until;
  }
  return result;
}

function countWords(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at = tokenEnd(text, at, text.length)) {
    const kind = kindAt(text, at);
    if (kind === WORD || kind === IDEOGRAPH) count += 1;
  }
  return count;
}

function shortened(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  return `${text.slice(0, snapToGraphemes(text, 0, MOST_UNITS).end)} …`;
}

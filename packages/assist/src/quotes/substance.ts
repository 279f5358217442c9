import { opposed } from "../differences/antonyms.ts";
import { readNumber } from "../values/numbers.ts";
import { stem } from "../values/stem.ts";
import { tokenize } from "../values/tokens.ts";
import type { PrintedWord } from "./printed-words.ts";

interface Change {
  left: PrintedWord[];
  right: PrintedWord[];
}

/** The stretches in which two wordings differ, side by side, by their longest common subsequence. */
export function changesBetween(a: readonly PrintedWord[], b: readonly PrintedWord[]): Change[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i]?.text === b[j]?.text
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const changes: Change[] = [];
  let open: Change = { left: [], right: [] };
  const close = (): void => {
    if (open.left.length + open.right.length > 0) changes.push(open);
    open = { left: [], right: [] };
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x && y && x.text === y.text) {
      close();
      i += 1;
      j += 1;
    } else if (x && (!y || (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))) {
      open.left.push(x);
      i += 1;
    } else if (y) {
      open.right.push(y);
      j += 1;
    }
  }
  close();
  // What only one of them has before or after the words they share was cut, not changed.
  const cut = ({ left, right }: Change): boolean => left.length === 0 || right.length === 0;
  const [first, last] = [changes[0], changes.at(-1)];
  const ends = (words: readonly PrintedWord[], part: PrintedWord[]): boolean =>
    part.length > 0 && words.at(-1) === part.at(-1);
  const begins = (words: readonly PrintedWord[], part: PrintedWord[]): boolean =>
    part.length > 0 && words[0] === part[0];
  if (last && cut(last) && (ends(a, last.left) || ends(b, last.right))) changes.pop();
  if (first && cut(first) && (begins(a, first.left) || begins(b, first.right))) changes.shift();
  return changes;
}

const NEGATOR = /^(?:not|never|no|nobody|none|nothing|cannot|\w+n't)$/;
const MODAL: Record<string, string> = {
  can: "can",
  cannot: "can",
  could: "can",
  will: "will",
  would: "will",
  shall: "will",
  should: "ought",
  ought: "ought",
  must: "must",
  may: "may",
  might: "may",
};
const DEGREE = /^(?:little|far|too|very|slightly|much|barely|hardly|almost|all|some|more|less|most|least)$/;
const VERB = /^(?:is|are|was|were|am|be|been|has|have|had|do|did|made|took|went|came|knew|gave|got|\w{3,}ed)$/;

const texts = (words: readonly PrintedWord[]): string[] => words.map((word) => word.text);
const figures = (words: readonly PrintedWord[]): string => {
  const tokens = tokenize(texts(words).join(" "));
  const numbers: number[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = readNumber(tokens, at);
    if (read) numbers.push(read.value);
    at = read?.next ?? at + 1;
  }
  return numbers.join(" ");
};

/**
 * Does the other wording still say the same? No, when a figure, a denial, a modal, a degree or an opposite changed, a
 * clause with a verb of its own was added, or a word gave way to one that is not like it.
 */
export function sameSubstance(
  a: readonly PrintedWord[],
  b: readonly PrintedWord[],
  similar: (x: string, y: string) => number = () => 0,
): boolean {
  const changes = changesBetween(a, b);
  const denials = (part: "left" | "right"): number =>
    changes.flatMap((change) => texts(change[part])).filter((word) => NEGATOR.test(word)).length;
  if (denials("left") % 2 !== denials("right") % 2) return false;
  for (const { left, right } of changes) {
    const [x, y] = [texts(left), texts(right)];
    if (figures(left) !== figures(right)) return false;
    const modal = (words: string[]): string | undefined => words.map((word) => MODAL[word]).find((word) => word);
    if (modal(x) !== undefined && modal(y) !== undefined && modal(x) !== modal(y)) return false;
    if ([...x, ...y].some((word) => DEGREE.test(word))) return false;
    if (x.some((one) => y.some((other) => opposed(stem(one), stem(other))))) return false;
    // A word that the other has elsewhere was moved.
    const missing = (part: PrintedWord[], from: readonly PrintedWord[]): PrintedWord[] =>
      part.filter((word) => word.content && !from.some((other) => other.text === word.text));
    const [contentX, contentY] = [missing(left, b), missing(right, a)];
    if (
      (x.length === 0 || y.length === 0) &&
      [...x, ...y].some((word) => VERB.test(word)) &&
      contentX.length + contentY.length > 0
    )
      return false;
    if (contentX.length === 0 || contentY.length === 0) continue;
    if (
      !contentX.some((one) =>
        contentY.some((other) => stem(one.text) === stem(other.text) || similar(one.text, other.text) >= 0.35),
      )
    )
      return false;
  }
  return true;
}

import { quotedSpans } from "../attribution/quoted-spans.ts";
import { type PrintedWord, printedWords } from "../quotes/printed-words.ts";
import { relateWords } from "../quotes/relate.ts";
import { sameSubstance } from "../quotes/substance.ts";
import { type Clause, passageOf } from "./clause.ts";
import type { CompareContext, WeighedDifference } from "./difference.ts";
import { kept } from "../memo/kept.ts";
import { namesOf, sameName } from "./names.ts";

interface Quoted {
  start: number;
  end: number;
  words: PrintedWord[];
}

/** Words between marks, of four words and more: shorter ones are titles and turns of phrase. */
const quotationsOf = kept(quotationsIn);

function quotationsIn(clause: Clause): readonly Quoted[] {
  if (!/["“”„«‘]/.test(clause.text)) return [];
  return quotedSpans(clause.text)
    .map(({ start, end }) => ({ start, end, words: printedWords(clause.text, start, end) }))
    .filter(({ words }) => words.length >= 4);
}

const wholeOf = kept(({ text }: Clause): readonly Quoted[] => [
  { start: 0, end: text.length, words: printedWords(text, 0, text.length) },
]);

/**
 * A claim that quotes, against a passage that does: rule 10 of the codebook. Cut short or reworded with the same
 * substance is compatible; words that change what is said are not; nor are the same words from somebody else.
 */
export function quoteDifferences(a: Clause, b: Clause, context: CompareContext): WeighedDifference[] {
  const found: WeighedDifference[] = [];
  const [as, bs] = [quotationsOf(a), quotationsOf(b)];
  if (as.length === 0 && bs.length === 0) return found;
  for (const x of as.length > 0 ? as : wholeOf(a)) {
    for (const y of bs.length > 0 ? bs : wholeOf(b)) {
      const match = relateWords(x.words, y.words, 0.5);
      if (!match) continue;
      const [left, right] = [passageOf(a, x.start, x.end), passageOf(b, y.start, y.end)];
      if (match.relation === "altered" && as.length > 0) {
        const same = sameSubstance(x.words, y.words, context.similar);
        found.push({
          type: "quote",
          compatible: same,
          a: left,
          b: right,
          why: same
            ? "The wording differs, what is said does not."
            : "Words of the quotation differ, and with them what is said.",
          strength: 0.4 + 0.5 * match.likeness,
        });
      }
      if (as.length > 0 && bs.length > 0) found.push(...speakers(a, b, x, y, left, right));
    }
  }
  return found;
}

function speakers(
  a: Clause,
  b: Clause,
  x: Quoted,
  y: Quoted,
  left: WeighedDifference["a"],
  right: WeighedDifference["b"],
): WeighedDifference[] {
  const outside = (clause: Clause, quoted: Quoted): ReturnType<typeof namesOf> =>
    namesOf(clause.tokens).filter((name) => {
      const [start, end] = [clause.tokens[name.from]?.start ?? 0, clause.tokens[name.to - 1]?.end ?? 0];
      return (end <= quoted.start || start >= quoted.end) && name.words.length > 1;
    });
  const [one, other] = [outside(a, x)[0], outside(b, y)];
  if (!one || other.length === 0 || other.some((name) => outside(a, x).some((mine) => sameName(mine, name)))) return [];
  const label = (clause: Clause, name: { from: number; to: number }): string =>
    clause.text.slice(clause.tokens[name.from]?.start ?? 0, clause.tokens[name.to - 1]?.end ?? 0);
  const why = `The same words are given to ${label(a, one)} and to ${label(b, other[0] ?? one)}.`;
  return [{ type: "quote", compatible: false, a: left, b: right, why, strength: 0.7 }];
}

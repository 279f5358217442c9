import { counted } from "./counted.ts";
import { readNumber } from "./numbers.ts";
import { ordinalNamed } from "./calendar.ts";
import type { Scan } from "./scan.ts";
import { valueAt } from "./value-at.ts";
import type { Value } from "./value.ts";

/** "6-3", "112 votes to 98", "two to one", "six for, three against" */
export function readScore(scan: Scan, index: number): { value: Value; next: number } | null {
  const { tokens } = scan;
  const first = readNumber(tokens, index);
  if (!first || first.fraction || !Number.isInteger(first.value)) return null;
  const word = (at: number): string => tokens[at]?.lower ?? "";
  let at = first.next;
  const votes = /^votes?$/.test(word(at)) ? 1 : 0;
  at += votes;
  const dash = /^[-–]$/.test(word(at)) && tokens[at]?.start === tokens[at - 1]?.end;
  const to = word(at) === "to";
  const against = word(at) === "for" && word(at + 1) === ",";
  if (!dash && !to && !against) return null;
  const second = readNumber(tokens, against ? at + 2 : at + 1);
  if (!second || second.fraction || !Number.isInteger(second.value)) return null;
  if (against && word(second.next) !== "against") return null;
  const after = tokens[second.next];
  const before = word(index - 1);
  // "from 8 to 7", "2 to 4 per cent", "ages 5-11" and "2024-25" are ranges, not scores.
  const ended =
    !after ||
    after.kind === "mark" ||
    votes > 1 ||
    /^(in|to|by|on|at|and|with|against|for|after|vote|win|victory|majority|split|decision|defeat|on)$/.test(
      after.lower,
    );
  if (
    !against &&
    votes === 0 &&
    (/^(from|between|of|aged|ages)$/.test(before) || !ended || /^[%°€$£]$/.test(after?.text ?? ""))
  )
    return null;
  if (to && votes === 0 && !/^(split|by|voted|vote|won|lost|was|were|divided|beat)$/.test(before)) return null;
  const sides: [number, number] = [first.value, second.value];
  return {
    value: valueAt(scan, index, against ? second.next + 1 : second.next, {
      dimension: "score",
      sides,
      readings: [[first.value, first.value]],
    }),
    next: against ? second.next + 1 : second.next,
  };
}

const GRADED = /^(?:class|category|level|grade|stage|phase|tier)$/;
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** "Class II", "Category 3": the place on a scale, which counts nothing. */
export function readGrade(scan: Scan, index: number): { value: Value; next: number } | null {
  const [word, mark] = [scan.tokens[index], scan.tokens[index + 1]];
  if (!word || !mark || !GRADED.test(word.lower)) return null;
  // "The class I attended"
  if (mark.text === "I" && word.text === word.lower) return null;
  const grade = /^\d{1,2}$/.test(mark.text) ? Number(mark.text) : ROMAN.indexOf(mark.text) + 1;
  if (grade === 0) return null;
  const changes = { dimension: "ordinal" as const, readings: [[grade, grade] as [number, number]], figure: grade };
  const value = valueAt(scan, index, index + 2, { ...changes, of: [word.lower], nouns: [word.lower] });
  return { value, next: index + 2 };
}

/** "The sole bidder" is one of them. */
export function readSole(scan: Scan, index: number): { value: Value; next: number } | null {
  if (!/^(?:sole|lone)$/.test(scan.tokens[index]?.lower ?? "")) return null;
  const of = counted(scan.tokens, index + 1);
  if (of.of.length === 0) return null;
  return { value: valueAt(scan, index, index + 1, { dimension: "count", readings: [[1, 1]], figure: 1, ...of }), next: index + 1 };
}

/** "third straight reduction", "the 21st", "second in a row"; "third quarter" and "second home" keep their noun in `of`. */
export function readOrdinal(scan: Scan, index: number): { value: Value; next: number } | null {
  const { tokens } = scan;
  const token = tokens[index];
  if (!token) return null;
  let next = index + 1;
  let value: number | undefined;
  if (
    token.kind === "number" &&
    /^\d+$/.test(token.text) &&
    tokens[next]?.start === token.end &&
    /^(st|nd|rd|th)$/.test(tokens[next]?.lower ?? "")
  ) {
    value = Number(token.text);
    next += 1;
  } else value = ordinalNamed(token.lower);
  if (value === undefined) return null;
  return {
    value: valueAt(scan, index, next, {
      dimension: "ordinal",
      readings: [[value, value]],
      figure: value,
      ...counted(tokens, next),
    }),
    next,
  };
}

import { describe, expect, it } from "vitest";
import { dayNumber } from "./calendar.ts";
import { mayBegin } from "./may-begin.ts";
import { valueAt } from "./read-values.ts";
import { tokenize } from "./tokens.ts";

/** Words that values are made of, and some that only stand beside them. */
const WORDS = (
  "a an the one two twenty first third of in within at on to by from and half past quarter dozen hundred million score couple few several some many sole lone " +
  "hour hours day days week weekend month year years night morning century mile miles and- ago later after before ahead following next last this coming " +
  "today tonight yesterday tomorrow overnight end start middle spring summer early late mid noon midnight small Monday mon March May may 3 14 2019 1980s " +
  "per cent percent % ° $ € ½ crowns euros class Class II category votes for against aged old long straight quick bridge harbour is out new s ' , . ( - – :"
).split(" ");
const DAY = dayNumber(2026, 3, 4);

/** Every run of four words that a linear congruential generator comes by, spelled out so that a failure can be read. */
function runs(count: number): string[] {
  let seed = 7;
  const next = (): string => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return WORDS[(seed >>> 8) % WORDS.length] ?? "";
  };
  return Array.from({ length: count }, () => [next(), next(), next(), next(), next()].join(" ").replaceAll(" - ", "-"));
}

describe("where a value may begin", () => {
  it("is wherever one is read", () => {
    const read = { any: 0, missed: [] as string[] };
    for (const text of runs(20_000)) {
      const scan = { text, tokens: tokenize(text), offset: 0 };
      for (let index = 0; index < scan.tokens.length; index += 1) {
        const found = valueAt(scan, index, DAY);
        if (found === null || found.next <= index) continue;
        read.any += 1;
        if (!mayBegin(scan.tokens, index)) read.missed.push(`${found.value.exact} in ${text}`);
      }
    }
    expect(read.missed).toEqual([]);
    expect(read.any).toBeGreaterThan(10_000);
  });

  it.each(["bridge", "was", "closed", ",", "Harbour", "and"])("is not at %s", (word) => {
    expect(mayBegin(tokenize(`${word} before the storm`), 0)).toBe(false);
  });
});

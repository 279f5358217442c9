import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "./calendar.ts";
import { compareValues } from "./compare-values.ts";
import { ratesOf } from "./rates.ts";
import { readValues } from "./read-values.ts";
import type { Value } from "./value.ts";

const one = (text: string, published?: string): Value => {
  const values = readValues(text, 0, published);
  expect(values.map(({ exact }) => exact)).toHaveLength(1);
  return values[0] as Value;
};
const relation = (a: string, b: string, published?: string): string =>
  compareValues(one(a, published), one(b, published));

describe("places on a scale, and single things", () => {
  it("reads roman and arabic grades as one scale of that name", () => {
    expect(relation("a Class II permit", "a class 2 permit")).toBe("same");
    expect(relation("a Class II permit", "a Class III permit")).toBe("conflict");
    expect(readValues("the class I attended")).toEqual([]);
  });

  it("reads the sole thing as one of its kind", () => {
    expect(one("the sole bidder")).toMatchObject({ dimension: "count", figure: 1, of: ["bidder"] });
  });
});

describe("numbers", () => {
  it.each([
    ["twenty-six", 26],
    ["a hundred and eighty-six", 186],
    ["four and a half", 4.5],
    ["five point seven five", 5.75],
    ["half a million", 500_000],
    ["a quarter of a million", 250_000],
    ["1,234,567", 1_234_567],
    ["three hundred thousand", 300_000],
    ["2.5bn", 2.5e9],
  ])("reads %s in figures and in words", (text, value) => {
    expect(one(text).readings[0]?.[0]).toBeCloseTo(value, 6);
  });

  it("reads a part of a whole as a share", () => {
    for (const text of ["one in three", "two of the six", "a third"]) expect(one(text).dimension).toBe("share");
    expect(one("one villager in eight").readings[0]?.[0]).toBeCloseTo(0.125);
  });

  it("leaves numbers that name something and pronouns alone", () => {
    expect(readValues("The crew of Flight 418 waved.")).toEqual([]);
    expect(readValues("No one came, and one of them had left.")).toEqual([]);
  });

  it("keeps what is counted, the head last", () => {
    expect(one("three tired gardeners").nouns).toEqual(["tired", "gardeners"]);
  });
});

describe("spans", () => {
  it("are where the text says, whatever the text", () => {
    const piece = fc.constantFrom(
      "12",
      " three ",
      "half",
      " per cent",
      "€",
      "-",
      "on Monday ",
      "9:30 pm",
      ",",
      "é",
      "🙂",
      " to ",
      "May ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const value of readValues(text, 7, "2026-03-10")) {
          expect(text.slice(value.start - 7, value.end - 7)).toBe(value.exact);
          expect(value.start - 7).toBeGreaterThanOrEqual(last);
          last = value.end - 7;
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("compared", () => {
  it.each([
    ["25 basis points", "a quarter of a percentage point", "compatible"],
    ["nearly 50 goats", "48 goats", "compatible"],
    ["nearly 50 goats", "53 goats", "conflict"],
    ["more than 300 goats", "310 goats", "compatible"],
    ["more than 300 goats", "290 goats", "conflict"],
    ["8.8 per cent", "9 per cent", "compatible"],
    ["2.2 per cent", "1.9 per cent", "conflict"],
    ["300 metres", "about a thousand feet", "compatible"],
    ["118 km/h", "more than seventy miles an hour", "compatible"],
    ["50 minutes", "nearly an hour", "compatible"],
    ["nearly an hour", "more than an hour", "conflict"],
    ["nearly 80 goats", "more than 78 goats", "compatible"],
    ["at most 50 goats", "at least 50 goats", "compatible"],
    ["48 hours", "three days", "conflict"],
    ["18 months", "a year and a half", "compatible"],
    ["9:47 p.m.", "thirteen minutes to ten", "compatible"],
    ["03:12", "12 minutes past four", "conflict"],
    ["16:05", "just after four that afternoon", "same"],
    ["at about 09:15 local time", "around 0715 GMT", "compatible"],
    ["2.4 km", "a mile and a half", "compatible"],
    ["the 2.4 km path", "the mile-and-a-half path", "compatible"],
    ["35 goats", "three dozen goats", "compatible"],
    ["400 goats", "several hundred goats", "compatible"],
    ["1,500 goats", "several hundred goats", "conflict"],
    ["1.2m krona", "1.4m krona", "conflict"],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(relation(a, b)).toBe(expected);
    expect(relation(b, a)).toBe(expected);
  });

  it("sets a share of so many against a count and a vote", () => {
    expect(relation("seven of the nine jurors", "six jurors")).toBe("conflict");
    expect(compareValues(one("seven of the nine"), one("The jury split 6-3"))).toBe("conflict");
  });

  it("reads the hour of a named morning, and leaves the price of one alone", () => {
    const [clock] = readValues("It opened at around 4.20 on Saturday morning.");
    expect(clock).toMatchObject({ dimension: "clock", readings: [[245, 275]] });
    expect(readValues("It cost 4.20 on Saturday morning.").map(({ dimension }) => dimension)).not.toContain("clock");
  });

  it.each([
    ["The krona was little changed at 11.2 to the euro.", 11.2],
    ["They made 11,200 krona (€1,000) a head.", 11.2],
    ["They made about €1,000 (some 11,200 krona) a head.", 11.2],
    ["A pound buys 13 krona.", 13 * 0.86],
  ])("takes the rate from: %s", (text, rate) => {
    expect(ratesOf([text]).get("local")).toBeCloseTo(rate, 6);
  });

  it("takes a rate that is said for truer than one that two sums imply", () => {
    expect(ratesOf(["At 11.2 krona to the euro.", "They made 12,000 krona (€1,000)."]).get("local")).toBeCloseTo(11.2, 6);
    expect(ratesOf(["It cost £10m (at €1.25 to the pound)."]).get("GBP")).toBeCloseTo(0.8, 6);
  });

  it("converts money at the rates that the texts print", () => {
    const rates = ratesOf(["It cost a lot, at eleven krona twenty to the euro."]);
    expect(compareValues(one("11,200 krona"), one("€1,000"), rates)).toBe("compatible");
    expect(compareValues(one("11,200 krona"), one("€2,000"), rates)).toBe("conflict");
    expect(compareValues(one("11,200 krona"), one("€1,000"))).toBe("unknown");
  });
});

describe("dates", () => {
  const published = "2026-03-11";
  it.each([
    ["16 February 2026", [2026, 2, 16]],
    ["February 16", [2026, 2, 16]],
    ["yesterday", [2026, 3, 10]],
    ["Monday of last week", [2026, 3, 2]],
    ["three weeks from tomorrow", [2026, 4, 2]],
    ["a fortnight tomorrow", [2026, 3, 26]],
    ["last Friday", [2026, 3, 6]],
    ["the seventh of June", [2026, 6, 7]],
  ])("%s is reckoned from the day of publication", (text, [year = 0, month = 0, day = 0]) => {
    expect(one(text, published).readings[0]).toEqual([dayNumber(year, month, day), dayNumber(year, month, day)]);
  });

  it("leaves a weekday open to both sides, and a month to the years near by", () => {
    expect(relation("on Thursday", "12 March 2026", published)).toBe("compatible");
    expect(relation("on Thursday", "5 March 2026", published)).toBe("compatible");
    expect(relation("on Thursday", "13 March 2026", published)).toBe("conflict");
    expect(relation("in October", "October 2025", published)).toBe("compatible");
  });

  it("sets lengths of time beside dates that they reach from or fill, and never against them", () => {
    expect(relation("five nights", "from 3 to 8 August", published)).toBe("compatible");
    expect(relation("seven nights", "from 3 to 8 August", published)).toBe("unrelated");
    expect(relation("for seven and a half years", "in 2018", published)).toBe("compatible");
    expect(relation("for seven and a half years", "in 2012", published)).toBe("unrelated");
  });

  it("compares only days without a date of publication", () => {
    expect(readValues("It happened yesterday.")).toEqual([]);
    expect(compareValues(one("2 March"), one("3 March"))).toBe("conflict");
  });
});

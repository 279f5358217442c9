import { describe, expect, it } from "vitest";
import { compareValues } from "./compare-values.ts";
import { readValues } from "./read-values.ts";
import type { Value } from "./value.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

const one = (text: string): Value => {
  const values = readValues(text);
  expect(values.map(({ exact }) => exact)).toHaveLength(1);
  return values[0] as Value;
};
const relation = (a: string, b: string): string => compareValues(one(a), one(b));

describe("how far one event lies from another", () => {
  it.each([
    ["She left a day after the vote.", "a day", [DAY, DAY]],
    ["She left the week before.", "the week", [7 * DAY, 7 * DAY]],
    ["She left just days after the vote.", "days", [DAY, 13 * DAY]],
    ["A few hours later the lights were back.", "A few hours", [HOUR, 36 * HOUR]],
    ["A couple of days ahead of the vote they met.", "A couple of days", [2 * DAY, 13 * DAY]],
    ["They were back the following morning.", "the following morning", [DAY, DAY]],
    ["They met two days prior to the vote.", "two days", [2 * DAY, 2 * DAY]],
  ])("is read from: %s", (text, exact, reading) => {
    expect(one(text)).toMatchObject({ dimension: "duration", exact, readings: [reading], elapsed: true });
    expect(text.slice(one(text).start, one(text).end)).toBe(exact);
  });

  it("is not read where nothing is set apart, nor out of a date", () => {
    expect(readValues("There were days of rain. The day was long.")).toEqual([]);
    expect(readValues("They met the day before yesterday.")).toEqual([]);
    expect(one("They talked for two days.").elapsed).toBeUndefined();
  });

  it("is counted in whole units: a day later may be within 48 hours", () => {
    expect(relation("less than 48 hours after the strike", "a day after the strike")).toBe("compatible");
    expect(relation("less than 48 hours after the strike", "just days after the strike")).toBe("compatible");
    expect(relation("less than 48 hours after the strike", "three weeks after the strike")).toBe("conflict");
    expect(relation("two days after the strike", "three days after the strike")).toBe("conflict");
    expect(relation("a week later", "eight days later")).toBe("compatible");
  });

  it("is never set against how long something took", () => {
    expect(relation("two days after the strike", "a strike of five days")).toBe("unrelated");
    expect(relation("two days after the strike", "it lasted two days")).not.toBe("conflict");
  });
});

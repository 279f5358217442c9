import { describe, expect, it } from "vitest";
import { dayNumber } from "./calendar.ts";
import { readValues } from "./read-values.ts";

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dates = (text: string, published: string): string[] =>
  readValues(text, 0, published)
    .filter(({ dimension }) => dimension === "date")
    .map(({ exact, readings: [first] }) => `${exact}: ${(first ?? []).map(iso).join(" to ")}`);

describe("dates beside the day of publication", () => {
  it.each([
    ["They meet the day after tomorrow.", "the day after tomorrow: 2025-10-17 to 2025-10-17"],
    ["They met the day before yesterday.", "the day before yesterday: 2025-10-13 to 2025-10-13"],
    ["The fair is held the week after next.", "the week after next: 2025-10-27 to 2025-11-02"],
    ["The fair was held the week before last.", "the week before last: 2025-09-29 to 2025-10-05"],
    ["Pairs will walk there from the new year.", "the new year: 2026-01-01 to 2026-01-31"],
    ["He hopes to leave before the month is out.", "the month is out: 2025-10-15 to 2025-10-31"],
    ["The bill is due by the year's end.", "the year's end: 2025-09-01 to 2025-12-31"],
    ["The bill is due by the month’s end.", "the month’s end: 2025-10-21 to 2025-10-31"],
  ])("%s", (text, expected) => {
    expect(dates(text, "2025-10-15")).toEqual([expected]);
  });

  it("takes the new year for the one that has just begun while it is new", () => {
    expect(dates("Prices rose in the new year.", "2026-02-03")).toEqual(["the new year: 2026-01-01 to 2026-01-31"]);
  });

  it("reads none where nothing was published, nor in a new year's budget", () => {
    expect(readValues("They meet the day after tomorrow.")).toEqual([]);
    expect(dates("the new year's budget", "2025-10-15")).toEqual([]);
    expect(dates("the week is long", "2025-10-15")).toEqual([]);
  });

  it("has a month's days whatever the month", () => {
    const [value] = readValues("before the month is out", 0, "2024-02-10");
    expect(value?.readings).toEqual([[dayNumber(2024, 2, 10), dayNumber(2024, 2, 29)]]);
  });
});

import { describe, expect, it } from "vitest";
import { printedDate, timeAgo } from "./format-time.ts";

const at = (day: number, hour: number, minute: number) => new Date(2026, 9, day, hour, minute);
const now = at(10, 14, 32);

describe("times", () => {
  it.each([
    [new Date(now.getTime() - 20_000), "just now"],
    [at(10, 14, 21), "11 min"],
    [at(10, 9, 5), "09.05"],
    [at(9, 18, 10), "yesterday 18.10"],
    [at(8, 21, 40), "8 Oct, 21.40"],
    [new Date(2024, 0, 2, 3, 4), "2 Jan 2024, 03.04"],
  ])("%s reads %s", (date, words) => expect(timeAgo(date.toISOString(), now)).toBe(words));

  it("shows what is no date as it is", () => expect(timeAgo("soon", now)).toBe("soon"));

  it("takes a bare date as that day in every time zone", () => {
    expect(printedDate("2026-10-08", now)).toBe("8 Oct");
    expect(printedDate("2025-12-31", now)).toBe("31 Dec 2025");
  });

  it("shows a date as it was entered when it is none", () =>
    expect(printedDate("spring 2026", now)).toBe("spring 2026"));
});

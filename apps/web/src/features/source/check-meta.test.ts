import { describe, expect, it } from "vitest";
import { checkMeta, dateProblem } from "./check-meta.ts";
import { newDraft } from "./source-draft.ts";

describe("dateProblem", () => {
  it.each(["", "2026-10-08", "2024-02-29", "2026-10-08T21:40", "2026-10-08T21:40:00Z", "2026-10-08T21:40:00.5+02:00"])(
    "takes %j",
    (date) => expect(dateProblem(date)).toBeNull(),
  );

  it.each([
    ["2026-09-31", "September has 30 days."],
    ["2026-02-29", "February 2026 has 28 days."],
    ["2026-13-01", "There are 12 months. Write the date as year-month-day."],
    ["2026-10-00", "Days begin at 1."],
    ["2026-10-08T24:10", "The time goes from 00:00 to 23:59."],
    ["8 October 2026", "Write the date as year-month-day, for example 2026-10-08."],
  ])("says what is wrong with %j", (date, sentence) => expect(dateProblem(date)).toBe(sentence));
});

describe("checkMeta", () => {
  const { meta } = newDraft("d", "2026-10-08");

  it("finds nothing in an untouched form", () => expect(checkMeta(meta)).toEqual({}));

  it("names each field that cannot be sent", () => {
    const errors = checkMeta({
      ...meta,
      url: "javascript:alert(1)",
      language: "english language",
      publishedAt: "today",
    });
    expect(Object.keys(errors).sort()).toEqual(["language", "publishedAt", "url"]);
  });
});

import { expect, it } from "vitest";
import { isoDay, longDate, shortDate, shortDay } from "./dates.ts";
import { counted, figure, listed } from "./prose.ts";

it.each([
  ["2026-10-08", "8\u00a0October 2026", "8\u00a0Oct 2026"],
  ["2026-06-08T21:40:00+01:00", "8\u00a0June 2026, 21.40 UTC+01:00", "8\u00a0June 2026, 21.40 UTC+01:00"],
  ["2026-01-31T09:05Z", "31\u00a0January 2026, 09.05 UTC", "31\u00a0Jan 2026, 09.05 UTC"],
  ["2026-13-01", "2026-13-01", "2026-13-01"],
  ["last Thursday", "last Thursday", "last Thursday"],
])("writes %j as %j", (value, long, short) => {
  expect(longDate(value)).toBe(long);
  expect(shortDate(value)).toBe(short);
});

it("keeps the day of an instant as it is written", () => {
  expect(shortDay("2026-10-08T23:59:00Z")).toBe("8\u00a0Oct 2026");
  expect(isoDay("2026-10-08T23:59:00Z")).toBe("2026-10-08");
  expect(isoDay("soon")).toBe("undated");
});

it("writes numbers as running text has them", () => {
  expect([counted(1, "cell", "cells"), counted(12, "cell", "cells"), counted(13, "cell", "cells")]).toEqual([
    "one cell",
    "twelve cells",
    "13 cells",
  ]);
  expect([figure(2026), figure(1234567)]).toEqual(["2026", "1\u202f234\u202f567"]);
  expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
});

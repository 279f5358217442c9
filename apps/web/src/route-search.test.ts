import { describe, expect, it } from "vitest";
import { cellSearch, formatRange, nextSearch, parseRange, passageSearch } from "./route-search.ts";

describe("route search", () => {
  it("keeps claim and source numbers, as numbers or as text", () => {
    expect(cellSearch({ claim: 5, source: "2" })).toEqual({ claim: 5, source: 2 });
  });

  it.each([{ claim: 0 }, { claim: -1 }, { claim: 1.5 }, { claim: "C5" }, { claim: [5] }, { source: "" }])(
    "drops what is no number of a claim or source: %j",
    (raw) => expect(cellSearch(raw)).toEqual({}),
  );

  it("keeps a passage and a tag", () => {
    expect(passageSearch({ claim: 1, at: "512-596", tag: "t1", revision: "2", other: 1 })).toEqual({
      revision: 2,
      claim: 1,
      at: "512-596",
      tag: "t1",
    });
  });

  it.each(["596-512", "5-5", "-1-5", "5", "a-b", "1-2-3", "1e3-2e3"])("drops a range that is none: %s", (at) => {
    expect(passageSearch({ at })).toEqual({});
    expect(parseRange(at)).toBeNull();
  });

  it("reads back the range it wrote", () => {
    expect(parseRange(formatRange({ start: 0, end: 7 }))).toEqual({ start: 0, end: 7 });
  });

  it("leads back only to paths of this site", () => {
    expect(nextSearch({ next: "/c/1?claim=2" })).toEqual({ next: "/c/1?claim=2" });
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", 4]) {
      expect(nextSearch({ next })).toEqual({});
    }
  });
});

import { describe, expect, it } from "vitest";
import { historySearch, momentsOf } from "./history-search.ts";

describe("the address of a history", () => {
  it("keeps what it understands and opens the page for the rest", () => {
    const raw = { claim: "5", source: -1, by: "ana", what: "reviews", from: "2026-06-31", to: "2026-06-30", more: 1 };
    expect(historySearch(raw)).toEqual({ claim: 5, by: "ana", what: "reviews", to: "2026-06-30" });
    expect(historySearch({ what: "gossip", by: 7, from: "yesterday" })).toEqual({});
  });

  it("takes whole days of the reader's own calendar, the last one too", () => {
    const { from, to } = momentsOf({ from: "2026-11-21", to: "2026-11-21" });
    expect(new Date(from ?? "").getHours()).toBe(0);
    expect(new Date(to ?? "").getDate()).toBe(22);
    expect(momentsOf({})).toEqual({});
  });
});

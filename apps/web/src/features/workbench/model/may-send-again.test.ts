import { describe, expect, it } from "vitest";
import { maySendAgain } from "./may-send-again.ts";

const conflict = (details: Record<string, unknown>) => ({ code: "CONFLICT", details }) as const;

describe("maySendAgain", () => {
  it("[T6] [E5] is no for words that changed, and yes for one's own tag that is ahead", () => {
    const current = { id: "t1", version: 3 };
    expect(maySendAgain(conflict({ rule: "E5", current, yours: {} }))).toBe(true);
    expect(maySendAgain(conflict({ current, yours: {}, currentClaim: { text: "Other words." } }))).toBe(false);
    expect(maySendAgain(conflict({ current: { revisionId: "r2" }, yours: { revisionId: "r1" } }))).toBe(false);
    expect(maySendAgain({ code: "REFUSED", details: { rule: "E5" } })).toBe(false);
  });
});

import type { ClaimView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { RewordedClaims } from "./reworded-claims.ts";

const claim = (id: string, text: string) => ({ id, text }) as ClaimView;

describe("[T6] claims that were reworded under the reader's eyes", () => {
  it("are unread for a moment, and no others are", () => {
    let now = 1_000;
    const reworded = new RewordedClaims(() => now);
    const [before, other] = [claim("a", "It closed at nine."), claim("b", "Two waited.")];
    reworded.follow([claim("a", "It closed at ten."), other, claim("c", "New.")], [before, other]);
    expect(["a", "b", "c"].map((id) => reworded.isUnread(id))).toEqual([true, false, false]);
    now += 1_300;
    expect(reworded.isUnread("a")).toBe(false);
  });

  it("are read by whoever reworded them", () => {
    const reworded = new RewordedClaims(() => 0);
    reworded.wrote("a", "It closed at ten.");
    reworded.follow([claim("a", "It closed at ten.")], [claim("a", "It closed at nine.")]);
    expect(reworded.isUnread("a")).toBe(false);
  });
});

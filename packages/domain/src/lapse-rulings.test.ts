import { describe, expect, it } from "vitest";
import type { Carriage } from "./carry-tag.ts";
import type { CarriedRuling } from "./lapse-rulings.ts";
import { lapseRulings } from "./lapse-rulings.ts";
import { aTag } from "./testing/case-builder.ts";

const BETWEEN = { from: { id: "r1", number: 1 }, to: { number: 2 } };

function overturned(ruled: "missing" | "disputed"): CarriedRuling {
  return { tag: aTag({ state: "overturned" }), ruled, evidence: [], staleReason: null };
}

/** Of the same cell, and of what was ruled. */
function supporter(id: string, staleReason: string | null, over = {}): CarriedRuling {
  return { tag: aTag({ id, state: "approved", stance: "disputed", ...over }), ruled: null, evidence: [], staleReason };
}

const reasonFor = (carried: CarriedRuling[], between: Carriage = BETWEEN) => lapseRulings(carried, between)[0]?.staleReason;

describe("lapseRulings", () => {
  it("[S3] [T6] a ruling that the source is silent does not outlive its text, whatever the lost tag's passages do", () => {
    expect(reasonFor([overturned("missing")])).toMatch(/came after it was ruled that revision 1 is silent/);
    expect(reasonFor([overturned("missing")], { ...BETWEEN, sameWholeText: true })).toBeNull();
  });

  it("[A2] [T6] a ruling lapses with the last passage of those who say what was ruled", () => {
    const gone = "Revision 2 of the source no longer has a passage.";
    expect(reasonFor([overturned("disputed")])).toBeNull();
    expect(reasonFor([overturned("disputed"), supporter("t2", gone), supporter("t3", null)])).toBeNull();
    expect(reasonFor([overturned("disputed"), supporter("t2", gone)])).toMatch(/changed the passages that the ruling rested on/);
    expect(reasonFor([overturned("disputed"), supporter("t2", gone, { claimId: "c2" })])).toBeNull();
    expect(reasonFor([overturned("disputed"), supporter("t2", gone, { state: "draft" })])).toBeNull();
  });

  it("leaves every other tag as it was carried", () => {
    const carried = [supporter("t2", null), { ...overturned("missing"), staleReason: "Its own passage is gone." }];
    expect(lapseRulings(carried, BETWEEN)).toEqual(carried);
  });
});

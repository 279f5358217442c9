import { DEFAULT_POLICY } from "@assay/domain";
import type { LiveMessage, PresenceView, Seal } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { seeChange } from "./see-change.ts";
import type { Sight } from "./see-change.ts";

const me = { userId: "ben", role: "lead" } as const;
const plain: Sight = { policy: DEFAULT_POLICY, openings: [] };
const blind: Sight = {
  policy: { ...DEFAULT_POLICY, requiredTags: 2 },
  openings: [{ claimId: "c1", sourceId: "s1", openedAt: "2025-03-01T09:00:00.000Z" }],
};

function aChange(kinds: ("tag.edited" | "claim.edited" | "policy.changed")[]): LiveMessage {
  const at = "2025-03-01T09:00:00.000Z";
  const said = { at, actorId: "ann", subject: "x", reason: "" };
  const events = kinds.map((kind, index) => ({ ...said, number: 11 + index, kind }));
  return { type: "change", events, change: { lastEvent: 10 + kinds.length, lastHash: "h" } };
}

describe("a change on the stream", () => {
  it("is the very same where nothing was ever blind, so that its bytes are shared", () => {
    const message = aChange(["tag.edited"]);
    expect(seeChange(message, me, plain)).toBe(message);
  });

  it("[B1] is nothing at all when all of it is sealed for somebody else", () => {
    const seal: Seal = { sealedBefore: {}, sealedHere: ["ann"] };
    expect(seeChange(aChange(["tag.edited"]), me, blind, seal)).toBeNull();
    expect(seeChange(aChange(["tag.edited"]), { ...me, userId: "ann" }, blind, seal)).not.toBeNull();
  });

  it("[B1] [E3] leaves sealed events out and numbers what is left without a gap", () => {
    const seal: Seal = { sealedBefore: { ann: 4, ben: 1 }, sealedHere: [null, "ann"] };
    expect(seeChange(aChange(["claim.edited", "tag.edited"]), me, blind, seal)).toMatchObject({
      events: [{ number: 7, kind: "claim.edited" }],
      change: { lastEvent: 7, lastHash: "" },
    });
  });

  it("[B1] of the policy has everybody load anew: what is to see is another case", () => {
    expect(seeChange(aChange(["policy.changed"]), me, plain)).toEqual({ type: "reload" });
  });
});

describe("presence on the stream", () => {
  const selection = { revisionId: "r1", start: 3, end: 9 };
  const at = (userId: string, claimId: string | null): PresenceView => {
    return { pageId: `p-${userId}-${claimId}`, userId, sourceId: "s1", claimId, selection };
  };
  const people = [at("ann", "c1"), at("ann", "c2"), at("ann", null), at("ben", "c2")];

  it("[B1] withholds what others select, unless they look at a cell that is open", () => {
    const seen = seeChange({ type: "presence", people }, me, blind);
    const shown = seen?.type === "presence" ? seen.people.map((one) => one.selection !== null) : [];
    expect(shown).toEqual([true, false, false, true]);
  });

  it("is the very same where no cell is blind", () => {
    const message: LiveMessage = { type: "presence", people };
    expect(seeChange(message, me, plain)).toBe(message);
  });
});

import { makeAnchor } from "@assay/domain";
import type { ClaimView, TagView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import type { SuggestedClaim } from "../assist-types.ts";
import { claimLists, nearestClaims } from "./claim-lists.ts";

function claim(number: number, text: string, withdrawn = false, key?: string): ClaimView {
  const at = "2026-03-01T08:00:00.000Z";
  const suggestion = key === undefined ? {} : { suggestion: { provider: "built-in", version: "1", key, score: 0.5 } };
  const own = { id: `c${number}`, number, version: 1, text, withdrawn, ...suggestion };
  return { ...own, type: "event", claimant: "", parentId: null, createdBy: "ana", createdAt: at, updatedAt: at };
}

function suggested(key: string, sameAs: string | null = null, alike = sameAs): SuggestedClaim {
  const place = { start: 0, end: 9, exact: "The tide." };
  return { ...place, key, claimId: null, sameAs, alike, sourceId: "s1", text: "The tide.", type: "event", claimant: "", score: 0.5 };
}

describe("what has become of a suggested claim", () => {
  const claims = [claim(1, "Nine barges passed.", false, "b"), claim(2, "The lock was shut.", true, "w")];
  const lists = (keys: readonly string[], dismissed: readonly string[] = []) => {
    const { open, taken, dismissed: gone } = claimLists(keys.map((key) => suggested(key)), claims, () => [], new Set(dismissed));
    return [open.map(({ key }) => key), taken.map((one) => `${one.suggestion.key} ${one.claim.id}`), gone.map(({ key }) => key)];
  };

  it("is open, taken or dismissed, in the order of the ranking", () => {
    expect(lists(["a", "b", "c", "d"], ["c"])).toEqual([["a", "d"], ["b c1"], ["c"]]);
  });

  it("[T7] is open again when its claim was withdrawn", () => {
    expect(lists(["w"])).toEqual([["w"], [], []]);
  });

  it("is taken rather than dismissed", () => {
    expect(lists(["b"], ["b"])).toEqual([[], ["b c1"], []]);
  });

  it("stands below the new ones where a claim says the same, unless that claim is withdrawn", () => {
    const three = [suggested("x", "c1"), suggested("y", "c2"), suggested("z")];
    const { open, same } = claimLists(three, claims, () => [], new Set());
    expect(open.map(({ key }) => key)).toEqual(["y", "z", "x"]);
    expect([...same].map(([key, { id }]) => [key, id])).toEqual([["x", "c1"]]);
  });

  it("is taken when its words are evidence of a claim worded much like it", () => {
    const text = "The tide. The lock.";
    const marked = (start: number, end: number, state: TagView["state"] = "draft") => {
      const tag: Pick<TagView, "state" | "evidence"> = { state, evidence: [{ id: "e1", role: "supports", ...makeAnchor(text, start, end) }] };
      const tagsOf = (claimId: string, sourceId: string) => (claimId === "c1" && sourceId === "s1" ? [tag as TagView] : []);
      const { taken, open } = claimLists([suggested("x", null, "c1")], claims, tagsOf, new Set());
      return { taken: taken.map((one) => one.claim.id), open: open.length };
    };
    expect(marked(4, 8)).toEqual({ taken: ["c1"], open: 0 });
    expect(marked(9, 19)).toEqual({ taken: [], open: 1 });
    expect(marked(4, 8, "withdrawn")).toEqual({ taken: [], open: 1 });
  });
});

it("the claims that a suggestion may be merged into come nearest first, and no withdrawn ones", () => {
  const claims = [claim(1, "The lock was shut."), claim(2, "Nine barges passed the lock."), claim(3, "Nine barges.", true)];
  expect(nearestClaims("Nine barges went past", claims).map(({ number }) => number)).toEqual([2, 1]);
});

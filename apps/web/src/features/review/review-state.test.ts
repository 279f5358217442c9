import { afterEach, describe, expect, it } from "vitest";
import { isInHand, leaveLists, letGo, takeInHand, useReviewState } from "./review-state.ts";

const sending = () => [...useReviewState.getState().sending];

afterEach(() => {
  for (const tagId of ["t1", "t2"]) letGo(tagId);
});

describe("decisions in hand", () => {
  it("a second press on the same tag is no decision, before the lists have heard and after", () => {
    expect(takeInHand("t1")).toBe(true);
    expect(takeInHand("t1")).toBe(false);
    leaveLists();
    expect(takeInHand("t1")).toBe(false);
    letGo("t1");
    expect(takeInHand("t1")).toBe(true);
  });

  it("leave the lists together when the page comes to it, and each comes back by itself", () => {
    takeInHand("t1");
    takeInHand("t2");
    expect(sending()).toEqual([]);
    leaveLists();
    expect(sending()).toEqual(["t1", "t2"]);
    letGo("t1");
    expect(sending()).toEqual(["t2"]);
    expect(isInHand("t2")).toBe(true);
  });
});

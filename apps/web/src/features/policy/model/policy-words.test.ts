import { DEFAULT_POLICY } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { POLICY_FIELDS, policyWords, tagsNotice } from "./policy-words.ts";

describe("the policy in words", () => {
  it("asks for every field of a policy, once", () => {
    expect(POLICY_FIELDS.map(({ key }) => key).toSorted()).toEqual(Object.keys(DEFAULT_POLICY).toSorted());
  });

  it("has words for today's defaults", () => {
    expect(POLICY_FIELDS.map((field) => policyWords(DEFAULT_POLICY, field))).toEqual([
      "1: cells are not blind",
      "await review",
      "not allowed",
      "2 independent groups",
      "1",
    ]);
  });

  it("[B2] says what another number of tags does to the cells that are there", () => {
    expect(tagsNotice(1, 1)).toBeNull();
    expect(tagsNotice(1, 2)).toMatch(/stay open/);
    expect(tagsNotice(3, 2)).toMatch(/enough tags/);
    expect(tagsNotice(2, 1)).toMatch(/open at once/);
  });
});

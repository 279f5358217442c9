import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY, checkPolicy, effectivePolicy, isSamePolicy, readPolicy } from "./policy.ts";

describe("the policy", () => {
  it("reads what an older version stored with today's defaults", () => {
    expect(readPolicy({ selfReview: true })).toEqual({ ...DEFAULT_POLICY, selfReview: true });
    expect(readPolicy(null)).toEqual(DEFAULT_POLICY);
  });

  it("of a case is the workspace's with the case's own fields over it", () => {
    const policy = effectivePolicy({ requiredTags: 2, signOffs: 3 }, { requiredTags: 1 });
    expect(policy).toEqual({ ...DEFAULT_POLICY, requiredTags: 1, signOffs: 3 });
  });

  it("is the same when every field is, and a field that is not given is not the same as its default", () => {
    expect(isSamePolicy({ ...DEFAULT_POLICY }, DEFAULT_POLICY)).toBe(true);
    expect(isSamePolicy({ ...DEFAULT_POLICY, signOffs: 2 }, DEFAULT_POLICY)).toBe(false);
    expect(isSamePolicy({}, { requiredTags: 1 })).toBe(false);
  });

  it.each([
    ["B2", { requiredTags: 0 }],
    ["B2", { requiredTags: 6 }],
    ["B2", { requiredTags: 1.5 }],
    ["V1", { independenceThreshold: 0 }],
    ["V1", { independenceThreshold: 11 }],
    ["R1", { signOffs: -1 }],
    ["R1", { signOffs: 6 }],
  ])("[%s] refuses %o with a sentence", (rule, policy) => {
    const reason = expect.stringMatching(/^[A-Z].+ takes .+\.$/);
    expect(checkPolicy(policy)).toMatchObject({ ok: false, rule, reason });
  });

  it("takes what lies within the bounds", () => {
    expect(checkPolicy({ requiredTags: 5, independenceThreshold: 1, signOffs: 0 })).toEqual({ ok: true });
    expect(checkPolicy({})).toEqual({ ok: true });
  });
});

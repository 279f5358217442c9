import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vote } from "./verdict-of.ts";
import type { VerdictKind } from "./verdict.ts";
import { STANCES } from "./stance.ts";
import { verdictOf } from "./verdict-of.ts";

const vote = fc.record({ group: fc.constantFrom("a", "b", "c", "d"), stance: fc.constantFrom(...STANCES) });
const votes = fc.array(vote, { maxLength: 9 });
const threshold = fc.integer({ min: 0, max: 4 });

/** How far a claim is supported, and how far it is refuted, by a verdict alone. */
const SUPPORT: Record<VerdictKind, number> = {
  not_enough_evidence: 0,
  refuted: 0,
  single_source: 1,
  supported: 1,
  corroborated: 2,
  conflicting: 3,
};

describe("verdictOf", () => {
  it("[V1] is the table of the design, written out a second time", () => {
    const said = (all: readonly Vote[], stance: string) =>
      new Set(all.filter((one) => one.stance === stance).map((one) => one.group)).size;
    fc.assert(
      fc.property(votes, threshold, (all, atLeast) => {
        const enough = said(all, "verified") >= atLeast ? "corroborated" : "single_source";
        const table: Record<string, VerdictKind> = {
          "true true": "conflicting",
          "true false": atLeast === 0 ? "supported" : enough,
          "false true": "refuted",
          "false false": "not_enough_evidence",
        };
        const row = `${said(all, "verified") > 0} ${said(all, "disputed") > 0}`;
        expect(verdictOf(all, atLeast)).toBe(table[row]);
      }),
    );
  });

  it("[V1] counts a group once, and a group that says both in both", () => {
    const wire: Vote[] = [1, 2, 3].map(() => ({ group: "wire", stance: "verified" }));
    expect(verdictOf(wire, 2)).toBe("single_source");
    expect(verdictOf([...wire, { group: "paper", stance: "verified" }], 2)).toBe("corroborated");
    expect(verdictOf([...wire, { group: "wire", stance: "disputed" }], 2)).toBe("conflicting");
  });

  it("[V2] does not hear the missing, however many", () => {
    fc.assert(
      fc.property(votes, threshold, (all, atLeast) => {
        expect(verdictOf(all.filter((one) => one.stance !== "missing"), atLeast)).toBe(verdictOf(all, atLeast));
      }),
    );
  });

  it("[V5] gives the same verdict in any order, and for votes said twice", () => {
    const shuffled = votes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, threshold, ([all, other], atLeast) => {
        expect(verdictOf(other, atLeast)).toBe(verdictOf(all, atLeast));
      }),
    );
  });

  it("[V1] is monotone: one more verified never takes support away, one more disputed refutes or conflicts", () => {
    fc.assert(
      fc.property(votes, threshold, fc.constantFrom("a", "b", "new"), (all, atLeast, group) => {
        const before = verdictOf(all, atLeast);
        const withSupport = verdictOf([...all, { group, stance: "verified" }], atLeast);
        const withDenial = verdictOf([...all, { group, stance: "disputed" }], atLeast);
        expect(SUPPORT[withSupport]).toBeGreaterThanOrEqual(Math.max(1, SUPPORT[before]));
        const denied = before === "refuted" || before === "not_enough_evidence" ? "refuted" : "conflicting";
        expect(withDenial).toBe(denied);
      }),
    );
  });

  it("[V1] is monotone in the threshold: asking for more groups never makes a claim better supported", () => {
    const support = fc.record({ group: fc.constantFrom("a", "b", "c"), stance: fc.constant("verified" as const) });
    const several = fc.array(support);
    fc.assert(
      fc.property(several, fc.integer({ min: 1, max: 3 }), (all, atLeast) => {
        expect(SUPPORT[verdictOf(all, atLeast + 1)]).toBeLessThanOrEqual(SUPPORT[verdictOf(all, atLeast)]);
      }),
    );
  });
});

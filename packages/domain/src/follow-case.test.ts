import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "./apply-change.ts";
import type { CaseChange, VerdictOverrideView } from "./case-view.ts";
import { followCase, hearAnswer, hearCase, hearChange } from "./follow-case.ts";
import type { FollowedCase } from "./follow-case.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { aCase, aTag, minute } from "./testing/case-builder.ts";

const START = aCase({ lastEvent: 1, lastHash: "h1" });

const head = (number: number) => ({ lastEvent: number, lastHash: `h${number}` });
const override = (id: string, number: number): VerdictOverrideView => {
  const why = { verdict: "refuted", reason: "On the record", authorId: "lea", ruleVersion: 1 } as const;
  return { id, claimId: "c1", ...why, createdAt: minute(number) };
};

/** A case's log, one change an event: tags come and change, overrides come and go, the policy moves. */
const logs = fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 14 }).map((steps) => {
  const versions = new Map<string, number>();
  return steps.map(([what, which], index): CaseChange => {
    const number = index + 2;
    const id = `x${which}`;
    if (what === 0) return { ...head(number), overrides: [override(id, number)] };
    if (what === 1) return { ...head(number), removedOverrides: [id] };
    if (what === 2) return { ...head(number), policy: { ...DEFAULT_POLICY, requiredTags: number } };
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    return { ...head(number), tags: [aTag({ id, version, createdAt: minute(which), updatedAt: minute(number) })] };
  });
});

type Arrival = { kind: "stream" } | { kind: "answer" | "load"; of: number };
const arrivals = fc.array(
  fc.oneof(
    fc.constant<Arrival>({ kind: "stream" }),
    fc.record({ kind: fc.constantFrom("answer" as const, "load" as const), of: fc.nat(13) }),
  ),
  { maxLength: 40 },
);

describe("followCase", () => {
  it("[E3] ends as the log does, and shows every answer at once, however stream, answers and loads mix", () => {
    fc.assert(
      fc.property(logs, arrivals, (log, arrived) => {
        const upTo = (count: number) => log.slice(0, count).reduce(applyChange, START);
        let held: FollowedCase = followCase(START);
        let heard = 0;
        let seen = START.lastEvent;
        for (const one of arrived) {
          const change = one.kind === "stream" ? log[heard++] : log[one.of % log.length];
          if (change === undefined) continue;
          if (one.kind === "stream") held = hearChange(held, change);
          if (one.kind === "answer") held = hearAnswer(held, change);
          if (one.kind === "load") held = hearCase(held, upTo(change.lastEvent - 1));
          seen = Math.max(seen, change.lastEvent);
          expect(held.view.lastEvent).toBe(seen);
          expect(held.known).toEqual(upTo(held.known.lastEvent - 1));
        }
        for (const change of log) held = hearChange(held, change);
        expect(held).toEqual({ known: upTo(log.length), ahead: [], view: upTo(log.length) });
      }),
      { numRuns: 500 },
    );
  });

  it("[V4] an override that was lifted does not come back with the late answer that made it", () => {
    const made: CaseChange = { ...head(2), overrides: [override("o1", 2)] };
    const lifted: CaseChange = { ...head(3), removedOverrides: ["o1"] };
    const held = [made, lifted].reduce(hearChange, followCase(START));
    expect(hearAnswer(held, made)).toBe(held);
    // One's own lifting of what another made a moment ago, told before the stream tells of the making.
    const early = hearAnswer(followCase(START), lifted);
    expect(hearChange(early, made).view.overrides).toEqual([]);
  });

  it("[E3] what is known already changes nothing, and is the same object", () => {
    const held = followCase(aCase({ lastEvent: 5, lastHash: "h5" }));
    expect(hearChange(held, head(5))).toBe(held);
    expect(hearAnswer(held, head(4))).toBe(held);
    expect(hearCase(held, START)).toBe(held);
  });
});

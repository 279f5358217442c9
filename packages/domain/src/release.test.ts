import { describe, expect, it } from "vitest";
import { applyChange } from "./apply-change.ts";
import type { CaseChange } from "./case-view.ts";
import { EVENT_KINDS } from "./event.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { SIGNED_STAYS } from "./release.ts";
import type { ReleasePlan, SignOffView } from "./release-views.ts";
import { aCase, aClaim, aTag, minute } from "./testing/case-builder.ts";

const plan: ReleasePlan = { title: "T", claimIds: "all", sourceIds: "all", settledOnly: false, rated: false };
const signOff: SignOffView = { id: "z1", userId: "rev", role: "reviewer", plan, createdAt: minute(1) };
const view = aCase({ claims: [aClaim(1)], signOffs: [signOff] });
const after = (change: Partial<CaseChange>) => applyChange(view, { lastEvent: 11, lastHash: "h11", ...change }).signOffs;

describe("a signature in a view", () => {
  it("[R1] ends with whatever changes the report, and with nothing else", () => {
    expect(after({ claims: [aClaim(1, { version: 2, text: "Other words" })] })).toEqual([]);
    expect(after({ removedOverrides: ["o1"] })).toEqual([]);
    expect(after({ documentVersion: 1 })).toEqual([]);
    expect(after({ threads: [], assignments: [], endedAssignments: [] })).toEqual([signOff]);
    const second = { ...signOff, id: "z2", userId: "lea", createdAt: minute(2) };
    expect(after({ signOffs: [second] })).toEqual([signOff, second]);
    expect(after({ removedSignOffs: ["z1"] })).toEqual([]);
  });

  it("[R1] outlives a change that made no event", () => {
    expect(after({ lastEvent: 10, eventless: true, claims: [aClaim(1)] })).toEqual([signOff]);
    // Also for a page that has not heard yet what others did before.
    expect(after({ lastEvent: 12, eventless: true, claims: [aClaim(1)] })).toEqual([signOff]);
  });

  it("[R1] [E3] ends with what the view had before it was told of the signature", () => {
    const signed: CaseChange = { lastEvent: 11, lastHash: "h11", signOffs: [signOff] };
    const edited: CaseChange = { lastEvent: 12, lastHash: "h12", claims: [aClaim(1, { version: 2 })] };
    const talk: CaseChange = { lastEvent: 13, lastHash: "h13", threads: [] };
    const unsigned = aCase({ claims: [aClaim(1)] });
    // One's own answers first, then the stream, which tells everything in order.
    for (const answers of [[edited], [edited, talk], [talk, edited]]) {
      const ahead = answers.reduce(applyChange, unsigned);
      expect([signed, edited, talk].reduce(applyChange, ahead)).toMatchObject({ lastEvent: 13, signOffs: [] });
    }
    expect([signed, talk].reduce(applyChange, applyChange(unsigned, talk)).signOffs).toEqual([signOff]);
  });

  it("[B1] outlives work in a blind cell, of which it must not tell", () => {
    const blind = { ...view, policy: { ...DEFAULT_POLICY, requiredTags: 2 } };
    const change = { lastEvent: 11, lastHash: "", tags: [aTag()] };
    expect(applyChange(blind, change).signOffs).toEqual([signOff]);
    expect(applyChange(view, change).signOffs).toEqual([]);
  });

  it("has a decision for every kind of event: the ones it outlives are kinds there are", () => {
    expect(SIGNED_STAYS.filter((kind) => !EVENT_KINDS.includes(kind))).toEqual([]);
    expect(SIGNED_STAYS).not.toContain("rating.set");
  });
});

import { describe, expect, it } from "vitest";
import type { TagAction } from "./transition.ts";
import type { TagState } from "./tag.ts";
import { TAG_STATES } from "./tag.ts";
import { TAG_ACTIONS, TRANSITIONS, nextState, whyNot } from "./transition.ts";
import { decideTagAction } from "./decide-tag-action.ts";
import { DEFAULT_POLICY } from "./policy.ts";

const PAIRS = TAG_STATES.flatMap((state) => TAG_ACTIONS.map((action): [TagState, TagAction] => [state, action]));

/** The whole machine, written out a second time: a line per state, `action>next`; all else is refused. */
const EXPECTED: Record<TagState, string> = {
  draft: "edit>draft submit>submitted comment>draft withdraw>withdrawn",
  submitted:
    "edit>draft approve>approved request_changes>changes_requested challenge>challenged comment>submitted " +
    "withdraw>withdrawn invalidate>stale uphold>approved overturn>overturned insufficient>changes_requested",
  changes_requested: "edit>draft comment>changes_requested withdraw>withdrawn",
  challenged:
    "comment>challenged withdraw>withdrawn invalidate>stale uphold>approved overturn>overturned " +
    "insufficient>changes_requested",
  approved:
    "edit>stale challenge>challenged comment>approved withdraw>withdrawn invalidate>stale uphold>approved " +
    "overturn>overturned insufficient>changes_requested",
  overturned: "edit>draft comment>overturned withdraw>withdrawn invalidate>stale",
  stale: "edit>stale submit>submitted reaffirm>submitted comment>stale withdraw>withdrawn",
  withdrawn: "restore>draft",
};

/** Somebody who may do the action, so that only the state can refuse it. */
function attempt(state: TagState, action: TagAction) {
  const others: TagAction[] = ["approve", "request_changes", "challenge", "uphold", "overturn", "insufficient"];
  const id = others.includes(action) ? "lea" : "ann";
  const tag = { authorId: "ann", state, version: 3 };
  return decideTagAction(action, { actor: { id, role: "lead" }, tag, policy: DEFAULT_POLICY, contested: true });
}

describe("the tag's state machine", () => {
  it.each(PAIRS)("[T2] [T3] [T6] [T9] %s + %s leads on or is refused with a sentence", (state, action) => {
    const expected = Object.fromEntries(EXPECTED[state].split(" ").map((entry) => entry.split(">")))[action] ?? null;
    expect(nextState(state, action)).toBe(expected);
    const decision = attempt(state, action);
    if (expected === null) {
      expect(decision).toMatchObject({ ok: false, rule: expect.stringMatching(/^[TA]\d$/) });
      expect(decision.ok ? "" : decision.reason).toBe(whyNot(state, action));
      expect(whyNot(state, action)).toMatch(/^[A-Z][^!]+\.$/);
    } else {
      expect(decision).toEqual({ ok: true, next: expected });
    }
  });

  it("[T9] every state but withdrawn can be withdrawn, and withdrawn can only be restored", () => {
    for (const state of TAG_STATES) {
      expect(nextState(state, "withdraw")).toBe(state === "withdrawn" ? null : "withdrawn");
    }
    expect(TRANSITIONS.withdrawn).toEqual({ restore: "draft" });
  });

  it("[T6] no state in which a decision stands survives a change beneath it", () => {
    for (const state of TAG_STATES) {
      const decided = ["submitted", "challenged", "approved", "overturned"].includes(state);
      expect(nextState(state, "invalidate")).toBe(decided ? "stale" : null);
    }
  });

  it("[T6] only a review or an adjudication leads to approved", () => {
    const ways = PAIRS.filter(([state, action]) => nextState(state, action) === "approved" && action !== "comment");
    expect([...new Set(ways.map(([, action]) => action))].sort()).toEqual(["approve", "uphold"]);
  });

  it("[T7] every state can be reached from a draft", () => {
    const reached = new Set<TagState>(["draft"]);
    for (const state of reached) for (const next of Object.values(TRANSITIONS[state])) reached.add(next);
    expect([...reached].sort()).toEqual([...TAG_STATES].sort());
  });
});

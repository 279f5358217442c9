import { describe, expect, it } from "vitest";
import type { Role } from "./role.ts";
import type { TagAction } from "./transition.ts";
import type { TagActionInput } from "./decide-tag-action.ts";
import type { TagState } from "./tag.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { ROLES } from "./role.ts";
import { ROLE_RULE, decideTagAction } from "./decide-tag-action.ts";

function attempt(
  action: TagAction,
  state: TagState,
  [id, role]: [string, Role],
  over: Partial<TagActionInput> = {},
) {
  const tag = { authorId: "ann", state, version: 3 };
  return decideTagAction(action, { actor: { id, role }, tag, policy: DEFAULT_POLICY, ...over });
}

const AUTHOR_ACTIONS: [TagAction, TagState][] = [
  ["edit", "draft"],
  ["submit", "draft"],
  ["withdraw", "approved"],
  ["restore", "withdrawn"],
  ["reaffirm", "stale"],
];
const REVIEW_ACTIONS: TagAction[] = ["approve", "request_changes", "challenge"];
const RULINGS: TagAction[] = ["uphold", "overturn", "insufficient"];

describe("decideTagAction", () => {
  it.each(AUTHOR_ACTIONS)("[T1] only the author can %s a tag in %s, whatever the others' roles", (action, state) => {
    expect(attempt(action, state, ["ann", "annotator"]).ok).toBe(true);
    for (const role of ["owner", "lead", "reviewer", "annotator"] as const) {
      expect(attempt(action, state, ["bob", role])).toMatchObject({ ok: false, rule: "T1" });
    }
  });

  it.each(REVIEW_ACTIONS)("[T4] an author cannot %s their own tag, whatever their role", (action) => {
    for (const role of ["owner", "lead", "reviewer"] as const) {
      expect(attempt(action, "submitted", ["ann", role])).toEqual({
        ok: false,
        rule: "T4",
        reason: "You wrote this tag. Somebody else has to review it.",
      });
      expect(attempt(action, "submitted", ["rev", role]).ok).toBe(true);
    }
  });

  it("[T4] the policy can allow self-review, but not self-adjudication", () => {
    const policy = { ...DEFAULT_POLICY, selfReview: true };
    expect(attempt("approve", "submitted", ["ann", "reviewer"], { policy })).toEqual({ ok: true, next: "approved" });
    expect(attempt("uphold", "challenged", ["ann", "lead"], { policy })).toMatchObject({ ok: false, rule: "A1" });
  });

  it.each(RULINGS)("[A1] neither the author nor the challenger can %s", (action) => {
    const over = { challengerId: "rev" };
    expect(attempt(action, "challenged", ["lea", "lead"], over).ok).toBe(true);
    expect(attempt(action, "challenged", ["ann", "lead"], over)).toMatchObject({ ok: false, rule: "A1" });
    expect(attempt(action, "challenged", ["rev", "owner"], over)).toMatchObject({ ok: false, rule: "A1" });
  });

  it.each(RULINGS)("[A1] [B4] %s opens on a challenge or on a contested cell", (action) => {
    for (const state of ["submitted", "approved"] as const) {
      expect(attempt(action, state, ["lea", "lead"])).toMatchObject({ ok: false, rule: "A1" });
      expect(attempt(action, state, ["lea", "lead"], { contested: true }).ok).toBe(true);
    }
  });

  it("[T5] a decision on a version that moved on is refused and names both", () => {
    const refused = attempt("approve", "submitted", ["rev", "reviewer"], { baseVersion: 2 });
    expect(refused).toMatchObject({ ok: false, rule: "T5" });
    expect(refused.ok ? "" : refused.reason).toMatch(/version 2.*version 3/);
    expect(attempt("approve", "submitted", ["rev", "reviewer"], { baseVersion: 3 }).ok).toBe(true);
  });

  it("[T5] says that the tag moved on before it says that its new state does not allow it", () => {
    const refused = attempt("approve", "draft", ["rev", "reviewer"], { baseVersion: 2 });
    expect(refused).toMatchObject({ ok: false, rule: "T5" });
  });

  it("refuses by role alone: who may tag, review and adjudicate", () => {
    const ways: [TagAction, TagState, string, Role[]][] = [
      ["edit", "draft", "ann", ["owner", "lead", "reviewer", "annotator"]],
      ["comment", "submitted", "bob", ["owner", "lead", "reviewer", "annotator"]],
      ["approve", "submitted", "bob", ["owner", "lead", "reviewer"]],
      ["challenge", "approved", "bob", ["owner", "lead", "reviewer"]],
      ["uphold", "challenged", "bob", ["owner", "lead"]],
    ];
    for (const [action, state, id, roles] of ways) {
      for (const role of ROLES) {
        const decision = attempt(action, state, [id, role]);
        if (roles.includes(role)) expect(decision.ok).toBe(true);
        else expect(decision).toMatchObject({ ok: false, rule: ROLE_RULE });
      }
    }
  });

  it("[T4] an author can answer a review with a comment", () => {
    expect(attempt("comment", "submitted", ["ann", "annotator"])).toEqual({ ok: true, next: "submitted" });
  });

  it("[T6] a change beneath a tag makes it stale, whoever made the change", () => {
    expect(attempt("invalidate", "approved", ["bob", "annotator"])).toEqual({ ok: true, next: "stale" });
    expect(attempt("invalidate", "draft", ["bob", "annotator"]).ok).toBe(false);
  });
});

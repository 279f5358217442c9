import { describe, expect, it } from "vitest";
import { can } from "./permission.ts";
import { ROLES } from "./role.ts";
import { TAG_STATES } from "./tag.ts";
import { TAG_ACTIONS } from "./transition.ts";
import type { Transition } from "./transition-table.ts";
import { TAG_RELATIONS, transitionTable } from "./transition-table.ts";

const table = transitionTable();
const allowed = table.filter(({ outcome }) => "next" in outcome);
const nextOf = ({ outcome }: Transition) => ("next" in outcome ? outcome.next : null);
const AUTHORS = ["edit", "submit", "withdraw", "restore", "reaffirm"];
const REVIEWS = ["approve", "request_changes", "challenge"];

describe("transitionTable", () => {
  it("has one line for every state, action, role, relation, kind of cell and policy", () => {
    const keys = new Set(table.map(({ outcome: _, ...asked }) => JSON.stringify(asked)));
    const lines = TAG_STATES.length * TAG_ACTIONS.length * ROLES.length * TAG_RELATIONS.length * 4;
    expect(keys.size).toBe(lines);
    expect(table).toHaveLength(lines);
  });

  it("names the rule and gives a whole sentence with every refusal", () => {
    for (const { outcome } of table) {
      if ("next" in outcome) expect(TAG_STATES).toContain(outcome.next);
      else expect(`${outcome.rule}: ${outcome.reason}`).toMatch(/^(role|[A-Z]\d+): [A-Z].{10,}\.$/);
    }
  });

  it("[T1] lets nobody but the author change a tag's content or life", () => {
    for (const line of allowed.filter(({ action }) => AUTHORS.includes(action))) expect(line.relation).toBe("author");
  });

  it("[T2] leads to approved only from submitted, challenged or approved, and by a reviewer or an adjudicator", () => {
    const approvals = allowed.filter((line) => nextOf(line) === "approved" && line.action !== "comment");
    for (const line of approvals) expect(["submitted", "challenged", "approved"]).toContain(line.state);
    const actions = new Set(approvals.map(({ action }) => action));
    expect([...actions].toSorted()).toEqual(["approve", "uphold"]);
  });

  it("[T4] has no author review their own tag unless the policy allows it, whatever the role", () => {
    const own = allowed.filter(({ action, relation }) => REVIEWS.includes(action) && relation === "author");
    expect(own.length).toBeGreaterThan(0);
    for (const line of own) expect(line.selfReview).toBe(true);
  });

  it("[T6] never leaves an approval standing after an edit or an invalidation", () => {
    const touched = allowed.filter(({ action }) => action === "edit" || action === "invalidate");
    for (const line of touched) expect(nextOf(line)).not.toBe("approved");
    for (const line of touched.filter(({ state }) => state === "approved")) expect(nextOf(line)).toBe("stale");
  });

  it("[A1] [B4] has no party adjudicate, and nobody a cell that is not contested", () => {
    const rulings = allowed.filter(({ action }) => ["uphold", "overturn", "insufficient"].includes(action));
    expect(rulings.length).toBeGreaterThan(0);
    for (const { relation, contested, state, role } of rulings) {
      expect(relation).toBe("other");
      expect(can(role, "adjudicate")).toBe(true);
      expect(contested || state === "challenged").toBe(true);
    }
  });

  it("[T7] [T9] leads out of withdrawn only by its author's restoring", () => {
    for (const line of allowed.filter(({ state }) => state === "withdrawn")) {
      expect(line).toMatchObject({ action: "restore", relation: "author", outcome: { next: "draft" } });
    }
  });

  it("gives a viewer nothing to do", () => {
    expect(allowed.filter(({ role, action }) => role === "viewer" && action !== "invalidate")).toEqual([]);
  });
});

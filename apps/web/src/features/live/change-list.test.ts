import type { CaseView, EventKind, ReviewView } from "@assay/domain";
import { DEFAULT_POLICY } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { changeCount, changeList, sayChanges } from "./change-list.ts";
import { targetOf } from "./event-target.ts";
import type { Unseen } from "./live-store.ts";

const AT = "2026-10-08T10:00:00.000Z";
const review: ReviewView = {
  id: "r1",
  tagId: "t1",
  tagVersion: 1,
  reviewerId: "teo",
  decision: "approve",
  reason: "",
  proposedStance: null,
  createdAt: AT,
};

const view = {
  id: "case",
  policy: DEFAULT_POLICY,
  people: [
    { id: "ana", name: "Ana Marsh", role: "annotator" },
    { id: "teo", name: "Teo Lindgren", role: "reviewer" },
  ],
  claims: [
    { id: "c1", number: 1 },
    { id: "c2", number: 2 },
  ],
  sources: [{ id: "s1", number: 1, publisher: "Gazette", title: "" }],
  tags: [{ id: "t1", claimId: "c1", sourceId: "s1" }],
  reviews: [review],
  threads: [{ id: "h1", claimId: null, tagId: "t1", passage: null, comments: [{ id: "m1" }] }],
  assignments: [],
} as unknown as CaseView;

function event(number: number, actorId: string, kind: EventKind, subject: string): Unseen {
  const logged = { number, at: AT, actorId, kind, subject, reason: "" };
  return { ...logged, ...targetOf(view, logged) };
}

describe("the list of others' changes", () => {
  it("is counted without its words", () => {
    const events = [event(3, "ana", "tag.created", "t1"), event(4, "ana", "claim.edited", "c2"), event(5, "ana", "tag.edited", "t1")];
    expect(changeCount(events)).toBe(changeList(view, events).length);
    expect(changeCount([])).toBe(0);
  });

  it("what one person did to one cell is one line, the newest line first", () => {
    const list = changeList(view, [
      event(3, "ana", "tag.created", "t1"),
      event(4, "ana", "claim.edited", "c2"),
      event(5, "ana", "tag.submitted", "t1"),
      event(6, "ana", "tag.edited", "t1"),
      event(7, "teo", "tag.reviewed", "t1"),
    ]);
    expect(list.map(({ name, verbs, what }) => `${name} ${verbs} ${what}`)).toEqual([
      "Teo Lindgren approved C1 in Gazette",
      "Ana Marsh tagged, submitted and edited the tag of C1 in Gazette",
      "Ana Marsh reworded C2",
    ]);
  });

  it("a comment is about what its thread is about", () => {
    const [line] = changeList(view, [event(3, "teo", "comment.added", "m1")]);
    expect(`${line?.verbs} ${line?.what}`).toBe("commented on C1 in Gazette");
  });

  it("says a few things one by one and counts many", () => {
    const few = changeList(view, [event(3, "ana", "tag.created", "t1"), event(4, "teo", "claim.edited", "c2")]);
    expect(sayChanges(few)).toBe("Teo Lindgren reworded C2. Ana Marsh tagged C1 in Gazette.");
    const many = changeList(view, [
      event(3, "ana", "tag.created", "t1"),
      event(4, "teo", "claim.edited", "c2"),
      event(5, "ana", "claim.edited", "c1"),
      event(6, "ana", "case.edited", "case"),
    ]);
    expect(sayChanges(many)).toBe("4 changes by Ana Marsh and Teo Lindgren.");
  });

  it("somebody whom the desk no longer lists is not left out", () => {
    const list = changeList(view, [event(3, "zoe", "source.added", "s1")]);
    expect(sayChanges(list)).toBe("Somebody who has left added Gazette.");
  });
});

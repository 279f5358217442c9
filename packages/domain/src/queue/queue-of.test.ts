import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlindTo } from "../blindness.ts";
import { deriveCells } from "../cell.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import { myReturned, reviewQueue } from "../progress.ts";
import { aCase, aClaim, aReview, aSource, aTag, minute } from "../testing/case-builder.ts";
import { anAssignment, workCases, workers } from "../testing/work-cases.ts";
import { queueOf } from "./queue-of.ts";

const ANN = { id: "ann", role: "annotator" } as const;
const REV = { id: "rev", role: "reviewer" } as const;
const LEA = { id: "lea", role: "lead" } as const;
const BASE = { sources: [aSource(1), aSource(2)], claims: [aClaim(1), aClaim(2), aClaim(3, { withdrawn: true })] };

const said = (items: ReturnType<typeof queueOf>) => items.map(({ kind, why, tagId }) => `${kind} ${why} ${tagId}`);

describe("the queue of work to tag", () => {
  it("[T3] [T9] holds my drafts and what came back to me, oldest first, on claims that stand", () => {
    const tags = [
      aTag({ id: "late", state: "stale", updatedAt: minute(9) }),
      aTag({ id: "back", sourceId: "s2", state: "changes_requested", updatedAt: minute(2) }),
      aTag({ id: "lost", claimId: "c2", state: "overturned", updatedAt: minute(3) }),
      aTag({ id: "begun", claimId: "c2", sourceId: "s2", updatedAt: minute(1) }),
      aTag({ id: "gone", claimId: "c3", state: "stale" }),
      aTag({ id: "theirs", authorId: "bob", state: "stale" }),
    ];
    expect(said(queueOf(aCase({ ...BASE, tags }), ANN))).toEqual([
      "to_tag draft begun",
      "to_tag changes_requested back",
      "to_tag overturned lost",
      "to_tag stale late",
    ]);
  });

  it("holds each cell of my assignments that lacks my tag, once, with its nearest day", () => {
    const assignments = [
      anAssignment({ id: "row", sourceId: null, dueOn: "2025-04-01" }),
      anAssignment({ id: "cell", dueOn: "2025-03-05" }),
      anAssignment({ id: "gone", claimId: "c3" }),
      anAssignment({ id: "theirs", assigneeId: "bob", claimId: "c2" }),
    ];
    const items = queueOf(aCase({ ...BASE, assignments }), ANN);
    expect(items.map(({ claimId, sourceId, dueOn, assignmentId }) => [claimId, sourceId, dueOn, assignmentId])).toEqual([
      ["c1", "s1", "2025-03-05", "cell"],
      ["c1", "s2", "2025-04-01", "row"],
    ]);
    const tagged = aTag({ state: "submitted" });
    expect(queueOf(aCase({ ...BASE, assignments, tags: [tagged] }), ANN)).toHaveLength(1);
  });

  it("leaves out of a row the cells that have tags enough, unless one was given by itself", () => {
    const tags = [aTag({ authorId: "bob", state: "approved" })];
    const row = anAssignment({ sourceId: null });
    expect(queueOf(aCase({ ...BASE, tags, assignments: [row] }), ANN).map(({ sourceId }) => sourceId)).toEqual(["s2"]);
    const both = [row, anAssignment({ id: "cell" })];
    expect(queueOf(aCase({ ...BASE, tags, assignments: both }), ANN)).toHaveLength(2);
  });

  it("is empty for somebody who cannot tag", () => {
    const view = aCase({ ...BASE, assignments: [anAssignment({ assigneeId: "vic" })] });
    expect(queueOf(view, { id: "vic", role: "viewer" })).toEqual([]);
  });
});

describe("the queue of reviews and disputes", () => {
  const disputed = [
    aTag({ id: "a", state: "submitted", updatedAt: minute(1) }),
    aTag({ id: "b", state: "submitted", authorId: "bob", stance: "disputed", updatedAt: minute(2) }),
  ];

  it("[T4] never gives me my own tag, unless the policy allows it", () => {
    const view = aCase({ ...BASE, tags: [aTag({ id: "mine", authorId: "rev", state: "submitted" })] });
    expect(queueOf(view, REV)).toEqual([]);
    const lax = { ...view, policy: { ...DEFAULT_POLICY, selfReview: true } };
    expect(said(queueOf(lax, REV))).toEqual(["to_review submitted mine"]);
  });

  it("[B4] [A1] gives a contested cell to those who may adjudicate and are no party to it", () => {
    const view = aCase({ ...BASE, tags: disputed });
    expect(said(queueOf(view, LEA))).toContain("contested contested b");
    expect(said(queueOf(view, REV)).filter((line) => line.startsWith("contested"))).toEqual([]);
    const party = { ...view, tags: [...disputed, aTag({ id: "c", authorId: "lea" })] };
    expect(said(queueOf(party, LEA)).filter((line) => line.startsWith("contested"))).toEqual([]);
  });

  it("[A1] gives a challenged tag to nobody who challenged it", () => {
    const tags = [aTag({ state: "challenged" })];
    const reviews = [aReview({ decision: "challenge", reviewerId: "lea" })];
    const view = aCase({ ...BASE, tags, reviews });
    expect(queueOf(view, LEA)).toEqual([]);
    expect(said(queueOf(view, { id: "owen", role: "owner" }))).toEqual(["contested contested t1"]);
  });

  it("[B1] says nothing of a cell that has not opened", () => {
    const policy = { ...DEFAULT_POLICY, requiredTags: 2 };
    const view = aCase({ ...BASE, tags: disputed, policy });
    expect(queueOf(view, LEA)).toEqual([]);
    const openings = [{ claimId: "c1", sourceId: "s1", openedAt: minute(3) }];
    expect(said(queueOf({ ...view, openings }, LEA))).toContain("contested contested b");
  });

  it("names everybody a review is assigned to, and me apart", () => {
    const assignments = [
      anAssignment({ id: "n1", kind: "review", assigneeId: "bob" }),
      anAssignment({ id: "n2", kind: "review", assigneeId: "rev", claimId: null, sourceId: null }),
    ];
    const [item] = queueOf(aCase({ ...BASE, tags: [aTag({ state: "submitted" })], assignments }), REV);
    expect(item).toMatchObject({ assignmentId: "n2", assigneeIds: ["bob", "rev"] });
  });
});

describe("mentions", () => {
  const comment = {
    id: "m1",
    authorId: "bob",
    text: "@ann",
    mentions: ["ann"],
    version: 1,
    withdrawn: false,
    createdAt: minute(4),
    updatedAt: minute(4),
  };
  const thread = {
    id: "h1",
    subject: "tag",
    claimId: null,
    tagId: "t1",
    passage: null,
    resolved: null,
    version: 1,
    createdBy: "bob",
    createdAt: minute(4),
    updatedAt: minute(4),
    comments: [comment],
  } as const;

  it("are open threads in which somebody else named me", () => {
    const view = aCase({ ...BASE, tags: [aTag({ state: "approved" })], threads: [{ ...thread, comments: [comment] }] });
    expect(queueOf(view, ANN)).toMatchObject([{ kind: "mentions", threadId: "h1", claimId: "c1", since: minute(4) }]);
    expect(queueOf(view, REV)).toEqual([]);
    const resolved = { by: "bob", at: minute(5), reason: "" };
    expect(queueOf({ ...view, threads: [{ ...thread, comments: [comment], resolved }] }, ANN)).toEqual([]);
    const taken = { ...comment, withdrawn: true };
    expect(queueOf({ ...view, threads: [{ ...thread, comments: [taken] }] }, ANN)).toEqual([]);
  });
});

describe("everybody's queue, in any case", () => {
  it("agrees with the lists of a case's own page", () => {
    fc.assert(
      fc.property(workCases, workers, (view, me) => {
        const items = queueOf(view, me);
        const ids = (kind: string) => items.filter((one) => one.kind === kind).map(({ tagId }) => tagId);
        if (["owner", "lead", "reviewer"].includes(me.role)) {
          expect(ids("to_review").sort()).toEqual(reviewQueue(view, me.id).map(({ id }) => id).sort());
        }
        if (me.role !== "viewer") {
          const back = myReturned(view, me.id).map(({ id }) => id);
          expect(ids("to_tag")).toEqual(expect.arrayContaining(back));
        }
      }),
    );
  });

  it("has no piece of work twice, and the same in whatever order the case lists its entries", () => {
    fc.assert(
      fc.property(workCases, workers, (view, me) => {
        const items = queueOf(view, me);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const turned = { ...view, tags: view.tags.toReversed(), claims: view.claims.toReversed() };
        expect(queueOf(turned, me)).toEqual(items);
      }),
    );
  });

  it("[B1] is the same whatever others did in closed cells", () => {
    fc.assert(
      fc.property(workCases, workers, (view, me) => {
        const isHidden = (tag: { claimId: string; sourceId: string; authorId: string }) =>
          tag.authorId !== me.id && isBlindTo(view, tag);
        const seen = { ...view, tags: view.tags.filter((tag) => !isHidden(tag)) };
        // A cell with tags enough would have opened, so that a closed one is never full.
        const full = [...deriveCells(view).values()].some((row) =>
          [...row.values()].some(
            ({ tags }) =>
              tags.filter(({ state }) => state !== "draft").length >= view.policy.requiredTags &&
              tags.some((tag) => isBlindTo(view, tag)),
          ),
        );
        fc.pre(!full);
        expect(queueOf(view, me)).toEqual(queueOf(seen, me));
      }),
    );
  });

  it("[T4] [A1] [B1] never asks anybody to decide about their own work, or about a closed cell", () => {
    fc.assert(
      fc.property(workCases, workers, (view, me) => {
        const cells = deriveCells(view);
        for (const item of queueOf(view, me)) {
          if (item.kind === "to_tag" || item.claimId === null || item.sourceId === null) continue;
          expect(isBlindTo(view, { claimId: item.claimId, sourceId: item.sourceId })).toBe(false);
          if (item.kind === "to_review" && !view.policy.selfReview) expect(item.authorId).not.toBe(me.id);
          if (item.kind !== "contested") continue;
          const tags = cells.get(item.claimId)?.get(item.sourceId)?.tags ?? [];
          expect(tags.map(({ authorId }) => authorId)).not.toContain(me.id);
        }
      }),
    );
  });
});

import { withScope } from "@assay/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellApart, newId, only, openCase, openDesk, ref, reread, refusalOf, save, say, seen, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const freshCell = () => cellApart(desk, test);

const tell = <T>(promises: Promise<T>[]) => Promise.allSettled(promises);
const challenge = { decision: "challenge", reason: "The text says otherwise.", proposedStance: "disputed" } as const;

describe("approving many", () => {
  it("[T5] approves what the reviewer opened in this version, and answers each of the rest", async () => {
    const cells = [await freshCell(), await freshCell(), await freshCell(), await freshCell()] as const;
    const [opened, unopened, movedOn, own] = cells;
    const { annotator, reviewer } = desk.as;
    const tags = [
      await submitted(annotator, opened),
      await submitted(annotator, unopened),
      await submitted(annotator, movedOn),
      await submitted(reviewer, own),
    ] as const;
    for (const tag of [tags[0], tags[2], tags[3]]) {
      const reading = { caseId: test.caseId, tagId: tag.id, tagVersion: tag.version };
      expect(await reviewer.review.open(reading)).toEqual({ tagId: tag.id, tagVersion: 1 });
      expect(await reviewer.review.open(reading)).toEqual({ tagId: tag.id, tagVersion: 1 });
    }
    expect(await reviewer.review.readings({ caseId: test.caseId })).toHaveLength(3);
    expect(await desk.as.lead.review.readings({ caseId: test.caseId })).toEqual([]);
    const edited = await save(annotator, movedOn, say(movedOn, "disputed"), { id: tags[2].id, baseVersion: 1 });
    await annotator.tag.submit(ref(movedOn, edited));
    const asked = [...tags.map(({ id, version }) => ({ tagId: id, tagVersion: version })), { tagId: newId(), tagVersion: 1 }];
    const before = await desk.as.viewer.case.get({ caseId: test.caseId });
    const done = await reviewer.review.approveMany({ mutationId: newId(), caseId: test.caseId, tags: asked });
    expect(only(done.tags)).toMatchObject({ id: tags[0].id, state: "approved" });
    expect(only(done.reviews)).toMatchObject({ tagId: tags[0].id, tagVersion: 1, decision: "approve" });
    expect(done.lastEvent).toBe(before.lastEvent + 1);
    expect(done.refused.map(({ tagId, rule }) => [tagId, rule])).toEqual([
      [tags[1].id, "opened"],
      [tags[2].id, "T5"],
      [tags[3].id, "T4"],
      [asked[4]?.tagId, "P1"],
    ]);
  });

  it("does not take a version for opened that does not exist yet", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const ahead = desk.as.reviewer.review.open({ caseId: cell.caseId, tagId: tag.id, tagVersion: 2 });
    expect((await refusalOf(ahead)).code).toBe("INVALID");
  });

  it("is for those who may review", async () => {
    const tags = [{ tagId: newId(), tagVersion: 1 }];
    const asked = desk.as.annotator.review.approveMany({ mutationId: newId(), caseId: test.caseId, tags });
    expect((await refusalOf(asked)).code).toBe("FORBIDDEN");
  });
});

describe("two people at once", () => {
  it("[T2] two reviewers decide: one decision stands, the other keeps its words and learns the state", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const changes = { decision: "request_changes", reason: "Which Tuesday?" } as const;
    const both = [
      desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" }),
      desk.as.lead.review.decide({ ...seen(cell, tag), ...changes }),
    ];
    const done = await tell(both);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = both[done.findIndex(({ status }) => status === "rejected")];
    const refused = await refusalOf(lost ?? Promise.resolve());
    expect(refused.code).toBe("REFUSED");
    expect(["T2", "T3"]).toContain(refused.details["rule"]);
    const { reviews } = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(reviews.filter(({ tagId }) => tagId === tag.id)).toHaveLength(1);
  });

  it("[T5] a review against an edit: whichever is second is refused, and both texts are told", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const content = { ...say(cell, "verified"), rationale: "Said by the operator." };
    const edit = save(desk.as.annotator, cell, content, { id: tag.id, baseVersion: 1 });
    const review = desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    const [edited, reviewed] = await tell<unknown>([edit, review]);
    // An edit after an approval is allowed and takes it away (T6); a review after an edit is not (T5).
    expect(edited?.status).toBe("fulfilled");
    if (reviewed?.status === "rejected") {
      expect(await refusalOf(review)).toMatchObject({
        code: "STALE_REVIEW",
        details: { seen: { version: 1 }, current: { version: 2, rationale: "Said by the operator." } },
      });
    }
    const { tags } = await desk.as.viewer.case.get({ caseId: cell.caseId });
    const now = tags.find(({ id }) => id === tag.id);
    expect(now).toMatchObject({ version: 2, state: reviewed?.status === "rejected" ? "draft" : "stale" });
  });

  it("[T9] a tag withdrawn under review cannot be decided, and says who can bring it back", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    await desk.as.annotator.tag.withdraw(ref(cell, tag));
    for (const decision of ["approve", "request_changes"] as const) {
      const late = desk.as.reviewer.review.decide({ ...seen(cell, tag), decision, reason: "Why?" });
      expect(await refusalOf(late)).toMatchObject({ code: "REFUSED", details: { rule: "T9" } });
    }
    const many = { mutationId: newId(), caseId: cell.caseId, tags: [{ tagId: tag.id, tagVersion: 1 }] };
    await desk.as.reviewer.review.open({ caseId: cell.caseId, tagId: tag.id, tagVersion: 1 });
    expect((await desk.as.reviewer.review.approveMany(many)).refused).toMatchObject([{ rule: "T9" }]);
  });

  it("[A1] two leads adjudicate: one ruling stands, and a party is refused", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    await desk.as.reviewer.review.decide({ ...seen(cell, tag), ...challenge });
    const ruling = { ...seen(cell, tag), cause: "edge_case", note: "Read it whole." } as const;
    const both = [
      desk.as.lead.review.adjudicate({ ...ruling, outcome: "uphold" }),
      desk.as.owner.review.adjudicate({ ...ruling, mutationId: newId(), outcome: "overturn", stance: "disputed" }),
    ];
    const done = await tell(both);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = both[done.findIndex(({ status }) => status === "rejected")];
    expect(await refusalOf(lost ?? Promise.resolve())).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
    const own = await freshCell();
    const mine = await submitted(desk.as.annotator, own);
    await desk.as.lead.review.decide({ ...seen(own, mine), ...challenge });
    const party = desk.as.lead.review.adjudicate({ ...seen(own, mine), outcome: "uphold", cause: "subjective", note: "" });
    expect(await refusalOf(party)).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
  });

  it("a role lost while the form was open refuses the decision and keeps the case as it was", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const { id: userId } = desk.people.reviewer;
    const { workspaceId } = desk;
    const role = (to: "annotator" | "reviewer") =>
      desk.as.owner.workspace.setRole({ mutationId: newId(), workspaceId, userId, role: to });
    await role("annotator");
    const decide = desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    expect((await refusalOf(decide)).code).toBe("FORBIDDEN");
    await role("reviewer");
    const racing = await tell<unknown>([
      role("annotator"),
      desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" }),
    ]);
    expect(racing[0]?.status).toBe("fulfilled");
    const { tags } = await desk.as.viewer.case.get({ caseId: cell.caseId });
    const state = tags.find(({ id }) => id === tag.id)?.state;
    expect(state).toBe(racing[1]?.status === "fulfilled" ? "approved" : "submitted");
    await role("reviewer");
  });
});

describe("a policy that is changed while somebody's change waits for its turn", () => {
  /** Begun while the case is held, and let go once the policy is another. */
  async function whilePolicyChanges<T>(caseId: string, ownPolicy: object, begin: () => Promise<T>): Promise<Promise<T>> {
    const scope = { workspaceId: desk.workspaceId, userId: desk.people.owner.id };
    const begun = await withScope(desk.db, scope, async (tx) => {
      await tx.$queryRaw`SELECT FROM cases WHERE id = ${caseId}::uuid FOR UPDATE`;
      const sent = begin();
      const isWaiting = () => tx.$queryRaw<object[]>`SELECT pid FROM pg_locks WHERE NOT granted`;
      while ((await isWaiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await tx.case.update({ where: { id: caseId }, data: { policy: ownPolicy } });
      return { sent };
    });
    return begun.sent;
  }

  it("[T4] nobody approves their own tag by a policy that has ended, and anybody by one that holds", async () => {
    const own = await openCase(desk);
    const [one, many] = [await cellApart(desk, own), await cellApart(desk, own)];
    const { reviewer } = desk.as;
    const tags = [await submitted(reviewer, own), await submitted(reviewer, one), await submitted(reviewer, many)] as const;
    const { caseId } = own;
    const { version } = await reviewer.case.get({ caseId });
    const lax = { selfReview: true };
    await desk.as.lead.case.setPolicy({ mutationId: newId(), caseId, baseVersion: version, ownPolicy: lax });
    const approve = (at: 0 | 1) => reviewer.review.decide({ ...seen(own, tags[at]), decision: "approve", reason: "" });
    await reviewer.review.open({ caseId, tagId: tags[2].id, tagVersion: 1 });
    const asked = { mutationId: newId(), caseId, tags: [{ tagId: tags[2].id, tagVersion: 1 }] };
    const late = whilePolicyChanges(caseId, {}, () => refusalOf(approve(0)));
    expect(await late).toMatchObject({ code: "REFUSED", details: { rule: "T4" } });
    await whilePolicyChanges(caseId, lax, () => approve(1));
    const bulk = await whilePolicyChanges(caseId, {}, () => reviewer.review.approveMany(asked));
    expect(bulk.refused).toMatchObject([{ rule: "T4" }]);
    const states = (await reviewer.case.get({ caseId })).tags.map(({ state }) => state);
    expect(states).toEqual(["submitted", "approved", "submitted"]);
  });

  it("[B1] nobody is told of a mention in a thread on a tag that is blind by then, nor dismisses its suggestion", async () => {
    const own = await openCase(desk);
    const { caseId } = own;
    const tag = await save(desk.as.annotator, own, say(own, "verified"));
    const { id: reader } = desk.people.second;
    const comment = { id: newId(), text: "@second is this right?", mentions: [reader] };
    const opening = { mutationId: newId(), caseId, id: newId(), subject: { kind: "tag" as const, tagId: tag.id }, comment };
    const blind = { requiredTags: 2 };
    await whilePolicyChanges(caseId, blind, () => desk.as.annotator.thread.open(opening).catch(() => null));
    const { workspaceId } = desk;
    const told = await desk.as.second.notification.list({ workspaceId, unreadOnly: false, after: null, limit: 50 });
    expect(told.items).toEqual([]);
    const { claim, source, caseId: other } = await openCase(desk);
    const item = { kind: "cell" as const, claimId: claim.id, sourceId: source.id, key: "e".repeat(64) };
    const dismissing = { mutationId: newId(), caseId: other, items: [item] };
    const late = whilePolicyChanges(other, blind, () => refusalOf(desk.as.second.assist.dismiss(dismissing)));
    expect(await late).toMatchObject({ code: "REFUSED", details: { rule: "B1" } });
  });
});

describe("what changed", () => {
  it("[T6] tells the wording that was judged and today's, and the log names both", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const reading = { caseId: cell.caseId, tagId: tag.id };
    expect(await desk.as.reviewer.tag.whatChanged(reading)).toEqual({
      claim: null,
      revision: null,
      own: null,
      passages: [],
    });
    const { caseId, claim } = cell;
    const edit = { mutationId: newId(), caseId, claimId: claim.id, baseVersion: 1, type: claim.type, claimant: "" };
    await desk.as.second.claim.edit({ ...edit, text: "213 people were aboard." });
    expect(await desk.as.annotator.tag.whatChanged(reading)).toMatchObject({
      claim: {
        before: { version: 1, text: claim.text },
        after: { version: 2, text: "213 people were aboard.", editedBy: desk.people.second.id },
      },
      revision: null,
      own: null,
    });
    const { events } = await desk.as.viewer.tag.history(reading);
    expect(events.at(-1)).toMatchObject({ kind: "tag.staled", payload: { cause: { claimVersion: { from: 1, to: 2 } } } });
    const [stale] = (await desk.as.annotator.case.get({ caseId })).tags.filter(({ id }) => id === tag.id);
    if (stale === undefined) throw new Error("The tag is gone");
    await desk.as.annotator.tag.reaffirm(reread(cell, stale, 2));
    expect((await desk.as.annotator.tag.whatChanged(reading)).claim).toBeNull();
  });

  it("[T6] tells an author's own edit after the approval", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    await desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    const content = { ...say(cell, "verified"), rationale: "Said by the operator." };
    await save(desk.as.annotator, cell, content, { id: tag.id, baseVersion: 1 });
    expect(await desk.as.reviewer.tag.whatChanged({ caseId: cell.caseId, tagId: tag.id })).toMatchObject({
      own: { before: { version: 1, rationale: "" }, after: { version: 2, rationale: "Said by the operator." } },
    });
  });
});

import { QUEUE_KINDS, queueOf } from "@assay/domain";
import type { QueueItem, Role } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, addText, newId, only, openCase, openDesk, ref, save, say, seen, submitted } from "../testing/desk.ts";
import type { Crew, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let cases: TestCase[];

const ROLE: Partial<Record<keyof Crew, Role>> = {
  owner: "owner",
  lead: "lead",
  reviewer: "reviewer",
  annotator: "annotator",
  second: "annotator",
  viewer: "viewer",
};
const TODAY = "2025-03-01";
const mine = (who: keyof Crew, more: object = {}) =>
  desk.as[who].queue.mine({ workspaceId: desk.workspaceId, today: TODAY, ...more });

beforeAll(async () => {
  desk = await openDesk();
  const { annotator, second, reviewer, owner, lead } = desk.as;
  cases = [await openCase(desk), await openCase(desk)];
  for (const test of cases) {
    const { caseId } = test;
    const at = async () => ({ ...test, claim: await addClaim(annotator, caseId, `Claim ${newId()}`) });
    await addText(annotator, caseId, "Another text.");
    await save(annotator, test, say(test, "verified"));
    const waiting = await at();
    await submitted(annotator, waiting);
    const settled = await at();
    const done = await submitted(annotator, settled);
    await reviewer.review.decide({ ...seen(settled, done), decision: "approve", reason: "" });
    const returned = await at();
    const back = await submitted(second, returned);
    await reviewer.review.decide({ ...seen(returned, back), decision: "request_changes", reason: "Why?" });
    const contested = await at();
    await submitted(annotator, contested);
    await submitted(second, contested, "disputed");
    const challenged = await at();
    const doubted = await submitted(annotator, challenged);
    const challenge = { decision: "challenge", reason: "No", proposedStance: "disputed" } as const;
    await owner.review.decide({ ...seen(challenged, doubted), ...challenge });
    const overturned = await at();
    const lost = await submitted(annotator, overturned);
    await reviewer.review.decide({ ...seen(overturned, lost), ...challenge });
    const ruling = { outcome: "overturn", stance: "disputed", cause: "edge_case", note: "Read again" } as const;
    await lead.review.adjudicate({ ...seen(overturned, lost), ...ruling });
    const bothApproved = await at();
    for (const [as, stance] of [[annotator, "verified"], [second, "disputed"]] as const) {
      const tag = await submitted(as, bothApproved, stance);
      await reviewer.review.decide({ ...seen(bothApproved, tag), decision: "approve", reason: "" });
    }
    const gone = await at();
    await submitted(annotator, gone);
    await annotator.claim.withdraw({ mutationId: newId(), caseId, claimId: gone.claim.id, baseVersion: 1 });
    const withdrawn = await at();
    const tag = await submitted(annotator, withdrawn);
    await annotator.tag.withdraw(ref(withdrawn, tag));
    const talk = (subject: Parameters<typeof lead.thread.open>[0]["subject"], ...who: (keyof Crew)[]) => {
      const comment = { id: newId(), text: "Look", mentions: who.map((one) => desk.people[one].id) };
      return lead.thread.open({ mutationId: newId(), caseId, id: newId(), subject, comment });
    };
    await talk({ kind: "tag", tagId: done.id }, "annotator", "reviewer");
    await talk({ kind: "case" }, "second", "lead");
    const words = { start: 0, end: 5, exact: test.text.slice(0, 5), sourceId: test.source.id };
    await talk({ kind: "passage", ...words, revisionId: test.source.revision.id, claimId: null }, "reviewer");
    const over = only((await talk({ kind: "claim", claimId: test.claim.id }, "annotator")).threads);
    const end = { mutationId: newId(), caseId, threadId: over.id, baseVersion: over.version };
    await annotator.thread.resolve({ ...end, reason: "Done" });
    const given = { kind: "tag", claimId: null, sourceId: test.source.id, dueOn: "2025-03-02", note: "" } as const;
    for (const assigneeId of [desk.people.second.id, desk.people.reviewer.id]) {
      await lead.assignment.assign({ mutationId: newId(), caseId, id: newId(), assigneeId, ...given });
    }
    const cell = { claimId: waiting.claim.id, sourceId: test.source.id };
    await reviewer.assignment.claim({ mutationId: newId(), caseId, id: newId(), kind: "review", ...cell });
  }
});
afterAll(() => desk.close());

describe("my work across cases", () => {
  it.each(["owner", "lead", "reviewer", "annotator", "second", "viewer"] as const)(
    "is for the %s what each case's own page derives",
    async (who) => {
      const me = { id: desk.people[who].id, role: ROLE[who] ?? "viewer" };
      const whole: QueueItem[] = [];
      for (const { caseId } of cases) whole.push(...queueOf(await desk.as[who].case.get({ caseId }), me));
      const { items } = await mine(who, { limit: 1000 });
      const bare = items.map(({ caseId: _, caseTitle: __, claim: ___, source: ____, authorName: _____, opened: ______, reason: _______, ...item }) => item);
      const byId = (a: QueueItem, b: QueueItem) => (a.id < b.id ? -1 : 1);
      expect(bare.sort(byId)).toEqual(whole.sort(byId));
      if (who !== "viewer") expect(items.length).toBeGreaterThan(2);
    },
  );

  it("counts what it lists, page after page, by kind and by case", async () => {
    const { counts, cases: perCase } = await mine("lead");
    for (const kind of QUEUE_KINDS) {
      let cursor: string | null = null;
      const ids: string[] = [];
      do {
        const page: Awaited<ReturnType<typeof mine>> = await mine("lead", { filter: { kind }, cursor, limit: 2 });
        ids.push(...page.items.map(({ id }) => id));
        expect(page.counts).toEqual(counts);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(ids).size).toBe(counts[kind]);
      expect(perCase.reduce((sum, one) => sum + one.counts[kind], 0)).toBe(counts[kind]);
    }
    expect(counts).toMatchObject({ contested: 6, mentions: 0 });
    expect(counts.to_review).toBeGreaterThan(2);
  });

  it("holds the open threads that name me, on whatever they are", async () => {
    const told = async (who: keyof Crew) => (await mine(who, { filter: { kind: "mentions" } })).items;
    expect(await told("reviewer")).toHaveLength(4);
    expect(await told("annotator")).toMatchObject([{ state: "approved" }, { state: "approved" }]);
    expect(await told("second")).toMatchObject([
      { claim: null, source: null, authorName: "lead" },
      { claim: null, source: null, authorName: "lead" },
    ]);
  });

  it("names case, claim, source and author, and who has it", async () => {
    const { items } = await mine("reviewer", { filter: { kind: "to_review", holder: "me" } });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      caseTitle: "Aurora",
      claim: { number: 2, text: expect.stringContaining("Claim") as string },
      source: { number: 1 },
      authorName: "annotator",
      assigneeIds: [desk.people.reviewer.id],
      reason: "",
      opened: false,
    });
  });

  it("tells authors why a tag of theirs came back", async () => {
    const reasons = async (who: "annotator" | "second", why: "overturned" | "changes_requested") =>
      (await mine(who, { filter: { why } })).items.map(({ reason }) => reason);
    expect(await reasons("annotator", "overturned")).toEqual(["Read again", "Read again"]);
    expect(await reasons("second", "changes_requested")).toEqual(["Why?", "Why?"]);
  });

  it("is empty where the person is no member, and answers nothing to a stranger", async () => {
    expect((await mine("viewer")).items).toEqual([]);
    await expect(mine("stranger")).rejects.toThrow("There is no such workspace.");
  });

  it("tells which version somebody has had before their eyes", async () => {
    const [first] = (await mine("reviewer", { filter: { kind: "to_review" } })).items;
    const { tagId, tagVersion, caseId } = first ?? {};
    if (tagId == null || tagVersion == null || caseId === undefined) throw new Error("Nothing to review");
    await desk.as.reviewer.review.open({ caseId, tagId, tagVersion });
    const opened = (await mine("reviewer", { filter: { kind: "to_review" } })).items.filter((one) => one.opened);
    expect(only(opened).tagId).toBe(tagId);
  });
});

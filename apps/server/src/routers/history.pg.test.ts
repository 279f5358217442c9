import { describeEntry } from "@assay/domain";
import type { HistoryEntry } from "@assay/domain";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addClaim,
  approved,
  newId,
  openCase,
  openDesk,
  ref,
  refusalOf,
  save,
  say,
  seen,
  submitted,
} from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const list = (test: TestCase, wanted: object = {}) =>
  desk.as.viewer.history.list({ caseId: test.caseId, before: null, limit: 200, ...wanted });
const kinds = (entries: HistoryEntry[]) => entries.map(({ kind }) => kind);

/** One cell that went from disputed over changes to verified and approved. */
async function tellStory(): Promise<TestCase> {
  const test = await openCase(desk);
  const { annotator, reviewer } = desk.as;
  const first = await submitted(annotator, test, "disputed");
  await reviewer.review.decide({ ...seen(test, first), decision: "request_changes", reason: "It says 214." });
  const content = { ...say(test, "verified"), rationale: "Right, 214." };
  const second = await save(annotator, test, content, { id: first.id, baseVersion: 1 });
  await annotator.tag.submit(ref(test, second));
  await reviewer.review.decide({ ...seen(test, second), decision: "approve", reason: "" });
  return test;
}

describe("the history", () => {
  it("[T8] of a cell tells who changed disputed into verified, when and why, newest first", async () => {
    const test = await tellStory();
    const { entries, next } = await list(test, { claimId: test.claim.id, sourceId: test.source.id });
    expect(next).toBeNull();
    expect(kinds(entries)).toEqual([
      "tag.reviewed",
      "tag.submitted",
      "tag.edited",
      "tag.reviewed",
      "tag.submitted",
      "tag.created",
    ]);
    expect(entries[3]).toMatchObject({ actorId: desk.people.reviewer.id, reason: "It says 214." });
    const names = { claim: () => "C1", source: () => "Kelm", person: () => "Ana" };
    const edited = entries[2];
    if (edited === undefined) throw new Error("No edit");
    const { moves, texts } = describeEntry(edited, names);
    expect(moves[0]).toEqual({ from: "disputed", to: "verified" });
    expect(texts).toContainEqual({ label: "Rationale", before: "", after: "Right, 214." });
  });

  it("is narrowed to a claim, a source, a person, a group and a time", async () => {
    const test = await tellStory();
    const { caseId, claim, source } = test;
    const other = await addClaim(desk.as.second, caseId, "It was Tuesday.");
    const comment = { id: newId(), text: "Hm", mentions: [] };
    const subject = { kind: "claim", claimId: other.id } as const;
    await desk.as.second.thread.open({ mutationId: newId(), caseId, id: newId(), subject, comment });
    expect(kinds((await list(test, { claimId: other.id })).entries)).toEqual(["thread.opened", "claim.created"]);
    expect(kinds((await list(test, { sourceId: source.id })).entries)).toHaveLength(7);
    expect(kinds((await list(test, { actorId: desk.people.second.id })).entries)).toHaveLength(2);
    const reviews = await list(test, { groups: ["reviews"] });
    expect(new Set(kinds(reviews.entries))).toEqual(new Set(["tag.reviewed"]));
    expect((await list(test, { groups: [] })).entries).toEqual([]);
    const all = (await list(test)).entries;
    const middle = all[4]?.at ?? "";
    const [late, early] = await Promise.all([list(test, { from: middle }), list(test, { to: middle })]);
    expect([...late.entries, ...early.entries]).toEqual(all);
    expect((await list(test, { claimId: claim.id, actorId: desk.people.lead.id })).entries).toEqual([]);
  });

  it("comes in pages without a gap or a repeat", async () => {
    const test = await tellStory();
    const all = (await list(test)).entries;
    const found: HistoryEntry[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(test, { before, limit: 3 });
      found.push(...page.entries);
      before = page.next;
    } while (before !== null);
    expect(found).toEqual(all);
  });

  it("[E2] names the entry that the owner of the database altered, removed, or cut off", async () => {
    const owner = new pg.Client({ connectionString: desk.url });
    await owner.connect();
    try {
      const tamper = async (sql: string) => {
        const test = await openCase(desk);
        await approved(desk, test);
        const before = await desk.as.viewer.case.verifyLog({ caseId: test.caseId });
        expect(before.ok).toBe(true);
        await owner.query(sql, [test.caseId]);
        const check = await desk.as.viewer.case.verifyLog({ caseId: test.caseId });
        return check.ok ? "nothing found" : check.reason;
      };
      const reason = `UPDATE case_events SET reason = 'Never said' WHERE case_id = $1 AND number = 4`;
      expect(await tamper(reason)).toMatch(/^Entry 4 was altered/);
      expect(await tamper(`DELETE FROM case_events WHERE case_id = $1 AND number = 3`)).toMatch(/^Entry 3 is missing/);
      expect(await tamper(`DELETE FROM case_events WHERE case_id = $1 AND number = 6`)).toMatch(/^Entry 6 is missing/);
      const actor = `UPDATE case_events SET actor_id = 'somebody' WHERE case_id = $1 AND number = 6`;
      expect(await tamper(actor)).toMatch(/^Entry 6 was altered/);
    } finally {
      await owner.end();
    }
  });

  it("[P1] does not exist for another workspace", async () => {
    const test = await openCase(desk);
    const asked = desk.as.stranger.history.list({ caseId: test.caseId, before: null, limit: 10 });
    expect((await refusalOf(asked)).code).toBe("NOT_FOUND");
  });
});

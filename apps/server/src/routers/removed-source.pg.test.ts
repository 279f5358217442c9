import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEXT, addText, approved, cellApart, newId, only, openCase, openDesk, ref, refusalOf, save, say, seen, submitted } from "../testing/desk.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";
import { openReadyCase, sign } from "../testing/publish.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const get = ({ caseId }: TestCase, as: Caller = desk.as.lead) => as.case.get({ caseId });

async function versionOf(test: TestCase, sourceId = test.source.id): Promise<number> {
  const { sources, removedSources } = await get(test);
  return [...sources, ...removedSources].find(({ id }) => id === sourceId)?.version ?? 0;
}

async function remove(test: TestCase, as: Caller = desk.as.lead, { sourceId = test.source.id, reason = "Of another day." } = {}) {
  const baseVersion = await versionOf(test, sourceId);
  return as.source.remove({ mutationId: newId(), caseId: test.caseId, sourceId, baseVersion, reason });
}

async function restore(test: TestCase, as: Caller = desk.as.lead, sourceId = test.source.id) {
  const baseVersion = await versionOf(test, sourceId);
  return as.source.restore({ mutationId: newId(), caseId: test.caseId, sourceId, baseVersion });
}

/** With everything that can hang on a source. */
async function workedOn(): Promise<TestCase & { tagId: string; threadId: string }> {
  const test = await openCase(desk);
  const tag = await approved(desk, test);
  const threadId = newId();
  const comment = { id: newId(), text: "Is it this ferry?", mentions: [] };
  const { caseId } = test;
  await desk.as.second.thread.open({ mutationId: newId(), caseId, id: threadId, subject: { kind: "tag", tagId: tag.id }, comment });
  const place = { id: newId(), kind: "tag", claimId: null, sourceId: test.source.id, dueOn: null, note: "" } as const;
  await desk.as.lead.assignment.assign({ mutationId: newId(), caseId, ...place, assigneeId: desk.people.second.id });
  return { ...test, tagId: tag.id, threadId };
}

describe("a source that is taken out of its case", () => {
  it("[T7] leaves with all that was said of it, and comes back with all of it", async () => {
    const test = await workedOn();
    const before = await get(test);
    expect(before.tags).toHaveLength(1);
    await remove(test);
    const out = await get(test);
    expect(out).toMatchObject({ sources: [], tags: [], reviews: [], assignments: [], threads: [] });
    expect(only(out.removedSources)).toMatchObject({
      id: test.source.id,
      number: 1,
      version: 2,
      removedBy: desk.people.lead.id,
      reason: "Of another day.",
    });
    await restore(test);
    const after = await get(test);
    const { lastEvent: _, lastHash: __, sources: ___, ...rest } = after;
    expect(before).toMatchObject(rest);
    expect(only(after.sources)).toEqual({ ...only(before.sources), version: 3 });
  });

  it("[T8] is in the log, taken out with the reason and put back", async () => {
    const test = await openCase(desk);
    await remove(test);
    await restore(test);
    const { events } = await desk.as.viewer.case.log({ caseId: test.caseId, after: 0, limit: 100 });
    expect(events.slice(-2)).toMatchObject([
      { kind: "source.removed", subject: test.source.id, reason: "Of another day.", payload: { number: 1, version: 2 } },
      { kind: "source.restored", subject: test.source.id, payload: { number: 1, version: 3 } },
    ]);
    expect(await desk.as.lead.case.verifyLog({ caseId: test.caseId })).toMatchObject({ ok: true });
  });

  it("[T7] keeps its number: the next one gets another", async () => {
    const test = await openCase(desk);
    await remove(test);
    expect((await addText(desk.as.annotator, test.caseId, `${TEXT}\n\nMore.`)).number).toBe(2);
  });

  it("[T7] is out of work, verdicts, suggestions and reports", async () => {
    const test = await workedOn();
    await remove(test);
    const { caseId } = test;
    const { items } = await desk.as.second.queue.mine({ workspaceId: desk.workspaceId, today: "2025-03-01" });
    expect(items.filter((item) => item.caseId === caseId)).toEqual([]);
    const scope = { claimIds: "all", sourceIds: "all", settledOnly: false, includeDiscussion: true } as const;
    const report = await desk.as.lead.report.export({ caseId, format: "json", title: "Aurora", scope });
    expect(String(report.body)).not.toContain("214 people aboard");
    expect(await refusalOf(desk.as.lead.assist.cell({ caseId, claimId: test.claim.id, sourceId: test.source.id }))).toMatchObject({
      code: "NOT_FOUND",
    });
    const cases = await desk.as.lead.case.list({ workspaceId: desk.workspaceId });
    expect(JSON.stringify(cases.find(({ id }) => id === caseId))).toContain('"sources":0');
  });

  it("[T7] is worked on by nobody until it is back, and what they sent is said to be kept", async () => {
    const test = await workedOn();
    const other = await cellApart(desk, test);
    const draft = await save(desk.as.annotator, other, say(other, "disputed"));
    const waiting = await submitted(desk.as.second, await cellApart(desk, test));
    const read = { tagId: waiting.id, tagVersion: waiting.version };
    await desk.as.reviewer.review.open({ caseId: test.caseId, ...read });
    const { tags } = await get(test);
    const tag = only(tags.filter(({ id }) => id === test.tagId));
    await remove(test);
    const { caseId, source } = test;
    const { annotator, reviewer, second, lead } = desk.as;
    const comment = { id: newId(), text: "Still there?", mentions: [] };
    const m = () => ({ mutationId: newId(), caseId });
    const { revision: _, revisions: __, id: sourceId, number: ___, version: ____, createdBy: _____, createdAt: ______, ...meta } = source;
    const revised = { baseRevisionId: source.revision.id, content: { kind: "text", text: "Other words." }, completeness: "full" } as const;
    const attempts: Record<string, () => Promise<unknown>> = {
      "a new tag": () => save(second, other, say(other, "verified")),
      "an edit": () => save(annotator, other, say(other, "verified"), { id: draft.id, baseVersion: 1 }),
      "a submission": () => annotator.tag.submit(ref(other, draft)),
      "a withdrawal": () => annotator.tag.withdraw(ref(other, draft)),
      "a review": () => reviewer.review.decide({ ...seen(test, tag), decision: "challenge", reason: "Why?", proposedStance: "disputed" }),
      "a comment": () => annotator.thread.comment({ ...m(), threadId: test.threadId, ...comment }),
      "a thread": () => annotator.thread.open({ ...m(), id: newId(), subject: { kind: "tag", tagId: tag.id }, comment }),
      "a revision": () => annotator.source.revise({ ...m(), sourceId, ...revised }),
      "a description": () => annotator.source.edit({ ...m(), sourceId, baseVersion: 2, meta }),
      "a second removal": () => remove(test, lead),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      const { code, message, details } = await refusalOf(attempt());
      expect({ name, code, rule: details.rule }).toEqual({ name, code: "REFUSED", rule: "T7" });
      expect(message, name).toContain("out of the case");
    }
    const many = await annotator.tag.submitMany({ ...m(), items: [{ tagId: draft.id, baseVersion: 1 }] });
    expect(only(many.refused).reason).toContain("put it back");
    const { refused } = await reviewer.review.approveMany({ ...m(), tags: [read] });
    expect(only(refused)).toMatchObject({ rule: "T7", reason: expect.stringContaining("out of the case") as string });
    const assigned = { id: newId(), kind: "tag", claimId: null, sourceId, dueOn: null, note: "" } as const;
    expect(await refusalOf(lead.assignment.assign({ ...m(), ...assigned, assigneeId: desk.people.second.id }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[T6] a claim reworded meanwhile finds its tags stale when the source comes back", async () => {
    const test = await workedOn();
    await remove(test);
    const wording = { text: "241 people were aboard.", type: "number", claimant: "" } as const;
    const { caseId, claim } = test;
    await desk.as.annotator.claim.edit({ mutationId: newId(), caseId, claimId: claim.id, baseVersion: 1, ...wording });
    const change = await restore(test);
    expect(only(change.tags).state).toBe("stale");
    expect(only((await get(test)).tags).state).toBe("stale");
  });

  it("[R1] no signature outlives it", async () => {
    const test = await openReadyCase(desk);
    await sign(desk.as.reviewer, test);
    const signed = (await get(test)).signOffs.length;
    await remove(test);
    expect([signed, (await get(test)).signOffs.length]).toEqual([1, 0]);
  });

  it("is named to whoever adds the same text again: it can be put back", async () => {
    const test = await openCase(desk);
    await remove(test);
    const content = { kind: "text", text: TEXT } as const;
    const inspected = await desk.as.annotator.source.inspect({ caseId: test.caseId, content });
    expect(inspected).toMatchObject({ ok: true, existing: { sourceId: test.source.id, removed: true } });
  });

  it("[E5] goes only as it was read", async () => {
    const test = await openCase(desk);
    const { caseId, source } = test;
    const { revision: _, revisions: __, id: sourceId, number: ___, version: ____, createdBy: _____, createdAt: ______, ...meta } = source;
    const edited = { mutationId: newId(), caseId, sourceId, baseVersion: 1, meta: { ...meta, title: "Another" } };
    await desk.as.annotator.source.edit(edited);
    const late = { mutationId: newId(), caseId, sourceId, baseVersion: 1, reason: "Wrong" };
    expect(await refusalOf(desk.as.lead.source.remove(late))).toMatchObject({
      code: "CONFLICT",
      details: { current: { title: "Another" }, yours: { reason: "Wrong" } },
    });
    await remove(test);
    expect(await refusalOf(desk.as.lead.source.restore({ mutationId: newId(), caseId, sourceId, baseVersion: 1 }))).toMatchObject({
      code: "CONFLICT",
      details: { current: { title: "Another", reason: "Of another day." } },
    });
  });
});

describe("who takes a source out", () => {
  it("[T7] an owner or a lead; who added it as long as nobody else has work in it", async () => {
    const test = await openCase(desk);
    expect(await refusalOf(remove(test, desk.as.second))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(remove(test, desk.as.viewer))).toMatchObject({ code: "FORBIDDEN" });
    await remove(test, desk.as.annotator);
    expect(await refusalOf(restore(test, desk.as.second))).toMatchObject({ code: "FORBIDDEN" });
    await restore(test, desk.as.annotator);
    await save(desk.as.annotator, test, say(test, "verified"));
    await remove(test, desk.as.annotator);
    await restore(test, desk.as.annotator);
    await save(desk.as.second, test, say(test, "disputed"));
    const refusal = await refusalOf(remove(test, desk.as.annotator));
    expect(refusal).toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("Others have work") as string });
    await remove(test, desk.as.owner);
  });

  it("[B1] in a blind case only an owner or a lead: a refusal would tell of others' tags", async () => {
    const test = await openCase(desk);
    const { version } = await get(test);
    const ownPolicy = { requiredTags: 2 };
    await desk.as.lead.case.setPolicy({ mutationId: newId(), caseId: test.caseId, baseVersion: version, ownPolicy });
    const words = (await refusalOf(remove(test, desk.as.annotator))).message;
    await save(desk.as.second, test, say(test, "disputed"));
    expect((await refusalOf(remove(test, desk.as.annotator))).message).toBe(words);
    await remove(test);
    const change = await restore(test);
    expect(change.tags ?? []).toEqual([]);
    expect((await get(test, desk.as.second)).tags).toHaveLength(1);
  });

  it("has to say why", async () => {
    const test = await openCase(desk);
    expect(await refusalOf(remove(test, desk.as.lead, { reason: " \u200b " }))).toMatchObject({ code: "INVALID" });
  });

  it("tells those whose tags go with it, once each, and nobody else", async () => {
    const test = await workedOn();
    const listed = async (as: Caller) => {
      const { items } = await as.notification.list({ workspaceId: desk.workspaceId, unreadOnly: false, after: null, limit: 100 });
      return items.filter(({ caseId, text }) => caseId === test.caseId && text.includes("out of the case"));
    };
    await remove(test);
    expect(await listed(desk.as.annotator)).toMatchObject([{ href: `/c/${test.caseId}/sources`, text: expect.stringContaining("“Of another day.” Your tag there is kept") as string }]);
    expect(await listed(desk.as.reviewer)).toEqual([]);
  });
});

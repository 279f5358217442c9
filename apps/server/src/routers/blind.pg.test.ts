import { applyChange, deriveCells } from "@assay/domain";
import type { CaseView } from "@assay/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBlindCase, setOwnPolicy, submit, tagsOf } from "../testing/blind.ts";
import { addClaim, newId, openCase, openDesk, ref, reread, refusalOf, save, say, seen, submitted } from "../testing/desk.ts";
import type { Crew, Desk, TestCase } from "../testing/desk.ts";
import { differs, differsFromFirst } from "../testing/differs.ts";

let desk: Desk;
let test: TestCase;

beforeAll(async () => void (desk = await openDesk()));
afterAll(() => desk.close());
beforeEach(async () => void (test = await openBlindCase(desk)));

const everybody: (keyof Crew)[] = ["owner", "lead", "reviewer", "second", "viewer"];

function cellOf(view: CaseView, { claim, source }: TestCase) {
  return deriveCells(view).get(claim.id)?.get(source.id);
}

describe("a blind cell", () => {
  it("[B1] shows everybody, whatever their role, only what they wrote in it themselves", async () => {
    const { tag } = await submit(desk.as.annotator, test);
    expect((await tagsOf(desk.as.annotator, test)).map(({ id }) => id)).toEqual([tag.id]);
    for (const name of everybody) {
      const view = await desk.as[name].case.get({ caseId: test.caseId });
      expect(view.tags, name).toEqual([]);
      expect(cellOf(view, test)?.state, name).toBe("empty");
    }
  });

  it("[B1] is not told by the places in the log, its head or its hash", async () => {
    const { caseId } = test;
    const looks = async () => ({
      head: await desk.as.lead.case.head({ caseId }),
      view: await desk.as.lead.case.get({ caseId }),
      log: await desk.as.lead.case.log({ caseId, after: 0, limit: 1000 }),
      check: await desk.as.lead.case.verifyLog({ caseId }),
    });
    const before = await looks();
    await submit(desk.as.annotator, test);
    expect(await looks()).toEqual(before);
    expect(before.head).toEqual({ lastEvent: before.log.events.length, lastHash: "" });
    expect(before.check).toEqual({ ok: true, events: null, lastHash: null });
  });

  it("[B1] [E3] gives answers places without a gap, and the author the places of what they did", async () => {
    const { caseId } = test;
    const { lastEvent } = await desk.as.lead.case.head({ caseId });
    const mine = await submit(desk.as.annotator, test);
    expect(mine.change.lastEvent).toBe(lastEvent + 2);
    await addClaim(desk.as.lead, caseId, "Nobody was hurt.");
    expect((await desk.as.lead.case.head({ caseId })).lastEvent).toBe(lastEvent + 1);
    expect((await desk.as.annotator.case.head({ caseId })).lastEvent).toBe(lastEvent + 3);
    const { events } = await desk.as.lead.case.log({ caseId, after: lastEvent, limit: 10 });
    expect(events.map(({ number, kind }) => [number, kind])).toEqual([[lastEvent + 1, "claim.created"]]);
  });

  it("[B1] lets nobody review, challenge or adjudicate, its author least of all", async () => {
    await setOwnPolicy(desk, test, { requiredTags: 3, selfReview: true });
    const { tag } = await submit(desk.as.reviewer, test);
    const decide = { ...seen(test, tag), decision: "approve", reason: "" } as const;
    expect((await refusalOf(desk.as.lead.review.decide(decide))).code).toBe("NOT_FOUND");
    expect(await refusalOf(desk.as.reviewer.review.decide(decide))).toMatchObject({
      code: "REFUSED",
      message: expect.stringMatching(/blind until enough people/),
      details: { rule: "B1" },
    });
    const rule = { ...seen(test, tag), outcome: "uphold", cause: "edge_case", note: "" } as const;
    expect((await refusalOf(desk.as.lead.review.adjudicate(rule))).code).toBe("NOT_FOUND");
    expect((await refusalOf(desk.as.lead.tag.history({ caseId: test.caseId, tagId: tag.id }))).code).toBe("NOT_FOUND");
  });

  it("[B1] [T6] goes stale with its claim, and whoever rewords the claim is not told", async () => {
    const { tag } = await submit(desk.as.annotator, test);
    const { caseId, claim } = test;
    const wording = { text: "About 214 people were aboard.", type: "number", claimant: "" } as const;
    const m = { mutationId: newId(), caseId, claimId: claim.id, baseVersion: claim.version };
    const change = await desk.as.lead.claim.edit({ ...m, ...wording });
    expect(change).not.toHaveProperty("sealedHere");
    expect(change.tags ?? []).toEqual([]);
    expect(change.lastEvent).toBe((await desk.as.lead.case.head({ caseId })).lastEvent);
    expect((await tagsOf(desk.as.annotator, test))[0]).toMatchObject({ id: tag.id, state: "stale" });
  });
});

describe("the opening of a cell", () => {
  it("[B2] comes with the last tag that was required, and brings everybody what was hidden", async () => {
    const first = await submit(desk.as.annotator, test);
    const views = await Promise.all(everybody.map((name) => desk.as[name].case.get({ caseId: test.caseId })));
    const { change, tag } = await submit(desk.as.second, test);
    expect(change.openings).toMatchObject([{ claimId: test.claim.id, sourceId: test.source.id }]);
    expect(change.tags?.map(({ id }) => id).toSorted()).toEqual([first.tag.id, tag.id].toSorted());
    for (const [index, name] of everybody.entries()) {
      const fresh = await desk.as[name].case.get({ caseId: test.caseId });
      expect(fresh.tags.length, name).toBe(2);
      const laid = applyChange(views[index] as CaseView, { ...change, lastEvent: fresh.lastEvent });
      expect(laid.tags, name).toEqual(fresh.tags);
      expect(cellOf(fresh, test)).toMatchObject({ state: "awaiting_review", stance: "verified" });
    }
  });

  it("[E4] [B2] brings what was hidden to an answer that is told again, and changes nothing else in it", async () => {
    const { caseId, source, text } = test;
    const { tag } = await submit(desk.as.annotator, test);
    const hidden = await save(desk.as.second, test, say(test, "verified"));
    const content = { kind: "text", text: `${text}\n\nMore to follow.` } as const;
    const base = { sourceId: source.id, baseRevisionId: source.revision.id };
    const sent = { mutationId: newId(), caseId, ...base, content, completeness: "full" } as const;
    const first = await desk.as.annotator.source.revise(sent);
    expect(first.tags?.map(({ id }) => id)).toEqual([tag.id]);
    expect(await desk.as.annotator.source.revise(sent)).toEqual(first);
    await desk.as.second.tag.submit(ref(test, hidden));
    const again = await desk.as.annotator.source.revise(sent);
    expect(again.tags?.map(({ id }) => id)).toEqual([tag.id, hidden.id]);
    expect(differs("again", again, first)).toMatch(/^again\.tags\.1 /);
    expect(differsFromFirst("again", again, first)).toBeNull();
    const other = { ...again, tags: again.tags?.map((one) => ({ ...one, rationale: "Other words" })) };
    expect(differsFromFirst("other", other, first)).toMatch(/^other\.tags\.0\.rationale /);
    expect(differsFromFirst("lost", { ...again, tags: [] }, first)).toMatch(/^lost\.tags /);
  });

  it("[B2] [B4] with different stances makes the cell contested, and a lead can adjudicate it", async () => {
    const { tag } = await submit(desk.as.annotator, test);
    const rival = await submit(desk.as.second, test, "missing");
    const view = await desk.as.lead.case.get({ caseId: test.caseId });
    expect(cellOf(view, test)?.state).toBe("contested");
    const others = [{ tagId: rival.tag.id, tagVersion: rival.tag.version }];
    const rule = { ...seen(test, tag), others, outcome: "uphold", cause: "edge_case", note: "" } as const;
    expect((await desk.as.lead.review.adjudicate(rule)).adjudications).toHaveLength(1);
  });

  it("[B2] [T4] approves equal stances where the policy says so, by the policy's word and nobody's", async () => {
    await setOwnPolicy(desk, test, { requiredTags: 2, autoAccept: true });
    const first = await submit(desk.as.annotator, test);
    const { change } = await submit(desk.as.second, test);
    const reason = "Approved by the policy: 2 independent tags agree on verified.";
    expect(change.tags?.map(({ state, stateReason }) => [state, stateReason])).toEqual([
      ["approved", reason],
      ["approved", reason],
    ]);
    expect(change.reviews ?? []).toEqual([]);
    const { events } = await desk.as.lead.tag.history({ caseId: test.caseId, tagId: first.tag.id });
    expect(events.map(({ kind }) => kind)).toEqual(["tag.created", "tag.submitted", "tag.accepted"]);
    expect(events.at(-1)).toMatchObject({ reason, payload: { by: "policy", from: "submitted", to: "approved" } });
  });

  it("[B2] leaves different stances alone where the policy approves equal ones", async () => {
    await setOwnPolicy(desk, test, { requiredTags: 2, autoAccept: true });
    await submit(desk.as.annotator, test);
    const { change } = await submit(desk.as.second, test, "missing");
    expect(change.tags?.map(({ state }) => state)).toEqual(["submitted", "submitted"]);
  });

  it("[B2] does not count drafts, and tags that a rewording made stale until they are reaffirmed", async () => {
    const { tag } = await submit(desk.as.annotator, test);
    const { caseId, claim } = test;
    const wording = { text: "214 people were on board.", type: "number", claimant: "" } as const;
    const edit = { mutationId: newId(), caseId, claimId: claim.id, baseVersion: claim.version };
    await desk.as.lead.claim.edit({ ...edit, ...wording });
    const reworded = { ...test, claim: { ...claim, version: claim.version + 1 } };
    await save(desk.as.lead, reworded, say(test, "verified"));
    const { change } = await submit(desk.as.second, reworded);
    expect(change.openings).toBeUndefined();
    const again = await desk.as.annotator.tag.reaffirm(reread(test, tag, 2));
    expect(again.openings).toHaveLength(1);
    expect(again.tags?.map(({ state }) => state).toSorted()).toEqual(["draft", "submitted", "submitted"]);
  });

  it("[B2] happens once when the last two submit at the same moment", async () => {
    const [one, other] = await Promise.all([
      save(desk.as.annotator, test, say(test, "verified")),
      save(desk.as.second, test, say(test, "verified")),
    ]);
    const answers = await Promise.all([
      desk.as.annotator.tag.submit(ref(test, one)),
      desk.as.second.tag.submit(ref(test, other)),
    ]);
    expect(answers.map(({ openings }) => openings?.length ?? 0).toSorted()).toEqual([0, 1]);
    const { events } = await desk.as.lead.case.log({ caseId: test.caseId, after: 0, limit: 1000 });
    expect(events.filter(({ kind }) => kind === "cell.opened")).toHaveLength(1);
    const checked = await desk.as.lead.case.verifyLog({ caseId: test.caseId });
    expect(checked).toMatchObject({ ok: true, events: events.length });
  });

  it("[B2] opens many cells that one submission completes", async () => {
    const other = { ...test, claim: await addClaim(desk.as.lead, test.caseId, "Nobody was hurt.") };
    for (const cell of [test, other]) await submit(desk.as.annotator, cell);
    const items = [];
    for (const cell of [test, other]) {
      const { id: tagId, version: baseVersion } = await save(desk.as.second, cell, say(cell, "verified"));
      items.push({ tagId, baseVersion });
    }
    const change = await desk.as.second.tag.submitMany({ mutationId: newId(), caseId: test.caseId, items });
    expect(change.openings).toHaveLength(2);
    expect(change.tags).toHaveLength(4);
  });

  it("[B3] marks what is written after it, and nothing before", async () => {
    const { tag } = await submit(desk.as.annotator, test);
    expect(tag.postReveal).toBe(false);
    await submit(desk.as.second, test, "missing");
    const content = { ...say(test, "missing"), rationale: "On a second look." };
    const changed = await save(desk.as.annotator, test, content, { id: tag.id, baseVersion: tag.version });
    expect(changed.postReveal).toBe(true);
    const { versions } = await desk.as.lead.tag.history({ caseId: test.caseId, tagId: tag.id });
    expect(versions.map(({ postReveal }) => postReveal)).toEqual([false, true]);
    const late = await save(desk.as.lead, test, say(test, "verified"));
    expect(late.postReveal, "a tag that is new after the reveal").toBe(true);
  });

  it("[E2] leaves the whole log verifiable, and everybody's log whole when nothing is blind any more", async () => {
    await submit(desk.as.annotator, test);
    await submit(desk.as.second, test);
    const { caseId } = test;
    const { events } = await desk.as.viewer.case.log({ caseId, after: 0, limit: 1000 });
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
    expect(events.map(({ prevHash }) => prevHash).slice(1)).toEqual(events.map(({ hash }) => hash).slice(0, -1));
    expect(await desk.as.viewer.case.verifyLog({ caseId })).toMatchObject({ ok: true, events: events.length });
  });

  it("[B2] of cells that have enough comes with a lower number of tags", async () => {
    await setOwnPolicy(desk, test, { requiredTags: 3 });
    const { tag } = await submit(desk.as.annotator, test);
    const other = { ...test, claim: await addClaim(desk.as.lead, test.caseId, "Nobody was hurt.") };
    await submit(desk.as.annotator, other);
    await submit(desk.as.second, test);
    const lower = await setOwnPolicy(desk, test, { requiredTags: 2 });
    expect(lower.openings).toMatchObject([{ claimId: test.claim.id }]);
    expect(lower.tags).toHaveLength(2);
    expect(await tagsOf(desk.as.viewer, test)).toHaveLength(2);
    const none = await setOwnPolicy(desk, test, { requiredTags: 1 });
    expect(none.openings).toHaveLength(2);
    expect(await tagsOf(desk.as.viewer, test)).toHaveLength(3);
    const { postReveal } = await save(desk.as.annotator, test, { ...say(test, "verified"), rationale: "More." }, {
      id: tag.id,
      baseVersion: tag.version,
    });
    expect(postReveal).toBe(true);
    const again = await setOwnPolicy(desk, test, { requiredTags: 2 });
    expect(again.lastEvent).toBeGreaterThan(none.lastEvent);
    expect(await tagsOf(desk.as.viewer, test), "what has opened is open for good").toHaveLength(3);
  });
});

describe("a case without blind cells", () => {
  it("has one counting, the log's own", async () => {
    const plain = await openCase(desk);
    await submitted(desk.as.annotator, plain);
    const { lastEvent, lastHash } = await desk.as.second.case.get({ caseId: plain.caseId });
    const { events } = await desk.as.second.case.log({ caseId: plain.caseId, after: 0, limit: 1000 });
    expect([lastEvent, lastHash]).toEqual([events.at(-1)?.number, events.at(-1)?.hash]);
    expect(events.some(({ payload }) => "sealedFor" in payload)).toBe(false);
  });
});

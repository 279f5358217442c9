import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cellApart,
  approved,
  only,
  openCase,
  openDesk,
  ref,
  reread,
  refusalOf,
  save,
  saveChange,
  say,
  seen,
  submitted,
} from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const freshCell = () => cellApart(desk, test);

describe("the author's tag", () => {
  it("[T1] gets a new version with each edit, and keeps the old ones", async () => {
    const cell = await freshCell();
    const { annotator } = desk.as;
    const first = await save(annotator, cell, say(cell, "verified"));
    const content = { ...say(cell, "disputed"), rationale: "On second thought." };
    const second = await save(annotator, cell, content, { id: first.id, baseVersion: 1 });
    expect(second).toMatchObject({ id: first.id, version: 2, stance: "disputed", state: "draft" });
    const { versions } = await annotator.tag.history({ caseId: cell.caseId, tagId: first.id });
    expect(versions.map(({ version, stance }) => [version, stance])).toEqual([
      [1, "verified"],
      [2, "disputed"],
    ]);
    expect(versions[0]?.evidence).toEqual(first.evidence);
  });

  it("[T1] is nobody else's to edit, submit or withdraw, not even a lead's", async () => {
    const cell = await freshCell();
    const tag = await save(desk.as.annotator, cell, say(cell, "verified"));
    const { lead } = desk.as;
    const edit = saveChange(lead, cell, say(cell, "disputed"), { id: tag.id, baseVersion: 1 });
    expect(await refusalOf(edit)).toMatchObject({ code: "REFUSED", details: { rule: "T1" } });
    for (const action of ["submit", "withdraw", "restore"] as const) {
      expect(await refusalOf(lead.tag[action](ref(cell, tag))), action).toMatchObject({ details: { rule: "T1" } });
    }
    expect(await refusalOf(lead.tag.reaffirm(reread(cell, tag)))).toMatchObject({ details: { rule: "T1" } });
  });

  it("is one per person and cell: a second one is a conflict that shows the first", async () => {
    const cell = await freshCell();
    const first = await save(desk.as.annotator, cell, say(cell, "verified"));
    const yours = say(cell, "disputed");
    const refusal = await refusalOf(saveChange(desk.as.annotator, cell, yours));
    expect(refusal).toMatchObject({ code: "CONFLICT", details: { current: first, yours: { stance: "disputed" } } });
    const others = await save(desk.as.second, cell, say(cell, "disputed"));
    expect(others.id).not.toBe(first.id);
  });

  it("[E5] loses neither text when two windows save on the same version", async () => {
    const cell = await freshCell();
    const { annotator } = desk.as;
    const { id } = await save(annotator, cell, say(cell, "verified"));
    const texts = ["From the left window.", "From the right window."];
    const results = await Promise.allSettled(
      texts.map((rationale) =>
        saveChange(annotator, cell, { ...say(cell, "verified"), rationale }, { id, baseVersion: 1 }),
      ),
    );
    const lost = results.findIndex(({ status }) => status === "rejected");
    const failed = results[lost];
    if (failed?.status !== "rejected") throw new Error("Both saves went through");
    const refusal = await refusalOf(Promise.reject(failed.reason));
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      details: { current: { version: 2, rationale: texts[1 - lost] }, yours: { rationale: texts[lost] } },
    });
  });

  it("makes no version of an edit that changes nothing", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    const same = await save(desk.as.annotator, cell, say(cell, "verified"), { id: tag.id, baseVersion: 1 });
    expect(same).toEqual(tag);
  });

  it("[T3] goes from changes requested to draft by an edit, and only then to review again", async () => {
    const cell = await freshCell();
    const { annotator, reviewer } = desk.as;
    const tag = await submitted(annotator, cell);
    await reviewer.review.decide({ ...seen(cell, tag), decision: "request_changes", reason: "Which operator?" });
    const early = await refusalOf(annotator.tag.submit(ref(cell, tag)));
    expect(early).toMatchObject({ code: "REFUSED", details: { rule: "T3" } });
    const content = { ...say(cell, "verified"), rationale: "The ferry's." };
    const edited = await save(annotator, cell, content, { id: tag.id, baseVersion: 1 });
    expect(edited).toMatchObject({ state: "draft", version: 2 });
    expect(only((await annotator.tag.submit(ref(cell, edited))).tags).state).toBe("submitted");
  });

  it("[T6] turns from approved to stale when it is edited, [T9] and is submitted from there", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    const content = { ...say(cell, "verified"), rationale: "More." };
    const edited = await save(desk.as.annotator, cell, content, { id: tag.id, baseVersion: 1 });
    expect(edited).toMatchObject({ state: "stale", version: 2 });
    expect(only((await desk.as.annotator.tag.submit(ref(cell, edited))).tags).state).toBe("submitted");
  });

  it("[T7] [T9] is withdrawn from any state, stays, and comes back as a draft", async () => {
    const cell = await freshCell();
    const { annotator } = desk.as;
    const tag = await approved(desk, cell);
    const gone = only((await annotator.tag.withdraw(ref(cell, tag))).tags);
    expect(gone).toMatchObject({ state: "withdrawn", version: 1, evidence: tag.evidence });
    expect((await annotator.tag.history({ caseId: cell.caseId, tagId: tag.id })).reviews).toHaveLength(1);
    expect(only((await annotator.tag.restore(ref(cell, gone))).tags).state).toBe("draft");
  });

  it("[T9] comes back by tagging the cell anew, with a new version", async () => {
    const cell = await freshCell();
    const { annotator } = desk.as;
    const tag = await submitted(annotator, cell);
    await annotator.tag.withdraw(ref(cell, tag));
    const again = await save(annotator, cell, say(cell, "disputed"));
    expect(again).toMatchObject({ id: tag.id, version: 2, state: "draft", stance: "disputed" });
  });
});

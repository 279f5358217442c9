import { canonicalJson } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cellApart,
  approved,
  newId,
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

const reword = (cell: TestCase, text = "215 people were aboard.") => {
  const { id: claimId, version: baseVersion, type, claimant } = cell.claim;
  return { mutationId: newId(), caseId: cell.caseId, claimId, baseVersion, text, type, claimant };
};

describe("a reworded claim", () => {
  it("[T6] turns approved and submitted tags stale, each with an event, and leaves drafts", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    const waiting = await submitted(desk.as.second, cell);
    const draft = await save(desk.as.lead, cell, say(cell, "verified"));
    const change = await desk.as.reviewer.claim.edit(reword(cell));
    const states = new Map(change.tags?.map(({ id, state }) => [id, state]));
    expect(states).toEqual(
      new Map([
        [tag.id, "stale"],
        [waiting.id, "stale"],
      ]),
    );
    const { events } = await desk.as.viewer.tag.history({ caseId: cell.caseId, tagId: tag.id });
    expect(events.at(-1)).toMatchObject({ kind: "tag.staled", payload: { from: "approved", to: "stale" } });
    const late = desk.as.reviewer.review.decide({ ...seen(cell, waiting), decision: "approve", reason: "" });
    expect((await refusalOf(late)).code).toBe("REFUSED");
    const view = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(view.tags.find(({ id }) => id === draft.id)?.state).toBe("draft");
    const unread = await refusalOf(desk.as.lead.tag.submit(ref(cell, draft)));
    expect(unread).toMatchObject({ code: "REFUSED", details: { rule: "T6" } });
  });

  it("leaves tags alone when only its type or claimant changed", async () => {
    const cell = await freshCell();
    await approved(desk, cell);
    const { text } = cell.claim;
    const change = await desk.as.annotator.claim.edit({ ...reword(cell, text), type: "event", claimant: "Varga" });
    expect(change.tags).toBeUndefined();
    expect(only(change.claims)).toMatchObject({ version: 2, type: "event", claimant: "Varga" });
  });

  it("[T6] [V4] lifts a verdict set by hand and a rating, which were given to other words, and says why", async () => {
    const cell = await freshCell();
    const { caseId, claim } = cell;
    const read = { caseId, claimId: claim.id, claimVersion: 1 };
    const overrideId = newId();
    const override = { ...read, id: overrideId, replaces: null, verdict: "refuted", reason: "The log." } as const;
    await desk.as.lead.verdict.override({ mutationId: newId(), ...override });
    const rating = { ...read, id: newId(), baseVersion: 0, entryId: "true", justification: "The operator says so." };
    await desk.as.annotator.rating.set({ mutationId: newId(), ...rating });
    const typed = await desk.as.annotator.claim.edit({ ...reword(cell, claim.text), type: "event" });
    expect(typed).not.toHaveProperty("ratings");
    const { lastEvent: before } = await desk.as.viewer.case.get({ caseId });
    const change = await desk.as.reviewer.claim.edit({ ...reword(cell), baseVersion: 2 });
    expect(change).toMatchObject({ removedOverrides: [overrideId], ratings: [{ entryId: null, justification: "", version: 2 }] });
    const view = await desk.as.viewer.case.get({ caseId });
    expect(view.overrides.filter(({ claimId }) => claimId === claim.id)).toEqual([]);
    expect(view.ratings.filter(({ claimId }) => claimId === claim.id)).toEqual(change.ratings);
    const { events } = await desk.as.viewer.case.log({ caseId, after: before, limit: 10 });
    const reason = "The claim was reworded after this was decided.";
    expect(events.slice(1).map((event) => [event.kind, event.reason])).toEqual([["verdict.restored", reason], ["rating.lifted", reason]]);
    const { workspaceId } = desk;
    const toldTo = async (name: "annotator" | "lead") => {
      const { items } = await desk.as[name].notification.list({ workspaceId, unreadOnly: false, after: null, limit: 50 });
      return items.filter((item) => item.caseId === caseId && item.text.includes("old words")).map(({ text }) => text);
    };
    expect(await toldTo("lead")).toEqual([expect.stringContaining("Your verdict, refuted, was given for the old words")]);
    expect(await toldTo("annotator")).toEqual([expect.stringContaining("Your rating “True” was given for the old words")]);
    const history = await desk.as.viewer.rating.history({ caseId, ratingId: only(change.ratings).id });
    expect(history.map(({ label }) => label)).toEqual(["", "True"]);
  });

  it("[T6] [E5] is not rated, nor its verdict set, by somebody who still reads the old wording", async () => {
    const cell = await freshCell();
    const { caseId, claim } = cell;
    await desk.as.reviewer.claim.edit(reword(cell));
    const read = { caseId, claimId: claim.id, claimVersion: 1 };
    const override = { ...read, id: newId(), replaces: null, verdict: "refuted", reason: "The log." } as const;
    const rating = { ...read, id: newId(), baseVersion: 0, entryId: "true", justification: "The operator says so." };
    for (const call of [
      desk.as.lead.verdict.override({ mutationId: newId(), ...override }),
      desk.as.annotator.rating.set({ mutationId: newId(), ...rating }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: "REFUSED", details: { rule: "T6" } });
    }
  });

  it("[T9] is judged anew by reaffirming: same words, new version, then review", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    await desk.as.reviewer.claim.edit(reword(cell));
    const change = await desk.as.annotator.tag.reaffirm(reread(cell, tag, 2));
    const reaffirmed = only(change.tags);
    expect(reaffirmed).toMatchObject({ state: "submitted", version: 2, claimVersion: 2, stateReason: "" });
    expect(canonicalJson(reaffirmed.evidence)).toBe(canonicalJson(tag.evidence));
    const old = desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    expect((await refusalOf(old)).code).toBe("STALE_REVIEW");
  });

  it("[T6] [E5] is not reaffirmed in a wording that came after its author had looked", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    await desk.as.reviewer.claim.edit(reword(cell));
    const again = { ...reword(cell, "241 people were aboard."), baseVersion: 2 };
    await desk.as.reviewer.claim.edit(again);
    const refusal = await refusalOf(desk.as.annotator.tag.reaffirm(reread(cell, tag, 2)));
    expect(refusal).toMatchObject({ code: "REFUSED", details: { rule: "T6" } });
    await desk.as.reviewer.claim.edit({ ...again, mutationId: newId(), baseVersion: 3, type: "event" });
    const change = await desk.as.annotator.tag.reaffirm(reread(cell, tag, 3));
    expect(only(change.tags)).toMatchObject({ state: "submitted", claimVersion: 4 });
  });

  it("[E5] is not tagged by somebody who still reads the old wording", async () => {
    const cell = await freshCell();
    const change = await desk.as.reviewer.claim.edit(reword(cell));
    const yours = say(cell, "verified");
    const refusal = await refusalOf(saveChange(desk.as.annotator, cell, yours));
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      details: { currentClaim: only(change.claims), yours: { stance: "verified" }, current: null },
    });
  });

  it("[E5] shows both wordings when two people reword it", async () => {
    const cell = await freshCell();
    await desk.as.reviewer.claim.edit(reword(cell, "By the reviewer."));
    const refusal = await refusalOf(desk.as.annotator.claim.edit(reword(cell, "By the annotator.")));
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      details: { current: { text: "By the reviewer.", version: 2 }, yours: { text: "By the annotator." } },
    });
    const { versions } = await desk.as.viewer.claim.history({ caseId: cell.caseId, claimId: cell.claim.id });
    expect(versions.map((one) => one.text)).toEqual([cell.claim.text, "By the reviewer."]);
  });

  it("[T7] keeps its tags when withdrawn, and takes no more work until it is restored", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const { id: claimId } = cell.claim;
    const move = () => ({ mutationId: newId(), caseId: cell.caseId, claimId, baseVersion: 1 });
    expect(only((await desk.as.annotator.claim.withdraw(move())).claims).withdrawn).toBe(true);
    const approve = { decision: "approve", reason: "" } as const;
    const refused = await refusalOf(desk.as.reviewer.review.decide({ ...seen(cell, tag), ...approve }));
    expect(refused.message).toMatch(/is withdrawn\. Restore it first/);
    expect((await refusalOf(desk.as.annotator.claim.withdraw(move()))).code).toBe("REFUSED");
    expect(only((await desk.as.annotator.claim.restore(move())).claims).withdrawn).toBe(false);
    const change = await desk.as.reviewer.review.decide({ ...seen(cell, tag), ...approve });
    expect(only(change.tags).state).toBe("approved");
  });
});

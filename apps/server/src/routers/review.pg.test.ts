import { deriveCells } from "@assay/domain";
import type { Stance } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cellApart,
  newId,
  only,
  openCase,
  openDesk,
  refusalOf,
  save,
  saveChange,
  say,
  seen,
  submitted,
} from "../testing/desk.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const freshCell = () => cellApart(desk, test);

async function cellOf({ caseId, claim, source }: TestCase) {
  return deriveCells(await desk.as.viewer.case.get({ caseId }))
    .get(claim.id)
    ?.get(source.id);
}

const ruling = { cause: "ambiguous_text", note: "Read again." } as const;

describe("a review", () => {
  it("[T2] approves a submitted tag, and settles its cell", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const change = await desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    expect(only(change.tags).state).toBe("approved");
    expect(only(change.reviews)).toMatchObject({ tagVersion: 1, reviewerId: desk.people.reviewer.id });
    expect(await cellOf(cell)).toMatchObject({ state: "settled", stance: "verified" });
  });

  it.each(["owner", "lead", "reviewer"] as const)("[T4] is never one's own: %s", async (role) => {
    const cell = await freshCell();
    const tag = await submitted(desk.as[role], cell);
    for (const decision of ["approve", "request_changes"] as const) {
      const own = desk.as[role].review.decide({ ...seen(cell, tag), decision, reason: "Fine" });
      expect(await refusalOf(own)).toMatchObject({ code: "REFUSED", details: { rule: "T4" } });
    }
  });

  it("[T5] of a version that moved on is refused with both versions", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const rationale = "Changed while the reviewer read.";
    const content = { ...say(cell, "disputed"), rationale };
    await save(desk.as.annotator, cell, content, { id: tag.id, baseVersion: 1 });
    const refusal = await refusalOf(
      desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" }),
    );
    expect(refusal).toMatchObject({
      code: "STALE_REVIEW",
      details: { seen: { version: 1, stance: "verified" }, current: { version: 2, stance: "disputed", rationale } },
    });
  });

  it("[T5] and an edit at the same moment never both succeed on the same version", async () => {
    for (let round = 0; round < 5; round += 1) {
      const cell = await freshCell();
      const tag = await submitted(desk.as.annotator, cell);
      const content = { ...say(cell, "disputed"), rationale: "Meanwhile." };
      await Promise.allSettled([
        desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" }),
        saveChange(desk.as.annotator, cell, content, { id: tag.id, baseVersion: 1 }),
      ]);
      const view = await desk.as.viewer.case.get({ caseId: cell.caseId });
      const after = view.tags.find(({ id }) => id === tag.id);
      // Approved and then edited is stale; edited first, the approval of the old version is refused.
      expect(["stale", "draft"]).toContain(after?.state);
      expect(after?.version).toBe(2);
    }
  });

  it("[T8] that sends a tag back says why", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const silent = { decision: "request_changes", reason: "  \n " } as const;
    expect((await refusalOf(desk.as.reviewer.review.decide({ ...seen(cell, tag), ...silent }))).code).toBe("REFUSED");
    const spoken = { decision: "request_changes", reason: "Quote the operator." } as const;
    const change = await desk.as.reviewer.review.decide({ ...seen(cell, tag), ...spoken });
    expect(only(change.tags)).toMatchObject({ state: "changes_requested", stateReason: "Quote the operator." });
  });

  it("as a comment changes no state, and the author may answer", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.annotator, cell);
    const comment = { decision: "comment", reason: "Which deck?" } as const;
    const change = await desk.as.reviewer.review.decide({ ...seen(cell, tag), ...comment });
    expect(only(change.tags)).toEqual(tag);
    await desk.as.annotator.review.decide({ ...seen(cell, tag), ...comment, reason: "The car deck." });
    const { reviews } = await desk.as.viewer.tag.history({ caseId: cell.caseId, tagId: tag.id });
    expect(reviews.map(({ reason }) => reason)).toEqual(["Which deck?", "The car deck."]);
  });
});

describe("an adjudication", () => {
  async function challenged(cell: TestCase, by: Caller = desk.as.reviewer, proposedStance: Stance = "disputed") {
    const tag = await submitted(desk.as.annotator, cell);
    const challenge = { decision: "challenge", reason: "It counts the crew.", proposedStance } as const;
    return only((await by.review.decide({ ...seen(cell, tag), ...challenge })).tags);
  }

  it("[A1] settles a challenge, and is not for author, challenger or reviewer", async () => {
    const cell = await freshCell();
    const tag = await challenged(cell, desk.as.owner);
    expect(tag).toMatchObject({ state: "challenged", stateReason: "It counts the crew." });
    expect(await cellOf(cell)).toMatchObject({ state: "contested" });
    const uphold = { outcome: "uphold", ...ruling } as const;
    const byChallenger = desk.as.owner.review.adjudicate({ ...seen(cell, tag), ...uphold });
    expect(await refusalOf(byChallenger)).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
    expect((await refusalOf(desk.as.reviewer.review.adjudicate({ ...seen(cell, tag), ...uphold }))).code).toBe(
      "FORBIDDEN",
    );
    const change = await desk.as.lead.review.adjudicate({ ...seen(cell, tag), ...uphold });
    expect(only(change.tags).state).toBe("approved");
    expect(await cellOf(cell)).toMatchObject({ state: "settled", stance: "verified" });
  });

  it("[A2] that overturns lets the other stance stand, with its reason, and keeps the losing version", async () => {
    const cell = await freshCell();
    const tag = await challenged(cell);
    const overturn = { outcome: "overturn", stance: "disputed", ...ruling } as const;
    const change = await desk.as.lead.review.adjudicate({ ...seen(cell, tag), ...overturn });
    expect(only(change.tags)).toMatchObject({ state: "overturned", stance: "verified", stateReason: "Read again." });
    expect(only(change.adjudications)).toMatchObject({ outcome: "overturn", stance: "disputed", tagVersion: 1 });
    expect(await cellOf(cell)).toMatchObject({ state: "settled", stance: "disputed" });
  });

  it("[A2] that finds too little sends the tag back", async () => {
    const cell = await freshCell();
    const tag = await challenged(cell);
    const change = await desk.as.lead.review.adjudicate({ ...seen(cell, tag), outcome: "insufficient", ...ruling });
    expect(only(change.tags).state).toBe("changes_requested");
  });

  it("[A3] that overrules everybody needs a note", async () => {
    const cell = await freshCell();
    const tag = await challenged(cell);
    const overrule = { outcome: "overturn", stance: "missing", cause: "subjective", note: "" } as const;
    const refusal = await refusalOf(desk.as.lead.review.adjudicate({ ...seen(cell, tag), ...overrule }));
    expect(refusal).toMatchObject({ code: "REFUSED", details: { rule: "A3", field: "note" } });
  });

  it("[B4] opens when two people's submitted tags differ, and not for one of them", async () => {
    const cell = await freshCell();
    const first = await submitted(desk.as.annotator, cell, "verified");
    const uphold = { outcome: "uphold", ...ruling } as const;
    const early = await refusalOf(desk.as.lead.review.adjudicate({ ...seen(cell, first), ...uphold }));
    expect(early).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
    const rival = await submitted(desk.as.owner, cell, "disputed");
    expect(await cellOf(cell)).toMatchObject({ state: "contested" });
    const byParty = await refusalOf(desk.as.owner.review.adjudicate({ ...seen(cell, first), ...uphold }));
    expect(byParty).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
    const others = [{ tagId: rival.id, tagVersion: rival.version }];
    await desk.as.lead.review.adjudicate({ ...seen(cell, first), ...uphold, others });
    expect(await cellOf(cell)).toMatchObject({ state: "settled", stance: "verified" });
    const overturn = { outcome: "overturn", stance: "verified", ...ruling } as const;
    const again = await refusalOf(desk.as.lead.review.adjudicate({ ...seen(cell, rival), ...overturn }));
    expect(again).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
    const view = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(view.tags.find(({ id }) => id === rival.id)).toEqual(rival);
  });

  it("[T5] of a version that moved on is refused with both versions", async () => {
    const cell = await freshCell();
    const tag = await challenged(cell);
    const old = { ...seen(cell, tag), tagVersion: 7, outcome: "uphold", ...ruling } as const;
    expect(await refusalOf(desk.as.lead.review.adjudicate(old))).toMatchObject({
      code: "STALE_REVIEW",
      details: { seen: null, current: { id: tag.id, version: 1 } },
    });
  });
});

describe("an override of a verdict", () => {
  it("[V4] stores reason, author and rule version, replaces an earlier one, and is lifted once", async () => {
    const { claim, caseId } = await freshCell();
    const m = (replaces: string | null = null) => ({ mutationId: newId(), caseId, claimVersion: 1, replaces });
    const { lead } = desk.as;
    const silent = lead.verdict.override({ ...m(), id: newId(), claimId: claim.id, verdict: "refuted", reason: " " });
    expect((await refusalOf(silent)).code).toBe("INVALID");
    const [first, second] = [newId(), newId()];
    await lead.verdict.override({ ...m(), id: first, claimId: claim.id, verdict: "refuted", reason: "Archive" });
    const blindly = lead.verdict.override({ ...m(), id: second, claimId: claim.id, verdict: "supported", reason: "Log" });
    expect(await refusalOf(blindly)).toMatchObject({
      code: "CONFLICT",
      details: { current: { id: first, reason: "Archive" }, yours: { reason: "Log" } },
    });
    const change = await lead.verdict.override({
      ...m(first),
      id: second,
      claimId: claim.id,
      verdict: "supported",
      reason: "Log",
    });
    expect(change.removedOverrides).toEqual([first]);
    const { overrides } = await desk.as.viewer.case.get({ caseId });
    const own = overrides.filter(({ claimId }) => claimId === claim.id);
    expect(only(own)).toMatchObject({ id: second, reason: "Log", authorId: desk.people.lead.id, ruleVersion: 1 });
    const lift = () => lead.verdict.lift({ mutationId: newId(), caseId, overrideId: second });
    await lift();
    expect((await refusalOf(lift())).details.rule).toBe("V4");
  });
});

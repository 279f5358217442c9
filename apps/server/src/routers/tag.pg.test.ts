import { canonicalJson } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, approved, newId, only, openCase, openDesk, ref, refusalOf, save, saveChange, say, seen, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

/** The same source with another claim: a cell of its own for each test. */
async function freshCell(): Promise<TestCase> {
  return { ...test, claim: await addClaim(desk.as.annotator, test.caseId, `A claim ${newId()}`) };
}

const reword = (cell: TestCase, text = "215 people were aboard.") => {
  const { id: claimId, version: baseVersion, type, claimant } = cell.claim;
  return { mutationId: newId(), caseId: cell.caseId, claimId, baseVersion, text, type, claimant };
};

describe("a tag that lacks something", () => {
  it.each([
    ["S1", "verified", /A verified tag needs a passage/],
    ["S2", "disputed", /A disputed tag needs a passage/],
    ["S3", "missing", /needs an attestation/],
  ] as const)("[%s] [S5] is kept as a %s draft and refused on submission, by name", async (rule, stance, words) => {
    const cell = await freshCell();
    const content = { ...say(cell, stance), evidence: [], attestation: null };
    const tag = await save(desk.as.annotator, cell, content);
    expect(tag).toMatchObject({ state: "draft", stance, evidence: [] });
    const refusal = await refusalOf(desk.as.annotator.tag.submit(ref(cell, tag)));
    expect(refusal).toMatchObject({ code: "REFUSED", details: { rule } });
    expect(refusal.message).toMatch(words);
    const after = await desk.as.annotator.case.get({ caseId: cell.caseId });
    expect(after.tags.find(({ id }) => id === tag.id)).toEqual(tag);
  });

  it("[S3] is refused as missing with a passage, without a full reading, and for another revision", async () => {
    const { annotator } = desk.as;
    const cell = await freshCell();
    const complete = say(cell, "missing");
    const attestation = complete.attestation ?? { revisionSha256: "", readInFull: true, searchTerms: [] };
    const lacking = [
      { ...complete, evidence: say(cell, "verified").evidence },
      { ...complete, attestation: { ...attestation, readInFull: false } },
      { ...complete, attestation: { ...attestation, revisionSha256: "0".repeat(64) } },
    ];
    let baseVersion = 0;
    const id = newId();
    for (const content of lacking) {
      const tag = await save(annotator, cell, content, { id, baseVersion });
      baseVersion = tag.version;
      expect((await refusalOf(annotator.tag.submit(ref(cell, tag)))).details.rule).toBe("S3");
    }
  });

  it("[S3] is refused as missing on a partial revision", async () => {
    const { annotator } = desk.as;
    const { revision: _, id: __, number: ___, version: ____, createdBy: _____, createdAt: ______, ...meta } = test.source;
    const content = { kind: "text", text: "The first part of a longer text." } as const;
    const added = await annotator.source.add({
      mutationId: newId(), caseId: test.caseId, id: newId(), content, meta, completeness: "partial",
    });
    const source = only(added.sources);
    const cell = { ...(await freshCell()), source };
    const tag = await save(annotator, cell, say(cell, "missing"));
    const refusal = await refusalOf(annotator.tag.submit(ref(cell, tag)));
    expect(refusal).toMatchObject({ code: "REFUSED", details: { rule: "S3" } });
    expect(refusal.message).toMatch(/partial/);
  });

  it("submits what it can of many, and says of the rest what it lacks", async () => {
    const { annotator } = desk.as;
    const [first, second] = [await freshCell(), await freshCell()];
    const good = await save(annotator, first, say(first, "verified"));
    const bad = await save(annotator, second, { ...say(second, "verified"), evidence: [] });
    const items = [good, bad].map((tag) => ({ tagId: tag.id, baseVersion: tag.version }));
    const change = await annotator.tag.submitMany({ mutationId: newId(), caseId: test.caseId, items });
    expect(only(change.tags)).toMatchObject({ id: good.id, state: "submitted" });
    expect(only(change.refused)).toMatchObject({ tagId: bad.id });
    expect(only(change.refused).reason).toMatch(/needs a passage/);
  });
});

describe("evidence", () => {
  const refuse = async (change: object) => {
    const cell = await freshCell();
    const content = say(cell, "verified");
    const evidence = content.evidence.map((passage) => ({ ...passage, ...change }));
    return refusalOf(saveChange(desk.as.annotator, cell, { ...content, evidence }));
  };

  it("[X1] is refused where its words are not those of the source", async () => {
    expect(await refuse({ exact: "215 people aboard" })).toMatchObject({ code: "INVALID", details: { rule: "X1" } });
    expect(await refuse({ start: 5, end: 22 })).toMatchObject({ code: "INVALID", details: { rule: "X1" } });
    const past = test.text.length;
    expect(await refuse({ start: past, end: past + 17 })).toMatchObject({ code: "INVALID", details: { rule: "X1" } });
  });

  it("is refused when nothing is selected", async () => {
    expect(await refuse({ start: 9, end: 9, exact: "" })).toMatchObject({ code: "INVALID" });
    expect(await refuse({ start: 9, end: 8 })).toMatchObject({ code: "INVALID" });
  });

  it("[X3] is refused where it splits a character", async () => {
    const ship = test.text.indexOf("🚢");
    const half = { start: ship + 1, end: ship + 3, exact: test.text.slice(ship + 1, ship + 3) };
    expect(await refuse(half)).toMatchObject({ code: "INVALID", details: { rule: "X3" } });
  });

  it("may run over two blocks, and takes its surroundings from the source, not from the client", async () => {
    const cell = await freshCell();
    const start = test.text.indexOf("Kelm");
    const end = test.text.indexOf("ferry Aurora");
    const exact = test.text.slice(start, end);
    const passage = { id: newId(), role: "supports" as const, start, end, exact, prefix: "forged", suffix: "forged" };
    const tag = await save(desk.as.annotator, cell, { ...say(cell, "verified"), evidence: [passage] });
    expect(only(tag.evidence)).toMatchObject({
      start,
      end,
      exact,
      prefix: test.text.slice(Math.max(0, start - 32), start),
      suffix: test.text.slice(end, end + 32),
      state: "exact",
    });
  });
});

describe("the author's tag", () => {
  it("[T1] gets a new version with each edit, and keeps the old ones", async () => {
    const cell = await freshCell();
    const { annotator } = desk.as;
    const first = await save(annotator, cell, say(cell, "verified"));
    const content = { ...say(cell, "disputed"), rationale: "On second thought." };
    const second = await save(annotator, cell, content, { id: first.id, baseVersion: 1 });
    expect(second).toMatchObject({ id: first.id, version: 2, stance: "disputed", state: "draft" });
    const { versions } = await annotator.tag.history({ caseId: cell.caseId, tagId: first.id });
    expect(versions.map(({ version, stance }) => [version, stance])).toEqual([[1, "verified"], [2, "disputed"]]);
    expect(versions[0]?.evidence).toEqual(first.evidence);
  });

  it("[T1] is nobody else's to edit, submit or withdraw, not even a lead's", async () => {
    const cell = await freshCell();
    const tag = await save(desk.as.annotator, cell, say(cell, "verified"));
    const { lead } = desk.as;
    const edit = saveChange(lead, cell, say(cell, "disputed"), { id: tag.id, baseVersion: 1 });
    expect(await refusalOf(edit)).toMatchObject({ code: "REFUSED", details: { rule: "T1" } });
    for (const action of ["submit", "withdraw", "restore", "reaffirm"] as const) {
      expect(await refusalOf(lead.tag[action](ref(cell, tag))), action).toMatchObject({ details: { rule: "T1" } });
    }
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
      texts.map((rationale) => saveChange(annotator, cell, { ...say(cell, "verified"), rationale }, { id, baseVersion: 1 })),
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

describe("a reworded claim", () => {
  it("[T6] turns approved and submitted tags stale, each with an event, and leaves drafts", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    const waiting = await submitted(desk.as.second, cell);
    const draft = await save(desk.as.lead, cell, say(cell, "verified"));
    const change = await desk.as.reviewer.claim.edit(reword(cell));
    const states = new Map(change.tags?.map(({ id, state }) => [id, state]));
    expect(states).toEqual(new Map([[tag.id, "stale"], [waiting.id, "stale"]]));
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

  it("[T9] is judged anew by reaffirming: same words, new version, then review", async () => {
    const cell = await freshCell();
    const tag = await approved(desk, cell);
    await desk.as.reviewer.claim.edit(reword(cell));
    const change = await desk.as.annotator.tag.reaffirm(ref(cell, tag));
    const reaffirmed = only(change.tags);
    expect(reaffirmed).toMatchObject({ state: "submitted", version: 2, claimVersion: 2, stateReason: "" });
    const words = (evidence: typeof tag.evidence) => evidence.map(({ id: _, ...passage }) => passage);
    expect(canonicalJson(words(reaffirmed.evidence))).toBe(canonicalJson(words(tag.evidence)));
    const old = desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    expect((await refusalOf(old)).code).toBe("STALE_REVIEW");
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

import { makeAnchor } from "@assay/domain";
import type { CaseChange, CaseView, Stance, TagView } from "@assay/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  TEXT,
  addClaim,
  addText,
  approved,
  newId,
  only,
  openCase,
  openDesk,
  ref,
  reread,
  refusalOf,
  save,
  say,
  seen,
  submitted,
} from "../testing/desk.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";
import type { SentTagContent } from "../inputs/tag-inputs.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  test = await openCase(desk);
});
afterAll(() => desk.close());

const CORRECTED = `Correction added on Friday.\n\n${TEXT}`;
const CHANGED = TEXT.replace("214 people", "241 people");

/** What a person sends who has this revision before them. */
function revision(text: string, base = test.source.revision.id) {
  const { caseId, source } = test;
  const content = { kind: "text", text } as const;
  return { mutationId: newId(), caseId, sourceId: source.id, baseRevisionId: base, content, completeness: "full" } as const;
}

const revise = (text: string, base?: string, as: Caller = desk.as.second) => as.source.revise(revision(text, base));
const viewOf = (as: Caller = desk.as.viewer): Promise<CaseView> => as.case.get({ caseId: test.caseId });
const tagIn = async ({ id }: TagView, as?: Caller) => only((await viewOf(as)).tags.filter((tag) => tag.id === id));
const revisionOf = (change: CaseChange) => only(change.sources).revision;
const on = (base: TestCase, claim: TestCase["claim"]): TestCase => ({ ...base, claim });

async function anotherClaim(text: string): Promise<TestCase> {
  return on(test, await addClaim(desk.as.annotator, test.caseId, text));
}

function passage(text: string, words: string) {
  const start = text.indexOf(words);
  return { id: newId(), role: "supports" as const, ...makeAnchor(text, start, start + words.length) };
}

describe("a new revision of a source", () => {
  it("is stored beside the old one, which stays readable", async () => {
    const change = await revise(CORRECTED);
    const source = only(change.sources);
    expect(source.revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect(source.revision).toEqual(source.revisions[1]);
    expect(source.revision.createdBy).toBe(desk.people.second.id);
    expect((await viewOf()).sources).toEqual([source]);
    const [caseId, sourceId] = [test.caseId, source.id];
    expect((await desk.as.viewer.source.text({ caseId, sourceId })).text).toBe(CORRECTED);
    const older = { caseId, sourceId, revisionId: test.source.revision.id };
    expect((await desk.as.viewer.source.text(older)).text).toBe(TEXT);
    expect((await refusalOf(desk.as.viewer.source.text({ ...older, revisionId: newId() }))).code).toBe("NOT_FOUND");
  });

  it("is refused in words when it says the same, and by a role that adds no sources", async () => {
    expect(await refusalOf(revise(TEXT))).toMatchObject({ code: "REFUSED", message: expect.stringMatching(/revision 1, word for word/) });
    expect(await desk.as.second.source.previewRevision(inspection(TEXT))).toMatchObject({ ok: false });
    expect((await refusalOf(revise(CORRECTED, undefined, desk.as.viewer))).code).toBe("FORBIDDEN");
    expect((await refusalOf(revise(CORRECTED, undefined, desk.as.stranger))).code).toBe("NOT_FOUND");
    expect((await refusalOf(revise(""))).code).toBe("REFUSED");
    expect((await viewOf()).sources).toEqual([test.source]);
  });

  it("[E5] rests on the revision that was read: of two at the same time the second is told", async () => {
    const outcomes = await Promise.allSettled([revise(CORRECTED), revise(CHANGED, undefined, desk.as.reviewer)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = await refusalOf(revise(`${TEXT}\n\nA third.`));
    expect(refused).toMatchObject({ code: "CONFLICT", details: { current: { revision: { number: 2 } } } });
  });

  it("[E4] is stored once, however often it is sent", async () => {
    const sent = revision(CORRECTED);
    const first = await desk.as.second.source.revise(sent);
    expect(await desk.as.second.source.revise(sent)).toEqual(first);
    expect((await viewOf()).sources[0]?.revisions).toHaveLength(2);
  });
});

const inspection = (text: string, completeness: "full" | "partial" = "full") => {
  return { caseId: test.caseId, sourceId: test.source.id, content: { kind: "text", text } as const, completeness };
};

describe("what a new revision does to tags", () => {
  it("[T6] an approval stands where every passage says what it said, and the passage is recorded as moved", async () => {
    const tag = await approved(desk, test);
    const change = await revise(CORRECTED);
    const carried = await tagIn(tag);
    expect(change.tags).toEqual([carried]);
    expect(carried).toMatchObject({ state: "approved", version: tag.version, revisionId: revisionOf(change).id });
    // Being carried is no touch: nobody did anything to the tag.
    expect(carried).toMatchObject({ versionAt: tag.versionAt, updatedAt: tag.updatedAt });
    const [before, after] = [only(tag.evidence), only(carried.evidence)];
    expect(after).toEqual({
      ...before,
      ...makeAnchor(CORRECTED, CORRECTED.indexOf(before.exact), CORRECTED.indexOf(before.exact) + before.exact.length),
      state: "moved",
    });
  });

  it("[T1] what the version said stays as it was written, on the revision it was written on", async () => {
    const tag = await approved(desk, test);
    await revise(CORRECTED);
    const { versions } = await desk.as.viewer.tag.history({ caseId: test.caseId, tagId: tag.id });
    expect(only(versions)).toMatchObject({ revisionId: test.source.revision.id, evidence: tag.evidence });
  });

  it.each([
    ["changed", CHANGED, "fuzzy", /changed the words of a passage/],
    ["gone", TEXT.replace(/The ferry.*said\./, "Nothing is known of its speed."), "orphaned", /no longer has a passage/],
  ] as const)("[T6] [X4] an approval whose passage is %s turns stale, with the reason", async (_, text, state, reason) => {
    const tag = await approved(desk, test);
    const change = await revise(text);
    const carried = await tagIn(tag);
    expect(carried).toMatchObject({ state: "stale", version: tag.version, stateReason: expect.stringMatching(reason) });
    expect(only(carried.evidence).state).toBe(state);
    const { entries } = await desk.as.viewer.history.list({ caseId: test.caseId, before: null, limit: 2 });
    expect(entries.map(({ kind }) => kind).toSorted()).toEqual(["source.revised", "tag.staled"]);
    expect(change.lastEvent).toBeGreaterThan(tag.version);
  });

  it("[X4] a passage that is gone keeps its words and its place in the revision where it stood", async () => {
    const tag = await approved(desk, test);
    await revise(TEXT.replace(/The ferry.*said\./, "Nothing is known of its speed."));
    const [before, after] = [only(tag.evidence), only((await tagIn(tag)).evidence)];
    expect(after).toEqual({ ...before, state: "orphaned", stoodIn: test.source.revision.id });
  });

  it("[X4] of two look-alikes it takes neither", async () => {
    const sentence = `${TEXT.split("\n\n")[1]}\n\n`;
    const tag = await approved(desk, test);
    await revise(TEXT.replace(sentence, sentence + sentence));
    const carried = await tagIn(tag);
    expect(only(carried.evidence)).toMatchObject({ ...only(tag.evidence), state: "ambiguous" });
    expect(carried).toMatchObject({ state: "stale", stateReason: expect.stringMatching(/more than one place/) });
  });

  it("[S3] [T6] a missing one is stale: its attestation names the older revision", async () => {
    const tag = await submitted(desk.as.annotator, test, "missing");
    await desk.as.reviewer.review.decide({ ...seen(test, tag), decision: "approve", reason: "" });
    await revise(CORRECTED);
    expect(await tagIn(tag)).toMatchObject({ state: "stale", stateReason: expect.stringMatching(/revision 1 is silent/) });
    const refused = await refusalOf(desk.as.annotator.tag.reaffirm(reread(test, await tagIn(tag))));
    expect(refused).toMatchObject({ code: "REFUSED", details: { rule: "S3" } });
  });

  it("[S3] what was said of a source is mended with the same words: a missing tag does not stand on what is a part only", async () => {
    const silent = await submitted(desk.as.annotator, test, "missing");
    const quoted = await submitted(desk.as.second, test, "verified");
    expect(await desk.as.second.source.previewRevision(inspection(TEXT, "partial"))).toMatchObject({
      ok: true,
      staleTags: 1,
      staleMissing: 1,
    });
    const { id } = revisionOf(await desk.as.second.source.revise({ ...revision(TEXT), completeness: "partial" }));
    expect(await tagIn(silent)).toMatchObject({ state: "stale", revisionId: id });
    expect(await tagIn(quoted)).toMatchObject({ state: "submitted", revisionId: id });
    expect((await refusalOf(desk.as.annotator.tag.reaffirm(reread(test, await tagIn(silent))))).details.rule).toBe("S3");
    await revise(TEXT, id);
    const reaffirmed = await desk.as.annotator.tag.reaffirm(reread(test, await tagIn(silent)));
    expect(only(reaffirmed.tags).state).toBe("submitted");
  });

  it("drafts stay drafts, tombstones are carried too, and a restored one stands on today's text", async () => {
    const draft = await save(desk.as.annotator, test, say(test, "disputed"));
    const other = await anotherClaim("Nobody was hurt.");
    const gone = await save(desk.as.annotator, other, say(other, "verified", "Nobody was hurt"));
    await desk.as.annotator.tag.withdraw(ref(other, gone));
    const { id } = revisionOf(await revise(CORRECTED));
    expect(await tagIn(draft)).toMatchObject({ state: "draft", revisionId: id });
    const restored = await desk.as.annotator.tag.restore(ref(other, gone));
    expect(only(restored.tags)).toMatchObject({ state: "draft", revisionId: id });
    expect(only(only(restored.tags).evidence).state).toBe("moved");
    await desk.as.annotator.tag.submit(ref(test, draft));
    expect((await tagIn(draft)).state).toBe("submitted");
  });

  it("[T5] a review of the version that was carried is a review of it", async () => {
    const tag = await submitted(desk.as.annotator, test);
    const other = await submitted(desk.as.second, test);
    await revise(CORRECTED);
    await desk.as.reviewer.review.decide({ ...seen(test, tag), decision: "approve", reason: "" });
    expect((await tagIn(tag)).state).toBe("approved");
    await revise(CHANGED, (await viewOf()).sources[0]?.revision.id);
    const late = desk.as.reviewer.review.decide({ ...seen(test, other), decision: "approve", reason: "" });
    expect((await refusalOf(late)).code).toBe("REFUSED");
  });

  it("[T6] is carried on from revision to revision", async () => {
    const tag = await approved(desk, test);
    const second = revisionOf(await revise(CORRECTED));
    const third = revisionOf(await revise(`${CORRECTED}\n\nMore to follow.`, second.id));
    const after = await tagIn(tag);
    expect(after).toMatchObject({ state: "approved", revisionId: third.id });
    expect(only(after.evidence).state).toBe("moved");
    const fourth = revisionOf(await revise(CHANGED, third.id));
    expect((await tagIn(tag)).state).toBe("stale");
    await revise(TEXT, fourth.id);
    const back = await tagIn(tag);
    expect(only(back.evidence)).toEqual(only(tag.evidence));
    expect(back.state).toBe("stale");
  });
});

describe("after a new revision", () => {
  const edit = (as: Caller, tag: TagView, content: SentTagContent, revisionId: string) =>
    as.tag.save({
      mutationId: newId(),
      caseId: test.caseId,
      id: tag.id,
      claimId: tag.claimId,
      sourceId: tag.sourceId,
      revisionId,
      baseVersion: tag.version,
      claimVersion: tag.claimVersion,
      content,
    });
  const contentOf = ({ stance, attributed, confidence, rationale, evidence, attestation }: TagView): SentTagContent => {
    return { stance, attributed, confidence, rationale, evidence, attestation };
  };

  it("[T9] its author stands by changed words: they are the new version's own", async () => {
    const tag = await approved(desk, test);
    const { id } = revisionOf(await revise(CHANGED));
    const stale = await tagIn(tag);
    const unread = await refusalOf(desk.as.annotator.tag.submit(ref(test, stale)));
    expect(unread).toMatchObject({ code: "REFUSED", details: { rule: "X4" } });
    const reaffirmed = only((await desk.as.annotator.tag.reaffirm(reread(test, stale))).tags);
    expect(reaffirmed).toMatchObject({ state: "submitted", version: 2, revisionId: id });
    expect(only(reaffirmed.evidence)).toMatchObject({ exact: "241 people aboard", state: "exact" });
    const history = await desk.as.viewer.tag.history({ caseId: test.caseId, tagId: tag.id });
    expect(history.versions.map(({ evidence }) => only(evidence).exact)).toEqual(["214 people aboard", "241 people aboard"]);
  });

  it("[T6] [E5] nobody stands by words that changed once more after they had looked: the version does not tell of it", async () => {
    const tag = await approved(desk, test);
    const { id } = revisionOf(await revise(CHANGED));
    const looked = await tagIn(tag);
    await revise(CHANGED.replace("241", "261"), id);
    expect(await tagIn(tag)).toMatchObject({ version: looked.version, evidence: [{ exact: "261 people aboard" }] });
    const refusal = await refusalOf(desk.as.annotator.tag.reaffirm(reread(test, looked)));
    expect(refusal).toMatchObject({ code: "REFUSED", details: { rule: "T6" } });
  });

  it("[X4] a lost passage is placed by hand as a new version; until then it can be kept and not submitted", async () => {
    const tag = await approved(desk, test);
    const text = TEXT.replace(/The ferry.*said\./, "The boat carried 214 souls.");
    const { id } = revisionOf(await revise(text));
    const stale = await tagIn(tag);
    expect((await refusalOf(desk.as.annotator.tag.reaffirm(reread(test, stale)))).details.rule).toBe("X4");
    const kept = only((await edit(desk.as.annotator, stale, { ...contentOf(stale), rationale: "Looking" }, id)).tags);
    expect(only(kept.evidence)).toEqual(only(stale.evidence));
    const placed = { ...passage(text, "214 souls"), id: only(kept.evidence).id };
    const content = { ...contentOf(kept), evidence: [placed] };
    const mended = only((await edit(desk.as.annotator, kept, content, id)).tags);
    expect(mended).toMatchObject({ state: "stale", version: 3, revisionId: id, evidence: [placed] });
    expect(only((await desk.as.annotator.tag.submit(ref(test, mended))).tags).state).toBe("submitted");
    // What was placed is taken back; what was never lost cannot be said to be.
    const again = only((await edit(desk.as.annotator, only((await viewOf()).tags), contentOf(kept), id)).tags);
    expect(only(again.evidence)).toEqual(only(stale.evidence));
    const invented = { ...contentOf(again), evidence: [{ ...only(stale.evidence), id: newId() }] };
    expect((await refusalOf(edit(desk.as.annotator, again, invented, id))).code).toBe("INVALID");
  });

  it("tells what changed: both revisions, and the passage as it was and is", async () => {
    const tag = await approved(desk, test);
    await revise(CHANGED);
    const { claim, revision: between, passages } = await desk.as.annotator.tag.whatChanged({ caseId: test.caseId, tagId: tag.id });
    expect(claim).toBeNull();
    expect([between?.before.number, between?.after.number]).toEqual([1, 2]);
    expect([only(passages).before.exact, only(passages).after.exact]).toEqual(["214 people aboard", "241 people aboard"]);
  });

  it("[E5] a tag is saved on today's text alone", async () => {
    const draft = await save(desk.as.annotator, test, say(test, "verified"));
    await revise(CORRECTED);
    const late = save(desk.as.annotator, test, { ...say(test, "verified"), rationale: "Late" }, { id: draft.id, baseVersion: 1 });
    expect((await refusalOf(late)).code).toBe("CONFLICT");
    expect((await tagIn(draft)).rationale).toBe("");
  });

  it("a split copies passages where they are now", async () => {
    const tag = await approved(desk, test);
    const { id } = revisionOf(await revise(CHANGED));
    const wording = (text: string) => ({ id: newId(), text, type: "number", claimant: "" }) as const;
    const children = [wording("People were aboard."), wording("They were 214.")];
    const { caseId, claim } = test;
    const split = { claimId: claim.id, baseVersion: claim.version, children, carry: true, note: "" };
    const { tags = [] } = await desk.as.lead.claim.split({ mutationId: newId(), caseId, ...split });
    const copies = tags.filter((one) => one.id !== tag.id);
    expect(copies).toHaveLength(2);
    for (const copy of copies) {
      expect(copy).toMatchObject({ state: "draft", revisionId: id });
      expect(only(copy.evidence)).toMatchObject({ exact: "241 people aboard", state: "fuzzy" });
    }
  });
});

describe("a long text", () => {
  const LINES = Array.from({ length: 2_000 }, (_, line) => `Line ${line}: berth ${line * 7} took ${line * 3} crates in.`);

  it("[T6] is mapped in a thread of its own, with every passage where a person would look for it", async () => {
    const { caseId } = test;
    const source = await addText(desk.as.annotator, caseId, LINES.join("\n\n"));
    const long: TestCase = { ...test, source, text: LINES.join("\n\n") };
    const lines = Array.from({ length: 150 }, (_, index) => index * 13);
    const evidence = lines.map((line) => passage(long.text, `berth ${line * 7} took ${line * 3} crates`));
    const tag = await save(desk.as.annotator, long, { ...say(test, "verified"), evidence });
    const corrected = ["Corrected.", ...LINES.with(13, "Line 13: nothing came in.")].join("\n\n");
    const content = { kind: "text", text: corrected } as const;
    const sent = { caseId, sourceId: source.id, content, completeness: "full" } as const;
    const revised = { ...sent, mutationId: newId(), baseRevisionId: source.revision.id } as const;
    const preview = await desk.as.annotator.source.previewRevision(sent);
    expect(preview).toMatchObject({ ok: true, counts: { exact: 0, moved: 149 } });
    await desk.as.second.source.revise(revised);
    const { evidence: carried } = await tagIn(tag);
    expect(carried.filter(({ state }) => state === "moved")).toHaveLength(149);
    for (const { start, end, exact, state } of carried) {
      if (state === "moved") expect(corrected.slice(start, end)).toBe(exact);
    }
  });
});

describe("passages that an editor followed", () => {
  const twice = `${TEXT}\n\nOf the 214 people aboard, 214 people aboard said nothing.`;

  async function follow(kind: "draft" | "article") {
    const { caseId } = test;
    const source = await addText(desk.as.annotator, caseId, TEXT, { kind });
    const own: TestCase = { ...test, source };
    const tag = await save(desk.as.annotator, own, say(own, "verified"));
    const [one] = tag.evidence;
    const start = twice.lastIndexOf("214 people aboard");
    const anchors = [{ tagId: tag.id, evidenceId: one?.id ?? "", start, end: start + "214 people aboard".length }];
    const content = { kind: "text", text: twice } as const;
    const revised = { baseRevisionId: source.revision.id, content, completeness: "full", anchors } as const;
    await desk.as.annotator.source.revise({ mutationId: newId(), caseId, sourceId: source.id, ...revised });
    return { start, evidence: only((await tagIn(tag)).evidence) };
  }

  it("[T6] of a draft are where it says, for their words stand there", async () => {
    const { start, evidence } = await follow("draft");
    expect(evidence).toMatchObject({ start, state: "moved", exact: "214 people aboard" });
  });

  it("[X4] of any other source are found by the texts alone", async () => {
    const { evidence } = await follow("article");
    expect(evidence).toMatchObject({ start: TEXT.indexOf("214 people aboard"), state: "exact" });
  });
});

describe("a report after a new revision", () => {
  it("quotes what stands, and what is lost from the revision in which it stood", async () => {
    const other = await anotherClaim("Nobody was hurt.");
    await save(desk.as.annotator, other, say(other, "verified", "Nobody was hurt"));
    await approved(desk, test);
    await revise(`Corrected.\n\n${TEXT.replace("Nobody was hurt. ", "")}`);
    const scope = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;
    const { body } = await desk.as.viewer.report.export({ caseId: test.caseId, format: "json", title: "Report", scope });
    expect(body).toContain('"matchesText": true');
    expect(body).not.toContain('"matchesText": false');
    expect(body).toContain(test.source.revision.sha256);
  });
});

describe("races with a new revision", () => {
  it("[T6] whatever is saved while it is stored stands on it, or is refused", async () => {
    const claims = await Promise.all(Array.from({ length: 12 }, (_, index) => anotherClaim(`Claim number ${index}.`)));
    const stances: Stance[] = ["verified", "disputed", "missing"];
    const saving = claims.map((one, index) => save(desk.as.annotator, one, say(one, stances[index % 3] ?? "verified")));
    const [revised, ...saved] = await Promise.allSettled([revise(CORRECTED), ...saving]);
    expect(revised.status).toBe("fulfilled");
    const { tags, sources } = await viewOf();
    expect(tags).toHaveLength(saved.filter(({ status }) => status === "fulfilled").length);
    for (const tag of tags) {
      expect(tag.revisionId).toBe(sources[0]?.revision.id);
      for (const { start, end, exact } of tag.evidence) expect(CORRECTED.slice(start, end)).toBe(exact);
    }
  });

  it("[T6] an approval given at the same moment is of the words that stand", async () => {
    const tag = await submitted(desk.as.annotator, test);
    const approve = desk.as.reviewer.review.decide({ ...seen(test, tag), decision: "approve", reason: "" });
    await Promise.allSettled([revise(CHANGED), approve]);
    expect((await tagIn(tag)).state).toBe("stale");
  });
});

describe("before a new revision is stored", () => {
  it("is shown what it changes and where passages would be, and nothing is stored", async () => {
    await approved(desk, test);
    const other = await anotherClaim("Nobody was hurt.");
    await save(desk.as.annotator, other, say(other, "verified", "Nobody was hurt"));
    const before = await viewOf();
    const preview = await desk.as.second.source.previewRevision(inspection(CHANGED));
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.comparison).toMatchObject({ changes: 1, wordsAdded: 1, wordsRemoved: 1 });
    expect(preview.counts).toEqual({ exact: 1, moved: 0, fuzzy: 1, ambiguous: 0, orphaned: 0 });
    expect(preview).toMatchObject({ staleTags: 1, staleMissing: 0 });
    expect(preview.passages.map(({ before: words, after }) => [words, after.exact])).toEqual([
      ["214 people aboard", "241 people aboard"],
      ["Nobody was hurt", "Nobody was hurt"],
    ]);
    expect(await viewOf()).toEqual(before);
  });

  it("[S3] says how many of the tags that become stale only attest that the old text is silent", async () => {
    await approved(desk, test);
    const other = await anotherClaim("A dog was on board.");
    const silent = await submitted(desk.as.annotator, other, "missing");
    await desk.as.reviewer.review.decide({ ...seen(other, silent), decision: "approve", reason: "" });
    const preview = await desk.as.second.source.previewRevision(inspection(CORRECTED));
    expect(preview).toMatchObject({ ok: true, staleTags: 1, staleMissing: 1 });
  });
});

import { deriveCells } from "@assay/domain";
import type { CellView, Stance, TagView } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellApart, newId, only, openCase, openDesk, ref, refusalOf, save, say, seen, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function cellNow({ caseId, claim, source }: TestCase): Promise<CellView | undefined> {
  return deriveCells(await desk.as.viewer.case.get({ caseId })).get(claim.id)?.get(source.id);
}

/** A newer text of the source, and the case as it is to be tagged from then on. */
async function revised(test: TestCase, text: string, completeness: "full" | "partial" = "full"): Promise<TestCase> {
  const { caseId, source } = test;
  const of = { mutationId: newId(), caseId, sourceId: source.id, baseRevisionId: source.revision.id };
  const { sources } = await desk.as.annotator.source.revise({ ...of, content: { kind: "text", text }, completeness });
  return { ...test, text, source: only(sources) };
}

/** Two people say different things, and a lead decides about what the first of them said. */
async function dispute(test: TestCase, rival: Stance): Promise<{ tag: TagView; other: TagView }> {
  const tag = await submitted(desk.as.annotator, test, "verified");
  return { tag, other: await submitted(desk.as.second, test, rival) };
}

/** A lead's word on one tag who has read the others of its cell as well. */
function ruling(test: TestCase, tag: TagView, stance?: Stance, read: Pick<TagView, "id" | "version">[] = []) {
  const others = read.map(({ id, version }) => ({ tagId: id, tagVersion: version }));
  const outcome = stance === undefined ? ("uphold" as const) : ("overturn" as const);
  return { ...seen(test, tag), others, outcome, ...(stance && { stance }), cause: "edge_case" as const, note: "As the lead reads it." };
}

describe("a ruling and a newer revision", () => {
  it("[A2] [B4] stands where no passage changed: who was overruled does not contend anew by being carried along", async () => {
    const test = await openCase(desk);
    const { tag, other } = await dispute(test, "disputed");
    await desk.as.lead.review.adjudicate(ruling(test, tag, undefined, [other]));
    const next = await revised(test, `Corrected on Friday.\n\n${test.text}`);
    expect(await cellNow(next)).toMatchObject({ state: "settled", stance: "verified", pending: [{ id: other.id }] });
    await desk.as.reviewer.review.decide({ ...seen(test, other), decision: "approve", reason: "" });
    expect((await cellNow(next))?.state).toBe("contested");
  });

  it("[S3] [T6] that a source is silent does not outlive the text that was ruled on", async () => {
    const test = await openCase(desk);
    const { tag, other } = await dispute(test, "missing");
    await desk.as.lead.review.adjudicate(ruling(test, tag, "missing", [other]));
    expect(await cellNow(test)).toMatchObject({ state: "settled", stance: "missing" });
    const text = `${test.text}\n\nAll 214 of them are safe.`;
    const { caseId, source } = test;
    const asked = { caseId, sourceId: source.id, content: { kind: "text", text }, completeness: "full" } as const;
    const preview = await desk.as.annotator.source.previewRevision(asked);
    expect(preview).toMatchObject({ ok: true, staleTags: 2, staleMissing: 1 });
    await revised(test, text);
    expect(await cellNow(test)).toMatchObject({ state: "stale", tags: [{ state: "stale" }, { state: "stale" }] });
  });

  it("[A2] [T6] lapses with the last passage of those who said what was ruled", async () => {
    const test = await openCase(desk);
    const tag = await submitted(desk.as.annotator, test, "verified");
    const revisionSha256 = test.source.revision.sha256;
    const quoted = "Nobody was hurt.";
    const start = test.text.indexOf(quoted);
    const evidence = [{ id: newId(), role: "refutes" as const, start, end: start + quoted.length, exact: quoted }];
    const content = { stance: "disputed" as const, attributed: false, confidence: null, rationale: revisionSha256, evidence, attestation: null };
    const cell = { claimId: test.claim.id, sourceId: test.source.id, revisionId: test.source.revision.id, claimVersion: 1 };
    const id = newId();
    await desk.as.second.tag.save({ mutationId: newId(), caseId: test.caseId, id, ...cell, baseVersion: 0, content });
    await desk.as.second.tag.submit({ mutationId: newId(), caseId: test.caseId, tagId: id, baseVersion: 1 });
    await desk.as.lead.review.adjudicate(ruling(test, tag, "disputed", [{ id, version: 1 }]));
    const moved = await revised(test, `Corrected.\n\n${test.text}`);
    expect(await cellNow(moved)).toMatchObject({ state: "settled", stance: "disputed" });
    await revised(moved, moved.text.replace(quoted, "Two sailors broke an arm."));
    expect(await cellNow(moved)).toMatchObject({ state: "stale", tags: [{ state: "stale" }, { state: "stale" }] });
  });

  it("[S3] cannot say that a part of a source is silent", async () => {
    const whole = await openCase(desk);
    const test = await revised(whole, `${whole.text}\n\nRead on for more`, "partial");
    const { tag, other } = await dispute(test, "disputed");
    const refused = await refusalOf(desk.as.lead.review.adjudicate(ruling(test, tag, "missing", [other])));
    expect(refused).toMatchObject({ code: "REFUSED", details: { rule: "S3" } });
    expect((await cellNow(test))?.state).toBe("contested");
  });
});

describe("a ruling over several tags", () => {
  it("[T5] [A2] does not overrule a version that the adjudicator has not seen, nor a tag that came later", async () => {
    const test = await openCase(desk);
    const { tag, other } = await dispute(test, "disputed");
    const looked = ruling(test, tag, undefined, [other]);
    const { id, version: baseVersion } = other;
    const said = { ...say(test, "disputed"), rationale: "The crew was counted twice." };
    const next = await save(desk.as.second, test, said, { id, baseVersion });
    await desk.as.second.tag.submit(ref(test, next));
    expect(await refusalOf(desk.as.lead.review.adjudicate(looked))).toMatchObject({ code: "CONFLICT", details: { rule: "T5" } });
    const { others: _, ...unsaid } = ruling(test, tag);
    for (const unseen of [ruling(test, tag), unsaid]) {
      expect((await refusalOf(desk.as.lead.review.adjudicate(unseen))).code).toBe("CONFLICT");
    }
    expect((await cellNow(test))?.state).toBe("contested");
    await desk.as.lead.review.adjudicate(ruling(test, tag, undefined, [next]));
    expect(await cellNow(test)).toMatchObject({ state: "settled", stance: "verified" });
  });
});

describe("a version that somebody decided against", () => {
  let test: TestCase;
  beforeAll(async () => {
    test = await openCase(desk);
  });

  /** Withdrawn and restored: a draft of the same version. */
  async function laidAside(cell: TestCase, tag: TagView): Promise<TagView> {
    await desk.as.annotator.tag.withdraw(ref(cell, tag));
    return only((await desk.as.annotator.tag.restore(ref(cell, tag))).tags);
  }

  it("[T2] [T3] [T9] is not handed in again by withdrawing and restoring it, one by one or many at once", async () => {
    const against: [string, (cell: TestCase, tag: TagView) => Promise<unknown>][] = [
      ["T3", (cell, tag) => desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "request_changes", reason: "Which call?" })],
      ["T2", (cell, tag) => desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "challenge", reason: "It says 15.", proposedStance: "disputed" })],
      ["T9", async (cell, tag) => {
        const other = await submitted(desk.as.second, cell, "disputed");
        await desk.as.lead.review.adjudicate(ruling(cell, tag, "disputed", [other]));
      }],
    ];
    for (const [rule, decide] of against) {
      const cell = await cellApart(desk, test);
      const tag = await submitted(desk.as.annotator, cell);
      await decide(cell, tag);
      const draft = await laidAside(cell, tag);
      expect(draft).toMatchObject({ state: "draft", version: tag.version });
      expect(await refusalOf(desk.as.annotator.tag.submit(ref(cell, draft)))).toMatchObject({ code: "REFUSED", details: { rule } });
      const { mutationId, caseId, tagId, baseVersion } = ref(cell, draft);
      const many = await desk.as.annotator.tag.submitMany({ mutationId, caseId, items: [{ tagId, baseVersion }] });
      expect(many.refused).toMatchObject([{ tagId }]);
      const next = await save(desk.as.annotator, cell, { ...say(cell, "verified"), rationale: "Read again." }, { id: tag.id, baseVersion });
      expect(only((await desk.as.annotator.tag.submit(ref(cell, next))).tags).state).toBe("submitted");
    }
  });

  it("[T9] one that was approved is handed in again as it is", async () => {
    const cell = await cellApart(desk, test);
    const tag = await submitted(desk.as.annotator, cell);
    await desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    const draft = await laidAside(cell, tag);
    expect(only((await desk.as.annotator.tag.submit(ref(cell, draft))).tags).state).toBe("submitted");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellApart, newId, only, openCase, openDesk, ref, refusalOf, save, saveChange, say } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const freshCell = () => cellApart(desk, test);

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
    const {
      revision: _,
      revisions: _______,
      id: __,
      number: ___,
      version: ____,
      createdBy: _____,
      createdAt: ______,
      ...meta
    } = test.source;
    const content = { kind: "text", text: "The first part of a longer text." } as const;
    const added = await annotator.source.add({
      mutationId: newId(),
      caseId: test.caseId,
      id: newId(),
      content,
      meta,
      completeness: "partial",
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

  it("[T1] keeps the id its client made through every version, in which others may come and go", async () => {
    const cell = await freshCell();
    const { annotator } = desk.as;
    const content = say(cell, "verified");
    const kept = content.evidence[0]?.id ?? "";
    const first = await save(annotator, cell, content);
    const more = say(cell, "verified", "Nobody was hurt").evidence;
    const both = { ...content, evidence: [...more, ...content.evidence] };
    await save(annotator, cell, both, { id: first.id, baseVersion: 1 });
    await save(annotator, cell, { ...content, rationale: "Alone again." }, { id: first.id, baseVersion: 2 });
    const { versions } = await annotator.tag.history({ caseId: cell.caseId, tagId: first.id });
    expect(versions.map(({ evidence }) => evidence.map(({ id }) => id))).toEqual([[kept], [more[0]?.id, kept], [kept]]);
  });

  it("has an id that is well formed and its own within the version", async () => {
    expect(await refuse({ id: "passage 1" })).toMatchObject({ code: "INVALID" });
    const cell = await freshCell();
    const content = say(cell, "verified");
    const twice = [...content.evidence, ...content.evidence];
    expect(await refusalOf(saveChange(desk.as.annotator, cell, { ...content, evidence: twice }))).toMatchObject({
      code: "REFUSED",
      message: expect.stringMatching(/listed twice/),
    });
  });
});

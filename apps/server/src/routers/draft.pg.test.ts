import type { Block, TagView } from "@assay/domain";
import { makeAnchor } from "@assay/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addClaim, addText, newId, only, openCase, openDesk, ref, refusalOf, save, say, seen } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
const TEXT = "The ferry\n\nIt left at noon. It came back at noon.";

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  const { caseId } = await openCase(desk);
  const source = await addText(desk.as.annotator, caseId, TEXT, { kind: "draft" });
  test = { caseId, source, claim: await addClaim(desk.as.annotator, caseId, "It came back at noon."), text: TEXT } as TestCase;
});
afterAll(() => desk.close());

const paragraphs = (text: string): Block[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({ kind: "paragraph", start: index, end: index + words.length }));

function revision(text: string, blocks = paragraphs(text)) {
  const { caseId, source } = test;
  const content = { kind: "draft" as const, text, blocks };
  const base = source.revision.id;
  return { mutationId: newId(), caseId, sourceId: source.id, baseRevisionId: base, content, completeness: "full" as const };
}

/** Approved, on the second "noon". */
async function approvedOnSecondNoon(): Promise<TagView> {
  const start = TEXT.lastIndexOf("noon");
  const content = { ...say(test, "verified", "noon"), evidence: [{ id: newId(), role: "supports" as const, ...makeAnchor(TEXT, start, start + 4) }] };
  const { id } = await save(desk.as.annotator, test, content);
  const submittedTag = only((await desk.as.annotator.tag.submit({ ...ref(test, { id, version: 1 } as TagView) })).tags);
  return only((await desk.as.reviewer.review.decide({ ...seen(test, submittedTag), decision: "approve", reason: "" })).tags);
}

/** The second annotator says that the draft is silent, and hands it in. */
async function attested(): Promise<TagView> {
  const { id } = await save(desk.as.second, test, say(test, "missing", "noon"));
  return only((await desk.as.second.tag.submit({ ...ref(test, { id, version: 1 } as TagView) })).tags);
}

const tagNow = async ({ id }: TagView) => only((await desk.as.viewer.case.get({ caseId: test.caseId })).tags.filter((tag) => tag.id === id));

describe("a draft that is written here", () => {
  it("[T6][X4] keeps an approval where its editor followed the words to, between look-alikes that no comparison can tell apart", async () => {
    const tag = await approvedOnSecondNoon();
    // The first sentence is gone, and another one stands before what is left.
    const text = "The ferry\n\nIt came back at noon. It left at noon.";
    const start = text.indexOf("noon");
    const evidenceId = only(tag.evidence).id;
    await desk.as.annotator.source.revise({ ...revision(text), anchors: [{ tagId: tag.id, evidenceId, start, end: start + 4 }] });
    const after = await tagNow(tag);
    expect(after).toMatchObject({ state: "approved", version: tag.version });
    expect(only(after.evidence)).toMatchObject({ start, end: start + 4, exact: "noon", state: "moved" });
  });

  it("[T6] makes a tag stale whose words were changed, whatever the editor says of them", async () => {
    const tag = await approvedOnSecondNoon();
    const text = TEXT.replace("back at noon", "back at nine");
    const start = text.lastIndexOf("nine");
    const evidenceId = only(tag.evidence).id;
    await desk.as.annotator.source.revise({ ...revision(text), anchors: [{ tagId: tag.id, evidenceId, start, end: start + 4 }] });
    expect((await tagNow(tag)).state).toBe("stale");
  });

  it("[S3][T6] is stored with its headings, links and emphasis; formatting alone makes a revision of the same words, and no tag stale", async () => {
    const tag = await approvedOnSecondNoon();
    const blocks: Block[] = [
      { kind: "heading", level: 2, start: 0, end: 9, marks: [{ kind: "italic", start: 4, end: 9 }] },
      { kind: "quote", start: 11, end: TEXT.length, marks: [{ kind: "link", start: 19, end: 26, href: "https://example.com/times" }] },
    ];
    const { caseId, source } = test;
    const silent = await attested();
    const change = await desk.as.annotator.source.revise(revision(TEXT, blocks));
    expect(only(change.sources).revision).toMatchObject({ number: 2, sha256: source.revision.sha256 });
    expect((await desk.as.viewer.source.text({ caseId, sourceId: source.id })).blocks).toEqual(blocks);
    expect((await tagNow(tag)).state).toBe("approved");
    expect(await tagNow(silent)).toMatchObject({ state: "submitted", version: 1 });
    const plain: Block[] = [{ kind: "paragraph", start: 0, end: 9 }, { kind: "paragraph", start: 11, end: TEXT.length }];
    const next = await desk.as.annotator.source.revise({ ...revision(TEXT, plain), baseRevisionId: only(change.sources).revision.id });
    expect(await tagNow(silent)).toMatchObject({ state: "submitted", revisionId: only(next.sources).revision.id });
    await desk.as.annotator.source.revise({ ...revision(`${TEXT} Then it rested.`), baseRevisionId: only(next.sources).revision.id });
    expect((await tagNow(silent)).state).toBe("stale");
  });

  it("[S3] makes a missing tag stale where the same words are said to be a part only", async () => {
    const silent = await attested();
    const blocks = paragraphs(TEXT).map((block): Block => ({ ...block, kind: "quote" }));
    await desk.as.annotator.source.revise({ ...revision(TEXT, blocks), completeness: "partial" });
    expect((await tagNow(silent)).state).toBe("stale");
  });

  it("is refused where neither a word nor its form has changed", async () => {
    const blocks = paragraphs(TEXT).map((block): Block => ({ ...block, kind: "quote" }));
    const change = await desk.as.annotator.source.revise(revision(TEXT, blocks));
    const again = { ...revision(TEXT, blocks), baseRevisionId: only(change.sources).revision.id };
    expect(await refusalOf(desk.as.annotator.source.revise(again))).toMatchObject({ code: "REFUSED" });
  });

  it("[X2][X3] is refused with blocks that do not fit, or characters that would be stored as others", async () => {
    const cases: [string, Block[]][] = [
      [TEXT, [{ kind: "paragraph", start: 0, end: 9 }]],
      [`${TEXT}\n\nAnd e\u0301`, [...paragraphs(TEXT), { kind: "paragraph", start: 50, end: 55 }]],
      ["One\rtwo", paragraphs("One two")],
      ["", []],
    ];
    for (const [text, blocks] of cases) {
      expect(await refusalOf(desk.as.annotator.source.revise(revision(text, blocks)))).toMatchObject({ code: "REFUSED" });
    }
    const link: Block[] = [{ kind: "paragraph", start: 0, end: 3, marks: [{ kind: "link", start: 0, end: 3, href: "javascript:alert(1)" }] }];
    expect((await refusalOf(desk.as.annotator.source.revise(revision("One", link)))).code).toBe("INVALID");
  });
});

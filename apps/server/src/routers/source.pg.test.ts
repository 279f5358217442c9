import { createHash } from "node:crypto";
import { buildSourceMeta } from "@assay/seeds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { addText, newId, only, openCase, openDesk, refusalOf } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";

let desk: Desk;
let caseId: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ caseId } = await openCase(desk));
});
afterAll(() => desk.close());

const hash = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

function file(name: string, bytes: Uint8Array | string): SourceContent {
  return { kind: "file", name, mediaType: "", base64: Buffer.from(bytes).toString("base64") };
}

function add(content: SourceContent, more: { allowDuplicate?: boolean; meta?: object } = {}) {
  const meta = { ...buildSourceMeta(), ...more.meta };
  const { allowDuplicate } = more;
  return desk.as.annotator.source.add({
    mutationId: newId(),
    caseId,
    id: newId(),
    content,
    meta,
    completeness: "full",
    allowDuplicate,
  });
}

const sourcesOf = async () => (await desk.as.viewer.case.get({ caseId })).sources;

describe("bad input", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
  const cases: [string, SourceContent, RegExp][] = [
    ["an empty file", file("a.txt", ""), /empty/],
    ["an empty paste", { kind: "text", text: "" }, /nothing to read/],
    ["only white space", { kind: "text", text: " \n\t\u00a0 \n" }, /nothing to read/],
    ["a picture renamed .txt", file("a.txt", png), /PNG/],
    ["invalid UTF-8", file("a.txt", bytes(0x61, 0xff, 0x62)), /offset 1/],
    ["a NUL byte", file("a.txt", "words\0words"), /NUL/],
    ["a NUL in a paste", { kind: "text", text: "words\0words" }, /NUL/],
    ["another format", file("a.odt", "PK"), /Add plain text .*, a web page .*, DOCX or PDF, or paste the text/],
    ["a DOCX that is none", file("a.docx", "PK"), /not a DOCX, whatever its name says/],
    ["half a DOCX", file("a.docx", bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0)), /damaged/],
    ["half a PDF", file("a.pdf", "%PDF-1.7\n1 0 obj"), /damaged/],
    ["a page without words", file("a.html", "<html><body><img src=a.png></body></html>"), /nothing to read/],
    ["25 MB", file("a.txt", Buffer.alloc(25 * 1024 * 1024, "a")), /25\.0 MB/],
    [
      "base64 that was cut",
      { kind: "file", name: "a.txt", mediaType: "", base64: "YWJj*ZGVm" },
      /did not arrive whole/,
    ],
  ];

  it.each(cases)("%s is refused in words, and nothing is stored", async (_, content, words) => {
    const before = await desk.as.viewer.case.get({ caseId });
    const inspected = await desk.as.annotator.source.inspect({ caseId, content });
    expect(inspected).toMatchObject({ ok: false, reason: expect.stringMatching(words) });
    const refusal = await refusalOf(add(content));
    expect(refusal).toMatchObject({ code: "REFUSED", message: expect.stringMatching(words) });
    expect(await desk.as.viewer.case.get({ caseId })).toEqual(before);
  });

  it("of a description is refused by field", async () => {
    const content = { kind: "text", text: "Some words" } as const;
    const wrong: [string, object][] = [
      ["meta.url", { url: "javascript:alert(1)" }],
      ["meta.publishedAt", { publishedAt: "2025-02-30" }],
      ["meta.publishedAt", { publishedAt: "yesterday" }],
      ["meta.language", { language: "not a language" }],
      ["meta.title", { title: "a\0b" }],
    ];
    for (const [field, meta] of wrong) {
      expect(await refusalOf(add(content, { meta })), field).toMatchObject({ code: "INVALID", details: { field } });
    }
  });

  it("with fields nobody asked for is refused", async () => {
    const content = { kind: "text", text: "Some words" } as const;
    expect((await refusalOf(add(content, { meta: { workspaceId: newId() } }))).code).toBe("INVALID");
  });
});

describe("a source", () => {
  it("[X2] is stored normalised, with the sha256 of the very text that is shown", async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Zoë\r\nsaid\r‮🚢‍ e\u0301", "utf16le")]);
    const source = only((await add(file("a.txt", bytes))).sources);
    const text = await desk.as.viewer.source.text({ caseId, sourceId: source.id });
    expect(text.text).toBe("Zoë\nsaid\n‮🚢‍ e\u0301");
    expect(text.sha256).toBe(hash(text.text));
    expect(source.revision).toMatchObject({ sha256: text.sha256, length: text.text.length, originalName: "a.txt" });
    for (const [index, block] of text.blocks.entries()) {
      expect(block.start).toBeLessThan(block.end);
      expect(text.text.slice(text.blocks[index - 1]?.end ?? 0, block.start).trim()).toBe("");
    }
  });

  it("[X2] turns a lone surrogate of a paste into U+FFFD before any offset exists", async () => {
    const source = await addText(desk.as.annotator, caseId, "before \ud83d after");
    const { text, sha256 } = await desk.as.viewer.source.text({ caseId, sourceId: source.id });
    expect(text).toBe("before \ufffd after");
    expect(sha256).toBe(hash(text));
  });

  it("of the same text is offered instead of added, unless that is wanted", async () => {
    const content = { kind: "text", text: "The very same words." } as const;
    const first = only((await add(content)).sources);
    const inspected = await desk.as.annotator.source.inspect({ caseId, content });
    const existing = { sourceId: first.id, number: first.number };
    expect(inspected).toMatchObject({ ok: true, sha256: first.revision.sha256, existing });
    const before = await sourcesOf();
    expect(await refusalOf(add(content))).toMatchObject({ code: "ALREADY_EXISTS", details: { existing } });
    expect(await sourcesOf()).toEqual(before);
    expect(only((await add(content, { allowDuplicate: true })).sources).number).toBe(before.length + 1);
  });

  it("is inspected without storing anything", async () => {
    const before = await desk.as.viewer.case.head({ caseId });
    const markdown = "---\ntitle: Aurora\npublisher: The Courier\n---\n\n# Ferry aground\n\nIt **struck** a bank.\n";
    const read = await desk.as.annotator.source.inspect({ caseId, content: file("a.md", markdown) });
    expect(read).toMatchObject({ ok: true, title: "Aurora", publisher: "The Courier", encoding: "utf-8", blocks: 2 });
    expect(read).toMatchObject({ preview: "Ferry aground\n\nIt struck a bank.", existing: null });
    expect(await desk.as.viewer.case.head({ caseId })).toEqual(before);
  });

  it("[E5] shows both descriptions when two people edit it", async () => {
    const source = await addText(desk.as.annotator, caseId, `Words ${newId()}`);
    const edit = (publisher: string) =>
      desk.as.annotator.source.edit({
        mutationId: newId(),
        caseId,
        sourceId: source.id,
        baseVersion: 1,
        meta: buildSourceMeta({ publisher }),
      });
    expect(only((await edit("The Courier")).sources)).toMatchObject({ version: 2, publisher: "The Courier" });
    expect(await refusalOf(edit("Lumen"))).toMatchObject({
      code: "CONFLICT",
      details: { current: { version: 2, publisher: "The Courier" }, yours: { publisher: "Lumen" } },
    });
  });
});

describe("a claim", () => {
  const create = (text: string) =>
    desk.as.annotator.claim.create({ mutationId: newId(), caseId, id: newId(), text, type: "event", claimant: "" });

  it("says something", async () => {
    for (const text of ["", "  \n", "\u200b\u2060"]) {
      expect(await refusalOf(create(text))).toMatchObject({ code: "INVALID", details: { field: "text" } });
    }
    expect(await refusalOf(create("a".repeat(40_001)))).toMatchObject({ code: "INVALID", details: { field: "text" } });
  });

  it("keeps right-to-left text, emoji and combining marks as they were written", async () => {
    const text = "قال 👩‍👩‍👧‍👦 \u202eabc\u202c e\u0301 Ушаков";
    expect(only((await create(text)).claims).text).toBe(text);
    expect((await desk.as.viewer.case.verifyLog({ caseId })).ok).toBe(true);
  });
});

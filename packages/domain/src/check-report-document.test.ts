import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReportDocument, proseUrl } from "./check-report-document.ts";
import type { ReportBlock, ReportDocument } from "./report-block.ts";
import { DOCUMENT_MAX, blockText, claimsNamed, publicDocument } from "./report-document.ts";
import { TEMPLATES, defaultDocument, documentFrom, templateOf } from "./report-templates.ts";

let last = 0;
const id = () => `00000000-0000-4000-8000-${(last += 1).toString(16).padStart(12, "0")}`;
const paragraph = (text: string): ReportBlock => {
  return { id: id(), type: "paragraph", audience: "public", children: [{ text }] };
};
const documentOf = (...blocks: unknown[]) => ({ title: "Aground", blocks });

function reasonOf(value: unknown): string {
  const checked = checkReportDocument(value);
  return checked.ok ? "" : checked.reason;
}

describe("checkReportDocument", () => {
  it("takes every template, as it is", () => {
    for (const { name, blocks } of Object.values(TEMPLATES)) {
      const document = documentFrom(blocks, name, id);
      expect(checkReportDocument(document)).toEqual({ ok: true, document });
    }
    const standard = defaultDocument("A case");
    expect(checkReportDocument(standard)).toEqual({ ok: true, document: standard });
    expect(defaultDocument("A case")).toEqual(standard);
  });

  it("keeps the fields it knows and no other", () => {
    const claimId = id();
    const kept = { id: id(), type: "claim", audience: "internal", claimId, detail: "brief" };
    const checked = checkReportDocument({ ...documentOf({ ...kept, onclick: "x", children: [] }), version: 9 });
    expect(checked).toEqual({ ok: true, document: { title: "Aground", blocks: [kept] } });
  });

  it("[X2] normalises line ends, replaces lone surrogates, refuses NUL", () => {
    const checked = checkReportDocument(documentOf(paragraph("one\r\ntwo \ud800")));
    expect(checked.ok && blockText(checked.document.blocks[0] ?? paragraph(""))).toBe("one\ntwo \ufffd");
    expect(reasonOf(documentOf(paragraph("a\0b")))).toMatch(/^Block 1 holds a NUL character/);
  });

  it("refuses in words what it does not know", () => {
    const one = paragraph("x");
    const cases: [unknown, RegExp][] = [
      [null, /^The report cannot be read/],
      [{ title: " \u200b", blocks: [] }, /^The report has no title/],
      [{ title: "T" }, /^The report has no blocks/],
      [documentOf({ ...one, type: "video" }), /^Block 1 is of a kind that this desk does not know: “video”/],
      [documentOf(one, { ...one, type: 7 }), /^Block 2 is of a kind that this desk does not know: nameless/],
      [documentOf({ ...one, audience: "everybody" }), /^Block 1 does not say whether it is public or internal/],
      [documentOf({ ...one, id: "1" }), /^Block 1 does not say what it shows/],
      [documentOf({ id: id(), type: "claim", audience: "public" }), /^Block 1 does not say what it shows/],
      [documentOf(one, one), /^Two blocks of the report have the same id/],
      [documentOf({ ...one, children: [] }), /^Block 1 has no text/],
      [documentOf({ ...one, children: [{ type: "image", url: "x" }] }), /neither words nor a link/],
      [documentOf({ ...one, children: [{ type: "link", url: "data:x", children: [] }] }), /no web or mail address/],
    ];
    for (const [value, reason] of cases) expect(reasonOf(value)).toMatch(reason);
  });

  it("stays within its bounds", () => {
    const many = Array.from({ length: DOCUMENT_MAX.blocks + 1 }, () => paragraph("x"));
    expect(reasonOf(documentOf(...many))).toBe("A report holds up to 1,000 blocks. Make two of this one.");
    const tooLong = paragraph("x".repeat(DOCUMENT_MAX.prose + 1));
    expect(reasonOf(documentOf(tooLong))).toMatch(/longer than 20,000 characters/);
    const long = Array.from({ length: 21 }, () => paragraph("x".repeat(DOCUMENT_MAX.prose)));
    expect(reasonOf(documentOf(...long))).toMatch(/^The prose is longer than 400,000 characters/);
    expect(reasonOf({ title: "x".repeat(301), blocks: [] })).toMatch(/^The title is longer than 300/);
  });

  it("never throws, and what it took it takes again unchanged", () => {
    const any = fc.anything({ maxDepth: 4, withObjectString: true });
    const block = fc.record({
      id: fc.constantFrom(id(), id(), "x"),
      type: fc.constantFrom("paragraph", "claim", "x"),
      audience: fc.constantFrom("public", "x"),
      children: any,
    });
    fc.assert(
      fc.property(fc.oneof(any, fc.record({ title: fc.string(), blocks: fc.array(fc.oneof(any, block)) })), (value) => {
        const checked = checkReportDocument(value);
        if (checked.ok) expect(checkReportDocument(checked.document)).toEqual(checked);
        else expect(checked.reason).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a document", () => {
  it("[R2] is cut to its public blocks for readers", () => {
    const [open, inside] = [paragraph("For all."), { ...paragraph("For us."), audience: "internal" as const }];
    const document: ReportDocument = { title: "T", blocks: [open, inside] };
    expect(publicDocument(document).blocks).toEqual([open]);
  });

  it("makes a template without what names its case", () => {
    const claim: ReportBlock = { id: id(), type: "claim", audience: "public", claimId: id(), detail: "full" };
    const copy: ReportBlock = { id: id(), type: "annotated", audience: "internal", sourceId: id() };
    const document = { title: "T", blocks: [claim, copy, paragraph("Stays.")] };
    expect(claimsNamed(document)).toEqual(["claimId" in claim ? claim.claimId : ""]);
    const { blocks, leftOut } = templateOf(document);
    expect(leftOut).toBe(1);
    expect(blocks).toEqual([
      { type: "annotated", audience: "internal", sourceId: null },
      { type: "paragraph", audience: "public", children: [{ text: "Stays." }] },
    ]);
  });

  it("links to pages and mail only; a bare domain is taken for https", () => {
    expect(proseUrl(" harbour.example/log ")).toBe("https://harbour.example/log");
    expect(proseUrl("mailto:desk@harbour.example")).toBe("mailto:desk@harbour.example");
    const wrong = ["", "javascript:alert(1)", "data:text/html,x", "harbour", "//harbour.example", "ftp://x.example"];
    for (const one of wrong) expect(proseUrl(one), one).toBeNull();
  });
});

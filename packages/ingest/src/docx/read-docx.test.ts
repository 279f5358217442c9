import { checkBlocks } from "@assay/domain";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { makeDocx, paragraph, part, run } from "../testing/make-docx.ts";
import { readDocx } from "./read-docx.ts";
import { scanXml } from "./scan-xml.ts";

async function read(body: string, more: Record<string, string> = {}) {
  const outcome = await readDocx(makeDocx(body, more), "a_statement.docx");
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(checkBlocks(outcome.text, outcome.blocks)).toBeNull();
  const blocks = outcome.blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${outcome.text.slice(start, end)}`);
  return { ...outcome, blocks };
}
const refused = async (bytes: Uint8Array) => {
  const outcome = await readDocx(bytes, "a.docx");
  if (outcome.ok) throw new Error("It was read, though a refusal was expected");
  return outcome;
};
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe("the words of a document", () => {
  it("headings, paragraphs and quotations by their styles", async () => {
    const styles = ["Title", "Subtitle", "Heading1", "Heading3", "Quote"].map(
      (id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace(/(\d)/, " $1")}"/></w:style>`,
    );
    const body = [["Statement", "Title"], ["Of the office", "Subtitle"], ["At night", "Heading1"], ["Later", "Heading3"], ["No.", "Quote"]]
      .map(([words = "", style]) => paragraph(words, style))
      .join("");
    const { blocks } = await read(body + paragraph("The ferry left."), { "word/styles.xml": part("styles", styles.join("")) });
    expect(blocks).toEqual([
      "heading1: Statement",
      "heading2: Of the office",
      "heading1: At night",
      "heading3: Later",
      "quote: No.",
      "paragraph: The ferry left.",
    ]);
  });

  it("pieces, breaks, tabs, hyphens that do not break and characters that XML writes apart", async () => {
    const body = `<w:p>${run("The fer")}${run("ry")}<w:r><w:tab/><w:t>left &amp; ran</w:t><w:br/><w:t>on</w:t><w:noBreakHyphen/><w:t>shore</w:t></w:r></w:p>`;
    expect((await read(body)).blocks).toEqual(["paragraph: The ferry left & ran\non\u2011shore"]);
  });

  it("the result of a field, and not its code", async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ yyyy</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("2025")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect((await read(`<w:p>${run("In ")}${field}</w:p>`)).blocks).toEqual(["paragraph: In 2025"]);
  });

  it("a table, a line for a row", async () => {
    const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
    expect((await read(`<w:tbl>${row("Port", "High")}${row("Sallow", "04:10")}</w:tbl>`)).blocks).toEqual(["line: Port | High", "line: Sallow | 04:10"]);
  });

  it("a list that Word numbers, without its numbers, and says so", async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run("No pilot.")}</w:p>`;
    const { blocks, notes } = await read(item + item, { "word/numbering.xml": part("numbering", numbering) });
    expect(blocks).toEqual(["list-item: No pilot.", "list-item: No pilot."]);
    expect(notes).toEqual(["Word numbers 1 list of this document by itself. Those numbers are not in the text."]);
  });

  it("footnotes with their marks, without the arrows that lead back", async () => {
    const body = `<w:p>${run("The ferry left.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const notes = part("footnotes", `<w:footnote w:id="2">${paragraph("At noon.")}</w:footnote>`);
    const outcome = await read(body, { "word/footnotes.xml": notes });
    expect(outcome.blocks).toEqual(["paragraph: The ferry left.[1]", "list-item: At noon."]);
    expect(outcome.notes).toEqual([]);
  });

  it("tracked changes as if they were accepted, and how many", async () => {
    const by = 'w:id="1" w:author="A" w:date="2025-06-14T09:30:00Z"';
    const body = `<w:p>${run("It warned ")}<w:del ${by}><w:r><w:delText>twice</w:delText></w:r></w:del><w:ins ${by}>${run("once")}</w:ins><w:moveFrom ${by}>${run(" gone")}</w:moveFrom>${run(" at ")}<w:moveTo ${by}>${run("noon")}</w:moveTo>${run(".")}</w:p>`;
    const { text, notes } = await read(body);
    expect(text).toBe("It warned once at noon.");
    expect(notes).toEqual([
      "This document holds tracked changes: 2 insertions are read as made, 2 deletions as done. If that is not what was published, " +
        "accept or reject them in Word first.",
    ]);
  });

  it("says what else Word shows in another way, or not at all", async () => {
    const picture = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="out" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const outside = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`;
    const { text, notes } = await read(`<w:p>${run("Seen. ")}${run("Hidden.", "<w:rPr><w:vanish/></w:rPr>")}${picture}</w:p>`, {
      "word/_rels/document.xml.rels": outside,
      "word/comments.xml": part("comments", `<w:comment w:id="1">${paragraph("Sure?")}</w:comment>`),
      "word/header1.xml": part("hdr", paragraph("Embargo until noon")),
      "word/footer1.xml": part("ftr", paragraph(" ")),
    });
    expect(text).toBe("Seen. Hidden.");
    expect(notes).toEqual([
      "This document holds hidden text, which Word does not show. It is in the text like all other words.",
      "This document holds 1 comment. It is no part of the text.",
      "This document holds 1 picture. What it shows is not here.",
      "At the edges of its pages this document says “Embargo until noon”. That is no part of the text.",
    ]);
  });
});

describe("what a document says of itself", () => {
  const core = (inner: string) =>
    `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${inner}<dcterms:created>2025-06-14T09:30:00Z</dcterms:created></cp:coreProperties>`;

  it("its title, author and language, and not when it was saved", async () => {
    const xml = core("<dc:title>Ferry &amp; bank</dc:title><dc:creator>Harbour office</dc:creator><dc:language>en-GB</dc:language>");
    const { meta } = await read(paragraph("One."), { "docProps/core.xml": xml });
    expect(meta).toEqual({ title: "Ferry & bank", author: "Harbour office", language: "en-GB" });
  });

  it("else its title is its first heading, or its name", async () => {
    expect((await read(paragraph("Aground", "Heading1"))).meta).toEqual({ title: "Aground" });
    expect((await read(paragraph("One."), { "docProps/core.xml": core("<dc:title> </dc:title>") })).meta).toEqual({ title: "a statement" });
  });
});

describe("a file that means harm, or was harmed", () => {
  it.each([
    ["is cut short", makeDocx(paragraph("One.")).slice(0, 500), "format", /damaged: its parts cannot be unpacked/],
    ["does not fit together", makeDocx("", { "word/document.xml": "<w:document><w:body></w:document>" }), "format", /does not fit together/],
    ["is another archive", zipSync({ "a.txt": strToU8("One") }), "format", /an archive and no document of Word/],
    ["is a workbook", zipSync({ "xl/workbook.xml": strToU8("<a/>") }), "format", /a workbook of Excel/],
    ["is an OpenDocument file", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }), "format", /OpenDocument/],
    ["declares entities", makeDocx("", { "word/document.xml": `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><w:document ${W}><w:body>${paragraph("&c;")}</w:body></w:document>` }), "format", /declares entities/],
    ["asks for a file of this machine", makeDocx("", { "word/styles.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>' }), "format", /declares entities/],
    ["nests without an end", makeDocx(`${"<w:sdt><w:sdtContent>".repeat(5_000)}${paragraph("One.")}${"</w:sdtContent></w:sdt>".repeat(5_000)}`), "format", /150 levels deep/],
    ["is all elements", makeDocx(`<w:p>${"<w:r/>".repeat(500_001)}</w:p>`), "size", /more than 500,000 pieces/],
    ["unpacks to more than anybody writes", makeDocx(paragraph("One."), { "word/comments.xml": " ".repeat(64 * 1024 * 1024) }), "size", /more than 60 MB/],
  ])("that %s is refused in words", async (_, bytes, rule, reason) => {
    expect(await refused(bytes)).toMatchObject({ rule, reason: expect.stringMatching(reason) });
  });

  it("that holds a part twice is refused: readers differ on which one counts", async () => {
    const bytes = makeDocx(paragraph("One."), { "word/documenu.xml": part("document", "") });
    const name = [..."word/documenu.xml"].map((letter) => letter.charCodeAt(0));
    for (let at = 0; at < bytes.length - name.length; at += 1) {
      if (name.every((unit, index) => bytes[at + index] === unit)) bytes[at + name.indexOf(117, 9)] = 116;
    }
    expect((await refused(bytes)).reason).toContain("the same part twice");
  });

  it("that lies about its sizes is refused", async () => {
    const bytes = makeDocx(paragraph("One."), { "word/comments.xml": " ".repeat(1_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 1_000_000) view.setUint32(at + 24, 10, true);
    }
    expect((await refused(bytes)).rule).toBe("format");
  });
});

describe("counting XML without reading it", () => {
  const scan = (xml: string) => scanXml(strToU8(xml), 1_000, 100);

  it("knows what is no element", () => {
    expect(scan(`<?xml version="1.0"?><!-- <a><b> --><a x="1 > 2" y='"'><b/><![CDATA[<c><d>]]></a>`)).toEqual({
      elements: 2,
      depth: 1,
      declares: false,
    });
    expect(scan("<a><b><c/></b></a>")).toMatchObject({ elements: 3, depth: 2 });
    expect(scan("<!DOCTYPE a><a/>").declares).toBe(true);
  });

  it("goes no further than it has to", () => {
    expect(scan("<a>".repeat(5_000)).depth).toBe(101);
    expect(scan("<a/>".repeat(5_000)).elements).toBe(1_001);
    expect(scan('<a b="'.repeat(5_000)).elements).toBe(1);
  });
});

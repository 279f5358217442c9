import { describe, expect, it } from "vitest";
import { ingest, ingestText } from "./ingest.ts";
import { MAX_SOURCE_BYTES } from "./ingested.ts";
import type { Ingested, IngestInput, IngestOutcome } from "./ingested.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (bytes: Uint8Array | string, more: Partial<IngestInput> = {}) =>
  ingest({ bytes: typeof bytes === "string" ? utf8(bytes) : bytes, name: "harbour-log.txt", ...more });

function accepted(outcome: IngestOutcome): Ingested {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome;
}

function refused(outcome: IngestOutcome): { rule: string; reason: string } {
  if (outcome.ok) throw new Error("accepted, though a refusal was expected");
  return outcome;
}

function utf16(units: readonly number[], littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  units.forEach((unit, index) => view.setUint16(index * 2, unit, littleEndian));
  return bytes;
}

const unitsOf = (text: string) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

describe("encodings", () => {
  it("drops a UTF-8 byte order mark and keeps every other character", async () => {
    const read = accepted(await file(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8("Carrow Quay, 19.14 ⚓️")])));
    expect(read.text).toBe("Carrow Quay, 19.14 ⚓️");
    expect(read.encoding).toBe("utf-8");
  });

  it.each([
    ["utf-16le", true],
    ["utf-16be", false],
  ] as const)("reads %s by its byte order mark", async (encoding, little) => {
    const read = accepted(await file(utf16([0xfeff, ...unitsOf("Sallow Bank 🛟\r\nbuoy 7")], little)));
    expect(read.text).toBe("Sallow Bank 🛟\nbuoy 7");
    expect(read.encoding).toBe(encoding);
  });

  it("[X2] replaces a lone surrogate and says how many", async () => {
    const read = accepted(await file(utf16([0xfeff, 0x41, 0xd800, 0x42, 0xdc00], true)));
    expect(read.text).toBe("A\uFFFDB\uFFFD");
    expect(read.notes.join()).toContain("2 broken halves of characters were replaced");
  });

  it("refuses UTF-16 that ends inside a character", async () => {
    expect(refused(await file(new Uint8Array([0xff, 0xfe, 0x41]))).rule).toBe("encoding");
  });

  it("refuses invalid UTF-8, naming the offset and the way out", async () => {
    const answer = refused(await file(new Uint8Array([...utf8("caf"), 0xe9, ...utf8(" at noon")])));
    expect(answer.rule).toBe("encoding");
    expect(answer.reason).toContain("offset 3 (0xE9)");
    expect(answer.reason).toContain("Save it as UTF-8");
  });

  it("reads windows-1252 only when asked to", async () => {
    const bytes = new Uint8Array([0x93, ...utf8("slack"), 0x94, 0x20, 0x80, 0x35, 0x20, 0xe9]);
    const read = accepted(await file(bytes, { encoding: "windows-1252" }));
    expect(read.text).toBe("“slack” €5 é");
    expect(read.encoding).toBe("windows-1252");
  });

  it("[X2] keeps combining accents apart: text is never composed", async () => {
    expect(accepted(await file("cafe\u0301")).text).toBe("cafe\u0301");
  });
});

describe("what is no text", () => {
  it.each([
    ["a PDF", utf8("%PDF-1.7\n1 0 obj")],
    ["a zip", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
    ["a PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["an RTF", utf8("{\\rtf1\\ansi hello}")],
    ["control characters", new Uint8Array([1, 2, 3, 4, 0x41, 0x42])],
  ])("refuses %s renamed to .txt", async (_, bytes) => {
    expect(refused(await file(bytes)).rule).toBe("binary");
  });

  it("[X2] refuses NUL, and knows UTF-16 that lost its mark", async () => {
    expect(refused(await file(new Uint8Array([...utf8("a log of the ferry"), 0, 0x62]))).rule).toBe("X2");
    expect(refused(await file(utf16(unitsOf("no mark here"), true))).reason).toContain("UTF-16 without a byte order mark");
  });

  it("[X2] refuses NUL in pasted text", async () => {
    expect(refused(ingestText("a\0b")).rule).toBe("X2");
  });

  it("forgives a single stray control character in a text", async () => {
    expect(accepted(await file("The log ends here.\u001a")).text).toBe("The log ends here.\u001a");
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n\t\u00a0\r\n"],
    ["a byte order mark", "\ufeff"],
  ])("refuses a file of %s", async (_, text) => {
    expect(refused(await file(text)).rule).toBe("empty");
  });

  it("refuses Markdown that is only marks", async () => {
    expect(refused(await file("---\n\n[a]: http://x.example\n", { name: "a.md" })).rule).toBe("empty");
  });

  it("refuses 25 MB and says the size, accepts one byte less", async () => {
    const bytes = new Uint8Array(MAX_SOURCE_BYTES).fill(0x61);
    const answer = refused(await file(bytes));
    expect(answer.rule).toBe("size");
    expect(answer.reason).toContain("25.0 MB");
    expect(accepted(await file(bytes.subarray(1))).text.length).toBe(MAX_SOURCE_BYTES - 1);
  });

  it("refuses a list of lines that is no document", async () => {
    expect(refused(await file("a\n\n".repeat(500_000))).reason).toContain("500,000 paragraphs");
    expect(refused(await file("a\n".repeat(2_000_000))).reason).toContain("2,000,001 lines");
  });

  it.each([
    ["one line", "word ".repeat(4_000_000)],
    ["one word", "a".repeat(20_000_000)],
    ["wrapped lines", "The ferry left the harbour at noon, and nobody saw it go\n".repeat(350_000)],
    ["white space and a word", `${" ".repeat(20_000_000)}a`],
    ["what could be a speaker's name", "Anna ".repeat(4_000_000)],
  ])("takes 20 MB of %s", async (_, text) => {
    expect(accepted(await file(text)).blocks).toHaveLength(1);
    expect(accepted(await file(text, { name: "a.md" })).blocks).toHaveLength(1);
  });
});

describe("formats", () => {
  it("goes by the extension, then by the media type", async () => {
    expect(accepted(await file("# A", { name: "a.MD" })).text).toBe("A");
    expect(accepted(await file("# A", { name: "a.markdown", mediaType: "text/plain" })).text).toBe("A");
    expect(accepted(await file("# A", { name: "a", mediaType: "text/markdown; charset=utf-8" })).text).toBe("A");
    expect(accepted(await file("# A", { name: "notes.log", mediaType: "text/plain" })).text).toBe("# A");
  });

  it.each(["report.odt", "report.xlsx", "README"])("refuses %s, naming what is read", async (name) => {
    const answer = refused(await file("words", { name, mediaType: name === "README" ? "" : "text/plain" }));
    expect(answer.rule).toBe("format");
    expect(answer.reason).toContain("plain text (.txt, .text), Markdown (.md, .markdown), a web page (.html, .htm), DOCX or PDF");
  });

  it.each([
    ["a.pdf", "words", "This is something else, not a PDF, whatever its name says."],
    ["a.docx", "%PDF-1.7", "This is a PDF, not a DOCX, whatever its name says."],
  ])("refuses %s that is none", async (name, words, reason) => {
    expect(refused(await file(words, { name })).reason).toContain(reason);
  });

  it.each([
    ["a.txt", "plain text"],
    ["a.md", "Markdown"],
    ["a.htm", "web page"],
  ])("says what %s was read as", async (name, format) => {
    expect(accepted(await file("The ferry left at noon.", { name }))).toMatchObject({ format, encoding: "utf-8" });
  });
});

describe("the code of a web page", () => {
  it.each([
    ["pasted", ingestText("<p class=MsoNormal><b>Six</b> homes&nbsp;<span>lost</span></p>")],
    ["saved as text", file("<!doctype html><html><head><title>T</title></head><body><p>Six homes</p></body></html>")],
  ])("%s is kept, and it is said that its marks are in it", async (_, outcome) => {
    expect(accepted(await outcome).notes.join()).toMatch(/looks like the code of a web page: it holds marks such as <(?:p|html)/u);
  });

  it.each(["a < b and b > c, or <b>so</b> it says", "He wrote <p> and <br>.", "x <y> <z> <w> <v> <u>", "<".repeat(30_000)])(
    "is not seen in %.20j",
    (text) => {
      expect(accepted(ingestText(text)).notes).toEqual([]);
    },
  );
});

describe("hidden characters", () => {
  it("keeps a bidi override and says where it is", async () => {
    const read = accepted(await file("The master\nsaid \u202eno\u202c."));
    expect(read.text).toBe("The master\nsaid \u202eno\u202c.");
    expect(read.notes.join("\n")).toContain("right-to-left override: line 2, character 6");
  });

  it("says nothing of the joiners inside an emoji", async () => {
    expect(accepted(await file("The crew 👩‍✈️ went ashore 👨‍👩‍👧‍👦.")).notes).toEqual([]);
  });

  it("names three places of many", async () => {
    const [note] = accepted(ingestText("a\u200bb\u200bc\u200bd\u200be")).notes;
    expect(note).toContain("and 1 more");
  });
});

import { checkBlocks } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { linesAt, makePdf } from "../testing/make-pdf.ts";
import type { SetWords } from "../testing/make-pdf.ts";
import { joinLines, wholeWords } from "./join-lines.ts";
import { readPdf } from "./read-pdf.ts";
import { inReadingOrder } from "./right-to-left.ts";
import { unshape } from "./unshape.ts";

async function read(pages: readonly (readonly SetWords[])[], info = "", catalog = "") {
  const outcome = await readPdf(makePdf(pages, info, catalog), "a_hearing.pdf");
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(checkBlocks(outcome.text, outcome.blocks)).toBeNull();
  const blocks = outcome.blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${outcome.text.slice(start, end)}`);
  return { ...outcome, blocks };
}
const blocksOf = async (...pages: (readonly SetWords[])[]) => (await read(pages)).blocks;

const FULL = [
  "The ferry lay on the bank until the tide came back in the morning, and nobody of",
  "the crew was hurt, as the harbour office said on the day after in its own report,",
  "which three papers had before them.",
];
const PARAGRAPH = FULL.join(" ");

describe("the lines of a page", () => {
  it("are one paragraph each where a distance is between them", async () => {
    expect(await blocksOf([...linesAt(72, 100, FULL), ...linesAt(72, 170, FULL)])).toEqual([`paragraph: ${PARAGRAPH}`, `paragraph: ${PARAGRAPH}`]);
  });

  it("are one paragraph each where the first one is set in", async () => {
    const [first = "", ...others] = FULL;
    const set = (y: number) => [{ words: first, x: 90, y }, ...linesAt(72, y + 15, others)];
    expect(await blocksOf([...set(100), ...set(145)])).toEqual([`paragraph: ${PARAGRAPH}`, `paragraph: ${PARAGRAPH}`]);
  });

  it("end one where the next word would have had room", async () => {
    expect(await blocksOf([...linesAt(72, 100, FULL), ...linesAt(72, 145, FULL)])).toHaveLength(2);
    expect(await blocksOf(linesAt(72, 100, ["Low water at four", ...FULL]))).toEqual(["paragraph: Low water at four", `paragraph: ${PARAGRAPH}`]);
  });

  it("in larger letters are headings by their size", async () => {
    const page = [{ words: "Hearing", x: 72, y: 60, size: 24 }, { words: "Morning", x: 72, y: 100, size: 16 }, ...linesAt(72, 130, FULL)];
    expect(await blocksOf(page)).toEqual(["heading1: Hearing", "heading2: Morning", `paragraph: ${PARAGRAPH}`]);
  });

  it("with a mark are items, with a name before them turns", async () => {
    const items = linesAt(72, 100, ["1. No pilot was on board.", "(b) No lights were seen.", "- No call was made."]);
    const turns = linesAt(72, 200, ["MS VARGA: Who was it?", "CAPT REED: I was.", "MS VARGA: On that night?", "Q. And the log?", "A. I kept it."]);
    const kinds = (await blocksOf([...items, ...turns])).map((block) => block.split(":", 1)[0]);
    expect(kinds).toEqual([...Array.from({ length: 3 }, () => "list-item"), ...Array.from({ length: 5 }, () => "speaker-turn")]);
  });

  it("of a table are a line for each row, its head with them", async () => {
    const row = (y: number, ...cells: string[]) => cells.map((words, at) => ({ words, x: 72 + at * 150, y }));
    const head = [{ words: "Port", x: 90, y: 200 }, { words: "High", x: 250, y: 200 }];
    const page = [...linesAt(72, 100, FULL), ...head, ...row(215, "Sallow Bank", "04:10"), ...row(230, "Carrow Quay", "05:20")];
    expect(await blocksOf(page)).toEqual([`paragraph: ${PARAGRAPH}`, "line: Port | High", "line: Sallow Bank | 04:10", "line: Carrow Quay | 05:20"]);
  });

  it("of two columns are not read across", async () => {
    const narrow = ["The ferry lay on the bank", "until the tide came back,", "and nobody was hurt."];
    const other = ["The office said so on the", "day after, in its report."];
    expect(await blocksOf([...linesAt(72, 100, narrow), ...linesAt(320, 100, other)])).toEqual([
      `paragraph: ${narrow.join(" ")}`,
      `paragraph: ${other.join(" ")}`,
    ]);
  });

  it("have the spaces that stand between their letters, and no others", async () => {
    const apart = [{ words: "The fer", x: 72, y: 100 }, { words: "ry", x: 110.1, y: 100 }, { words: "left.", x: 123.4, y: 100 }];
    expect(await blocksOf(apart)).toEqual(["paragraph: The ferry left."]);
  });
});

describe("over the end of a page", () => {
  it("a sentence goes on that has not ended", async () => {
    const [first = "", second = "", third = ""] = FULL;
    expect(await blocksOf(linesAt(72, 700, [first, second]), linesAt(72, 72, [third]))).toEqual([`paragraph: ${PARAGRAPH}`]);
  });

  it("another begins where it has", async () => {
    expect(await blocksOf(linesAt(72, 700, FULL), linesAt(72, 72, FULL))).toHaveLength(2);
  });
});

describe("what is left out, and said", () => {
  const page = (number: number, more: SetWords[] = []) => [
    { words: "Hearing of 4 June", x: 72, y: 40 },
    ...linesAt(72, 100, [...FULL, `On page ${number}.`]),
    { words: `Page ${number} of 3`, x: 280, y: 760 },
    ...more,
  ];

  it("heads and feet that are on many pages", async () => {
    const { text, notes } = await read([page(1), page(2), page(3)]);
    expect(text).not.toMatch(/Hearing|of 3/);
    expect(text).toContain("On page 2.");
    expect(notes).toEqual([
      "Left out, since they stand at the same place of many pages: “Hearing of # June” on 3 pages, “Page # of #” on 3 pages. A # is a number.",
    ]);
  });

  it("never what is on two pages alone, or stands close to the text", async () => {
    const { text, notes } = await read([page(1), page(2)]);
    expect(text).toContain("Hearing of 4 June");
    expect(notes).toEqual([]);
    const close = Array.from({ length: 4 }, () => linesAt(72, 100, ["The same words on top.", ...FULL]));
    expect((await read(close)).text.match(/The same words/g)).toHaveLength(4);
  });

  it("the numbers of the lines of a transcript, and no number of its words", async () => {
    const numbered = (from: number) =>
      Array.from({ length: 12 }, (_, at) => [
        { words: String(at + 1), x: at < 9 ? 56 : 50, y: 100 + at * 24 },
        { words: `${at + 2} people of ${from + at} said that they saw it`, x: 90, y: 100 + at * 24 },
      ]).flat();
    const { text, notes } = await read([numbered(100), numbered(200), numbered(300)]);
    expect(notes).toEqual(["Left out: the numbers of the lines at the edge of 3 pages."]);
    expect(text.match(/\d+ people of \d+ said/g)).toHaveLength(36);
    expect(text).toMatch(/^2 people of 100 said/);
    expect((await read([numbered(100), numbered(200)])).text).toMatch(/^1 2 people/);
  });
});

describe("a word that the end of a line divides", () => {
  const join = (...lines: string[]) => {
    const joined: string[] = [];
    return [joinLines(lines, wholeWords(["A well-known Anglo-Dutch ferry, e-mail", "the internationalists"]), joined), joined];
  };
  it.each([
    ["is whole again", ["inter-", "national waters"], "international waters", ["international"]],
    ["keeps the hyphen that it has elsewhere", ["a well-", "known ferry"], "a well-known ferry", []],
    ["keeps the one before a capital or a number", ["Anglo-", "Saxon, MS-", "7"], "Anglo-Saxon, MS-7", []],
    ["loses a hyphen that is only for line ends", ["Ham\u00AD", "Burg"], "HamBurg", ["HamBurg"]],
    ["is no matter of a dash", ["the ferry —", "so he said—", "left"], "the ferry — so he said—left", []],
    ["is none in a script without spaces", ["日本の", "船"], "日本の船", []],
  ])("%s", (_, lines, words, joined) => {
    expect(join(...lines)).toEqual([words, joined]);
  });

  it("is said", async () => {
    const { text, notes } = await read([linesAt(72, 100, ["The ferry lay on the bank until the tide came back in inter-", "national waters."])]);
    expect(text).toContain("in international waters.");
    expect(notes).toEqual(["1 word was divided at the end of a line and is whole here: “international”."]);
  });
});

describe("letters", () => {
  it("that are drawn as one shape are read as what they stand for, and nothing else is made another", () => {
    expect(unshape("ﬁre, ﬄ, ﻣﻨﻴﻊ, ½ ² Å cafe\u0301")).toBe("fire, ffl, منيع, ½ ² Å cafe\u0301");
  });

  it("that run from right to left are read from the right, numbers among them from the left", () => {
    const piece = (words: string, x: number) => ({ words, x, y: 0, width: 5, size: 10, level: true, endsLine: false });
    const set = [piece("ת", 0), piece(" ", 5), piece("2", 10), piece("5", 15), piece(" ", 20), piece("ב", 25), piece("א", 30)];
    expect(inReadingOrder(set).map(({ words }) => words).join("")).toBe("אב 25 ת");
  });
});

describe("what a PDF says of itself", () => {
  it("its title, author and language, and not when it was made", async () => {
    const info = "/Title (Hearing on the ferry) /Author (Harbour office) /CreationDate (D:20250614093000Z)";
    expect((await read([linesAt(72, 100, FULL)], info, "/Lang (en-GB)")).meta).toEqual({
      title: "Hearing on the ferry",
      author: "Harbour office",
      language: "en-GB",
    });
  });

  it.each(["Microsoft Word - hearing.docx", "hearing.indd", "Untitled", ""])("not the title %j", async (title) => {
    expect((await read([linesAt(72, 100, FULL)], `/Title (${title})`)).meta.title).toBe("a hearing");
  });
});

describe("a PDF that cannot be read", () => {
  const refused = async (bytes: Uint8Array) => {
    const outcome = await readPdf(bytes, "a.pdf");
    if (outcome.ok) throw new Error("It was read, though a refusal was expected");
    return outcome;
  };
  it("is refused in words when it is damaged", async () => {
    expect((await refused(new TextEncoder().encode("%PDF-1.7\n1 0 obj"))).reason).toMatch(/^This PDF is damaged/);
  });

  it("is refused when its pages are pictures", async () => {
    expect(await refused(makePdf([[], []]))).toMatchObject({ rule: "empty", reason: expect.stringContaining("text recognition (OCR)") });
  });

  it("is refused when it has a password", async () => {
    const hex = (length: number) => `<${"5a".repeat(length)}>`;
    const locked = makePdf([linesAt(72, 100, FULL)]);
    const text = String.fromCharCode(...locked).replace(
      "/Info 4 0 R",
      `/Info 4 0 R /ID [${hex(16)} ${hex(16)}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(32)} /U ${hex(32)} /P -4 >>`,
    );
    expect((await refused(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).reason).toMatch(/locked with a password/);
  });

  it("says which pages hold no text", async () => {
    const some = linesAt(72, 100, FULL);
    expect((await read([some, [], some, [], []])).notes).toEqual(["Pages 2, 4–5 hold no text. What is in pictures there is not here."]);
  });
});

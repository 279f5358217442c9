import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";

const long =
  "The car ferry Corrie Lark went aground on Sallow Bank at 7.12 p.m. with 186 passengers aboard, " +
  "her owners said, and lay there through one tide.";
const blocksOf = (text: string) =>
  readPlainText(text, "a.txt").blocks.map((block) => [block.kind, text.slice(block.start, block.end)]);

describe("paragraphs of plain text", () => {
  it("takes each line for a paragraph where lines are long", () => {
    expect(blocksOf(`${long}\n${long}\n\n  ${long}  \n`)).toEqual([
      ["paragraph", long],
      ["paragraph", long],
      ["paragraph", long],
    ]);
  });

  it("keeps the line breaks of wrapped text inside one block", () => {
    const one = [
      "The car ferry Corrie Lark went aground on Sallow Bank",
      "at 7.12 p.m. with 186 passengers aboard, her owners",
      "said, and lay there.",
    ].join("\n");
    const two = "Nobody saw the buoy at the turn of the channel, and the\nmaster has said that the wheel went slack.";
    expect(blocksOf(`${one}\n\n${two}\n`)).toEqual([
      ["paragraph", one],
      ["paragraph", two],
    ]);
  });

  it("keeps the short lines of a log apart", () => {
    expect(blocksOf("19.14 sailed\n19.31 aground\n21.22 all ashore\n\nClosed by the watch.")).toEqual([
      ["line", "19.14 sailed"],
      ["line", "19.31 aground"],
      ["line", "21.22 all ashore"],
      ["paragraph", "Closed by the watch."],
    ]);
  });

  it("does not take a wrapped line that begins with a dash or a number for a list", () => {
    const text = [
      "The company said the ship had been surveyed in the month of May",
      "12. The yard that did the work has kept no copy of its",
      "findings, but the survey found nothing amiss with her steering gear",
      "- a point the board disputes.",
      "",
      "Nothing more was said.",
    ].join("\n");
    expect(blocksOf(text)).toHaveLength(2);
  });

  it("reads lists and quotations by their marks", () => {
    const text = [
      "What is known so far about the ferry and about her crew:",
      "- 186 passengers",
      "  by the manifest",
      "- 11 crew",
      "",
      "> No passenger",
      "> was in danger.",
      "",
      "1. Read",
      "2. Tag",
    ].join("\n");
    expect(blocksOf(text)).toEqual([
      ["paragraph", "What is known so far about the ferry and about her crew:"],
      ["list-item", "- 186 passengers\n  by the manifest"],
      ["list-item", "- 11 crew"],
      ["quote", "> No passenger\n> was in danger."],
      ["list-item", "1. Read"],
      ["list-item", "2. Tag"],
    ]);
  });
});

describe("the heading of plain text", () => {
  it.each([
    ["a blank line after it", `Ferry aground off Carrow\n\n${long}`],
    ["a longer paragraph after it", `Ferry aground off Carrow\n${long}`],
  ])("is a short first line with %s", (_, text) => {
    const read = readPlainText(text, "a.txt");
    expect(read.blocks[0]).toMatchObject({ kind: "heading", level: 1 });
    expect(read.meta.title).toBe("Ferry aground off Carrow");
  });

  it("may ask, but not state", () => {
    expect(blocksOf(`Who steered?\n\n${long}`)[0]?.[0]).toBe("heading");
    expect(blocksOf(`She is aground.\n\n${long}`)[0]?.[0]).toBe("paragraph");
  });

  it("is not the only line, nor a list item", () => {
    expect(blocksOf("Ferry aground")).toEqual([["paragraph", "Ferry aground"]]);
    expect(blocksOf(`- one\n\n${long}`)[0]?.[0]).toBe("list-item");
  });

  it("falls back to the file's name", () => {
    expect(readPlainText(long, "C:\\desk\\harbour_log.txt").meta.title).toBe("harbour log");
    expect(readPlainText(long, "").meta.title).toMatch(/^The car ferry .*…$/u);
  });
});

describe("transcripts", () => {
  it("marks the turns of named speakers, also in wrapped text", () => {
    const text = [
      "ANNA VOSS: Good evening. Tonight the ferry that never reached",
      "Carrow, and the question of her wheel.",
      "INES VARGA: It went slack.",
      "ANNA VOSS: When?",
    ].join("\n");
    expect(blocksOf(text).map(([kind]) => kind)).toContain("speaker-turn");
    expect(blocksOf(text).filter(([kind]) => kind === "speaker-turn")).toHaveLength(3);
  });

  it("marks questions and answers", () => {
    expect(blocksOf("Q: Who?\nA: The mate.\nQ: When?\nA: At noon.").every(([kind]) => kind === "speaker-turn")).toBe(
      true,
    );
  });

  it("takes neither topics nor a memo's head for speakers", () => {
    expect(blocksOf("Weather: dry\nTravel: slow\nTides: high").some(([kind]) => kind === "speaker-turn")).toBe(false);
    expect(blocksOf("FROM: A\nTO: B\nDATE: C\nSUBJECT: D").some(([kind]) => kind === "speaker-turn")).toBe(false);
  });

  it("does not take a sentence with a colon for a turn", () => {
    const said = "Strand said: “No passenger was ever in danger.”\n";
    expect(blocksOf(said.repeat(4)).some(([kind]) => kind === "speaker-turn")).toBe(false);
  });
});

const pieces = fc.constantFrom(
  "\n",
  "\n\n",
  " ",
  "\t",
  "\u00a0",
  "- ",
  "* ",
  "1. ",
  "> ",
  "# ",
  "Q: ",
  "ANNA: ",
  "word",
  "Ferry aground",
  "é",
  "e\u0301",
  "👨‍👩‍👧",
  "\u202e",
  ".",
  "?",
  "```",
  "|a|b|",
  "|-|-|",
  "<b>",
  "&#13;",
  "[a](b)",
  "**",
  "---",
  "\u3000",
  "\ufeff",
  long,
);
const texts = fc
  .oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
    fc.string({
      unit: fc.constantFrom("\n", " ", "a", "é", "\u2028", "\u200b", "🛟", "\ufffd", "٣", "\u0301"),
      maxLength: 300,
    }),
  )
  .map((text) => text.replace(/\0/g, "").replace(/\r\n?/g, "\n"));

describe.each([
  ["plain text", readPlainText],
  ["Markdown", readMarkdown],
] as const)("the blocks of %s", (_, read) => {
  it("are in order, apart, trimmed and not empty, with only white space between them", () => {
    fc.assert(
      fc.property(texts, (source) => {
        const { text, blocks } = read(source, "a");
        let end = 0;
        for (const block of blocks) {
          const words = text.slice(block.start, block.end);
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(words).not.toBe("");
          expect(words.trim()).toBe(words);
          expect(text.slice(end, block.start).trim()).toBe("");
          end = block.end;
        }
        expect(text.slice(end).trim()).toBe("");
        expect(text).not.toMatch(/\r/);
      }),
      { numRuns: 400 },
    );
  });
});

it("keeps plain text as it is, to the character", () => {
  fc.assert(fc.property(texts, (text) => readPlainText(text, "a").text === text));
});

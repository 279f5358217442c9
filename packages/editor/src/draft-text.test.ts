import type { Block, BlockMark } from "@assay/domain";
import { checkBlocks } from "@assay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDraft } from "./draft-text.ts";
import { openDraft, type DraftElement } from "./draft-value.ts";

const words = fc.string({ unit: fc.constantFrom("a", "ß", "é", "👩‍👧", "日", "."), minLength: 1, maxLength: 12 });
const gap = fc.constantFrom("\n\n", "\n", "\n \n", "\n\n\n");
const kind = fc.constantFrom<Block["kind"]>("paragraph", "list-item", "quote", "line", "code");
const part = fc.record({ words, gap, kind, level: fc.option(fc.integer({ min: 1, max: 6 })), mark: fc.constantFrom("bold", "italic", "link", null) });

/** A text with its blocks, some of them formatted whole. */
const revision = fc.tuple(fc.array(part, { maxLength: 8 }), gap, gap).map(([parts, lead, trail]) => {
  let text = parts.length === 0 ? "" : lead;
  const blocks: Block[] = [];
  for (const [index, { words: own, gap: before, kind: what, level, mark }] of parts.entries()) {
    if (index > 0) text += before;
    const start = text.length;
    text += own;
    const shape: Block = level === null ? { kind: what, start, end: text.length } : { kind: "heading", start, end: text.length, level };
    const link: Partial<BlockMark> = mark === "link" ? { href: "https://example.com/" } : {};
    blocks.push(mark === null ? shape : { ...shape, marks: [{ kind: mark, start, end: text.length, ...link }] });
  }
  return { text: parts.length === 0 ? "" : text + trail, blocks };
});

describe("a draft", () => {
  it("opened and read again is the very same text and blocks", () => {
    fc.assert(
      fc.property(revision, ({ text, blocks }) => {
        const read = readDraft(openDraft(text, blocks));
        expect(read.text).toBe(text);
        expect(read.blocks).toEqual(blocks);
        expect(checkBlocks(text, read.blocks)).toBeNull();
      }),
    );
  });

  it("keeps formatting that overlaps, each kind as few marks", () => {
    const marks: BlockMark[] = [
      { kind: "bold", start: 0, end: 8 },
      { kind: "italic", start: 4, end: 12 },
      { kind: "link", start: 6, end: 8, href: "https://example.com/a" },
    ];
    const blocks: Block[] = [{ kind: "paragraph", start: 0, end: 14, marks }];
    const document = openDraft("The ferry sank", blocks);
    expect(document.value[0]?.children.map(({ text }) => text)).toEqual(["The ", "fe", "rr", "y sa", "nk"]);
    expect(readDraft(document).blocks).toEqual(blocks);
  });

  it("leaves out blocks without words, and parts new ones as their kind is parted", () => {
    const of = (kindOf: DraftElement["kind"], text: string): DraftElement => ({ kind: kindOf, level: null, before: "", children: [{ text }] });
    const value = [of("paragraph", " "), of("paragraph", "One"), of("paragraph", ""), of("line", "two"), of("line", "three")];
    const { text, blocks, origins } = readDraft({ value, edges: { lead: "", trail: "" } });
    expect(text).toBe("One\n\ntwo\nthree");
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(["One", "two", "three"]);
    expect(origins).toEqual([1, 3, 4]);
  });
});

describe("blocks that a client made", () => {
  const text = "One.\n\nTwo e\u0301.";
  it.each<[string, Block[]]>([
    ["leave words out", [{ kind: "paragraph", start: 0, end: 4 }]],
    ["overlap", [{ kind: "paragraph", start: 0, end: 7 }, { kind: "paragraph", start: 6, end: 13 }]],
    ["are empty", [{ kind: "paragraph", start: 0, end: 0 }, { kind: "paragraph", start: 0, end: 13 }]],
    ["go beyond the text", [{ kind: "paragraph", start: 0, end: 14 }]],
    ["split a character", [{ kind: "paragraph", start: 0, end: 11 }, { kind: "paragraph", start: 11, end: 13 }]],
    ["have marks outside", [{ kind: "paragraph", start: 0, end: 13, marks: [{ kind: "bold", start: 4, end: 14 }] }]],
  ])("[X3] are refused when they %s", (_, blocks) => {
    expect(checkBlocks(text, blocks)).toMatchObject({ ok: false, rule: "blocks" });
  });

  it("are taken when they fit", () => {
    const marks: BlockMark[] = [{ kind: "italic", start: 6, end: 9 }];
    const blocks: Block[] = [{ kind: "heading", level: 1, start: 0, end: 4 }, { kind: "paragraph", start: 6, end: 13, marks }];
    expect(checkBlocks(text, blocks)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { readMarkdown } from "./markdown.ts";

function read(source: string) {
  const { text, blocks, meta, notes } = readMarkdown(source, "dispatch.md");
  return {
    text,
    meta,
    notes,
    blocks: blocks.map((block) => [block.kind, text.slice(block.start, block.end)]),
    raw: blocks,
  };
}

describe("Markdown", () => {
  it("strips the marks and keeps the words, one blank line between blocks", () => {
    const page = read(
      '# The *Corrie Lark*\n\nShe went **aground** at\n[Sallow Bank](http://x.example "t") ~~twice~~.\n\n***\n\nNext.',
    );
    expect(page.text).toBe("The Corrie Lark\n\nShe went aground at Sallow Bank twice.\n\nNext.");
    expect(page.raw[0]).toMatchObject({ kind: "heading", level: 1 });
    expect(page.meta.title).toBe("The Corrie Lark");
  });

  it("gives list items, quotations, code and table rows blocks of their own", () => {
    expect(
      read(
        [
          "- one",
          "  - two",
          "- [x] three",
          "",
          "> said",
          ">",
          "> again",
          "",
          "```",
          "  19.14  sailed",
          "```",
          "",
          "| pax | crew |",
          "|-|-|",
          "| 186 | 11 |",
        ].join("\n"),
      ).blocks,
    ).toEqual([
      ["list-item", "one"],
      ["list-item", "two"],
      ["list-item", "three"],
      ["quote", "said"],
      ["quote", "again"],
      ["code", "19.14  sailed"],
      ["line", "pax | crew"],
      ["line", "186 | 11"],
    ]);
  });

  it("keeps HTML as the characters it is written with", () => {
    expect(read("<script>alert(1)</script>\n\nA <b onclick=x>bold</b> claim").blocks).toEqual([
      ["paragraph", "<script>alert(1)</script>"],
      ["paragraph", "A <b onclick=x>bold</b> claim"],
    ]);
  });

  it("shows pictures by their alternative text and hard breaks as breaks", () => {
    expect(read("![The quay](q.png)\\\nat noon").text).toBe("The quay\nat noon");
  });

  it("reads the front matter and leaves it out of the text", () => {
    const page = read(
      [
        "---",
        'title: "Aground: the first hour"',
        "author: Ana Marsh",
        "date: 2026-10-08",
        "publisher: The Ellery Courier",
        "url: https://courier.example/a",
        "lang: en-GB",
        "tags:",
        "  - sea",
        "---",
        "",
        "# Other",
        "",
        "Text.",
      ].join("\n"),
    );
    expect(page.text).toBe("Other\n\nText.");
    expect(page.meta).toEqual({
      title: "Aground: the first hour",
      author: "Ana Marsh",
      publishedAt: "2026-10-08",
      publisher: "The Ellery Courier",
      url: "https://courier.example/a",
      language: "en-GB",
    });
  });

  it("takes nothing odd from front matter", () => {
    const { meta } = read("---\nurl: javascript:alert(1)\ndate: yesterday\nlang: the usual\n---\nText.");
    expect(meta).toEqual({ title: "dispatch" });
  });

  it("leaves a rule at the top a rule", () => {
    expect(read("---\n\nText one.\n\n---\n\nText two.").text).toBe("Text one.\n\nText two.");
  });

  it("takes no carriage return from a character reference", () => {
    expect(read("a&#13;b").text).toBe("a b");
  });

  it.each([
    ["brackets", "![a](".repeat(20_000)],
    ["backticks", Array.from({ length: 1_000 }, (_, index) => "`".repeat(index)).join(" ")],
    ["quotation marks", `${">".repeat(5_000)}a`],
    ["nested lists", Array.from({ length: 400 }, (_, index) => `${" ".repeat(2 * index)}- a`).join("\n")],
    ["sheer length", "word ".repeat(300_000)],
  ])("reads Markdown of hostile %s as plain text, with a note", (_, source) => {
    const page = read(source);
    expect(page.notes.join()).toContain("read as plain text");
    expect(page.text).toBe(source);
  });

  it("takes a long list of links and a long table apart all the same", () => {
    const list = Array.from({ length: 1_000 }, (_, index) => `- [Entry *${index}*](http://x.example/${index})`).join(
      "\n",
    );
    expect(read(list).blocks).toHaveLength(1_000);
    expect(read(`| a | b |\n|---|---|\n${"| 1 | **2** |\n".repeat(1_000)}`).blocks).toHaveLength(1_001);
  });
});

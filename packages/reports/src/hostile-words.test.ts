import { fromMarkdown } from "mdast-util-from-markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { escapeMarkdown, markdownLines } from "./markdown/escape-markdown.ts";
import { escapeHtml } from "./html/escape-html.ts";
import { safeUrl } from "./html/safe-url.ts";
import { renderHtml } from "./html/html-report.ts";
import { renderMarkdown } from "./markdown/markdown-report.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";
import { ferryInput } from "./testing/ferry-case.ts";
import { poison } from "./testing/poison.ts";

describe("hostile words in every field", () => {
  const snapshot = poison(buildSnapshot(ferryInput())) as ReportSnapshot;

  it("come out of the HTML as words", () => {
    const page = renderHtml(snapshot);
    const tags = new Set([...page.matchAll(/<([a-z0-9]+)/giu)].map((match) => match[1]?.toLowerCase()));
    expect(tags.has("script") || tags.has("img")).toBe(false);
    expect(page.match(/<\/style>/giu)).toHaveLength(1);
    expect(page.match(/<\/title>/giu)).toHaveLength(1);
    expect(page.match(/<!--/gu)).toBeNull();
    expect(page.replace(/"[^"]*"/gu, '""')).not.toMatch(/<[^>]*\s(?:on\w+|style|src)=/iu);
    const links = [...page.matchAll(/\shref="([^"]*)"/gu)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !/^(?:#|https?:)/u.test(link))).toEqual([]);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("come out of the Markdown as words", () => {
    const found = new Set<string>();
    const walk = (node: { type: string; children?: unknown }) => {
      found.add(node.type);
      if (Array.isArray(node.children)) node.children.forEach(walk);
    };
    walk(fromMarkdown(renderMarkdown(snapshot)));
    expect([...found].filter((type) => ["html", "link", "image", "definition"].includes(type))).toEqual([]);
  });
});

it("escapes HTML so that the words come back", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...`<>&"';#amplt/é😀 `), { maxLength: 40 }), (parts) => {
      const words = parts.join("");
      const escaped = escapeHtml(words);
      expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/u);
      const back = escaped
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");
      expect(back).toBe(words);
    }),
  );
});

it("escapes Markdown so that the words come back, as one paragraph of text", () => {
  const pieces = fc.constantFrom(
    ..."\\`*_{}[]()#+-.!|~&<>@:=$^ \n\t1aé\"'/",
    "http://a.b",
    "www.a.b",
    "&amp;",
    "1. ",
    "---",
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 30 }), (parts) => {
      const words = `x${parts.join("")}x`;
      const root = fromMarkdown(escapeMarkdown(words));
      const [paragraph] = root.children;
      expect(root.children).toHaveLength(1);
      expect(paragraph?.type).toBe("paragraph");
      const inside = paragraph?.type === "paragraph" ? paragraph.children : [];
      expect(inside.map((node) => node.type)).toEqual(["text"]);
      const [text] = inside;
      expect(text?.type === "text" ? text.value : "").toBe(words.replace(/\s*\n+\s*/gu, " "));
    }),
    { numRuns: 500 },
  );
});

it("keeps the lines of what was written in lines, and nothing in them is markup", () => {
  const pieces = fc.constantFrom(..."\n\n\n\n -*_#>=~|[]()<&`1\t\\".split(""), "a", "1. ", "- ", "# ", "    ", "```\n", "---\n", "\r\n");
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 30 }), (parts) => {
      const words = `x${parts.join("")}x`;
      const root = fromMarkdown(`Rationale: ${markdownLines(words)}`);
      const lines = root.children.flatMap((block) => {
        expect(block.type).toBe("paragraph");
        const inside = block.type === "paragraph" ? block.children : [];
        expect(inside.filter(({ type }) => type !== "text" && type !== "break")).toEqual([]);
        return inside.flatMap((node) => (node.type === "text" ? [node.value] : []));
      });
      const written = words.split(/\r\n?|\n/u).map((line) => line.trim());
      expect(lines).toEqual(`Rationale: ${written.join("\n")}`.split("\n").filter((line) => line !== ""));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["https://courier.example/a b", "https://courier.example/a%20b"],
  ["javascript:alert(1)", null],
  [" JaVaScRiPt:alert(1)", null],
  ["data:text/html,x", null],
  ["//evil.example", null],
  ["http://", null],
  ["the printed edition", null],
])("makes of the address %j the link %j", (address, link) => {
  expect(safeUrl(address)).toBe(link);
});

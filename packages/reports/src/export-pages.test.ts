import type { TemplateBlock as WithoutId } from "@assay/domain";
import { documentFrom, TEMPLATES } from "@assay/domain";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportPages } from "./export-pages.ts";
import { renderPdf } from "./pdf/pdf-report.ts";
import { PAGE_FORMAT_NAMES } from "./report-formats.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";
import { ferryInput, ferryTexts, ferryView } from "./testing/ferry-case.ts";
import { ATTACK, poison } from "./testing/poison.ts";
import { readPdf, withoutSpace } from "./testing/read-pdf.ts";

const snapshot = buildSnapshot(ferryInput());
const pdfOf = async (from: ReportSnapshot) => readPdf((await exportPages(from, "pdf")).bytes);

function passagesOf({ claims }: ReportSnapshot): string[] {
  return claims.flatMap(({ cells }) =>
    cells.flatMap(({ tag, otherTags }) =>
      [tag, ...otherTags].flatMap((one) => (one?.evidence ?? []).map(({ exact }) => exact)),
    ),
  );
}

function partsOf(zip: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  return Object.fromEntries(parts);
}

const release: NonNullable<ReportSnapshot["release"]> = {
  number: 2,
  sha256: "c0ffee".padEnd(64, "0"),
  releasedAt: "2026-10-11T09:44:00.000Z",
  releasedBy: "Wren Halloran",
  signatures: [{ name: "Teo Lindgren", role: "reviewer", at: "2026-10-11T09:38:00.000Z" }],
  corrections: [
    { corrects: 1, madeRelease: 2, at: "2026-10-11T09:20:00.000Z", by: "Priya Oyelaran", what: "Two, not three.", why: "The infirmary rang." },
  ],
};

describe.each(PAGE_FORMAT_NAMES)("the %s export", (format) => {
  const empty = { ...ferryView(), sources: [], claims: [], tags: [], reviews: [], adjudications: [], overrides: [] };

  it.each([
    ["the ferry", snapshot],
    ["an empty case", buildSnapshot(ferryInput({ view: empty }))],
    ["claims without sources", buildSnapshot(ferryInput({ view: { ...ferryView(), sources: [], tags: [] } }))],
    ["hostile words in every field", poison(snapshot) as ReportSnapshot],
    ["nothing but what is no character in every field", poison(snapshot, () => "\uFFFF") as ReportSnapshot],
    ["controls and halves of characters in every field", poison(snapshot, (words) => `\u0000\u0008\uD800${words}\uFFFE`) as ReportSnapshot],
  ])("takes %s, and is the same twice", async (_, from) => {
    const [one, other] = [await exportPages(from, format), await exportPages(from, format)];
    expect(one.bytes.length).toBeGreaterThan(1_000);
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  }, 60_000);

  it("takes a claim of 5,000 words and a word of 5,000 letters", async () => {
    const view = ferryView();
    const text = `${"word ".repeat(5_000)}${"x".repeat(5_000)} end`;
    view.claims = view.claims.map((claim, index) => (index === 0 ? { ...claim, text } : claim));
    const { bytes } = await exportPages(buildSnapshot(ferryInput({ view })), format);
    if (format === "pdf") {
      const set = (await readPdf(bytes)).text;
      expect(set.match(/x{20,}/gu)?.join("")).toHaveLength(10_000);
      expect(set).toContain("wordwordword");
    } else expect(Object.values(partsOf(bytes)).join("")).toContain("x".repeat(5_000));
  }, 60_000);
});

describe("the desk's own document", () => {
  let last = 0;
  const newId = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, "0")}`;
  const of = (...blocks: WithoutId[]) => buildSnapshot(ferryInput({ document: documentFrom(blocks, "Aground", newId) }));
  const audience = "public" as const;
  const prose = (text: string): WithoutId => ({ type: "paragraph", audience, children: [{ text }] });

  it.each(Object.entries(TEMPLATES))("is printed in its order, from the template %s", async (_, { blocks }) => {
    const from = of(...blocks);
    const headings = blocks.flatMap((block) =>
      block.type === "heading" ? [block.children.map((one) => ("text" in one ? one.text : "")).join("")] : [],
    );
    const { bookmarks } = await pdfOf(from);
    expect(bookmarks.filter((title) => headings.includes(title))).toEqual(headings);
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from((await exportPages(from, "docx")).bytes) });
    const found = [...html.matchAll(/<h1[^>]*>(?:<a[^>]*><\/a>)*([^<]+)</gu)].map(([, title]) => title);
    expect(found.filter((title) => headings.includes(title ?? ""))).toEqual(headings);
  }, 60_000);

  it("may show the same block twice, claims before any heading, and what is gone", async () => {
    const claim = { type: "claim", claimId: "claim-1", detail: "full", audience } as const;
    const evidence = { type: "evidence", claimId: "claim-1", sourceId: "source-1", audience } as const;
    const from = of(
      claim,
      { type: "heading", level: 3, audience, children: [{ text: "A part" }] },
      claim,
      { ...claim, claimId: "claim-5" },
      { ...evidence, evidenceId: snapshot.claims[0]?.cells[0]?.tag?.evidence[0]?.id ?? "" },
      { ...evidence, evidenceId: "nowhere" },
      ...(["matrix", "matrix", "sources", "sources", "agreement", "corroboration", "omission", "corrections"] as const).map(
        (type) => ({ type, audience }),
      ),
      { type: "annotated", sourceId: null, audience },
      { type: "annotated", sourceId: "source-2", audience },
      prose("The end."),
    );
    const pdf = await pdfOf(from);
    for (const words of ["C5 stood here", "Theend.", "186 passengers aboard", "The Ellery Courier"]) {
      expect(pdf.text).toContain(withoutSpace(words));
    }
    const docx = await exportPages(from, "docx");
    const names = [...(partsOf(docx.bytes)["word/document.xml"] ?? "").matchAll(/bookmarkStart w:name="([^"]+)"/gu)];
    expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
  }, 60_000);

  it("begins each numbered list of the DOCX at one, and keeps its links", async () => {
    const items = (ordered: boolean, ...words: string[]) =>
      words.map((text): WithoutId => {
        return { type: "item", ordered, audience, children: [{ type: "link", url: "https://a.example/?x=1&y=2", children: [{ text }] }] };
      });
    const from = of(...items(true, "one", "two"), prose("Between."), ...items(true, "first", "second"), ...items(false, "a dash"));
    const { bytes } = await exportPages(from, "docx");
    const { "word/document.xml": body = "", "word/numbering.xml": lists = "" } = partsOf(bytes);
    const numbers = [...body.matchAll(/<w:numId w:val="(\d+)"/gu)].map(([, number]) => number);
    expect([numbers.length, new Set(numbers).size]).toEqual([5, 3]);
    for (const number of numbers) expect(lists).toContain(`<w:num w:numId="${number}"`);
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(html.match(/<ol>/gu)).toHaveLength(2);
    expect(html.match(/<a href="https:\/\/a\.example\/\?x=1&amp;y=2"/gu)).toHaveLength(5);
  }, 60_000);

  it("prints an annotated copy whose notes say what the other sources have", async () => {
    const from = of({ type: "annotated", sourceId: "source-1", audience });
    const { text, links } = await pdfOf(from);
    for (const line of ferryTexts()[0]?.text.split("\n").filter((one) => one !== "") ?? []) {
      for (const words of line.split(/(?<=[.”])\s/u)) expect(text.replaceAll(/\d/gu, "")).toContain(withoutSpace(words).replaceAll(/\d/gu, ""));
    }
    expect(text).toContain(withoutSpace("Kestrel FM: disputed, “All 184 passengers”"));
    expect(links.inside).toBeGreaterThanOrEqual(4);
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from((await exportPages(from, "docx")).bytes) });
    expect(html).toContain("Kestrel FM: disputed, “All 184 passengers”");
    expect(html.match(/<li id="footnote-\d+"/gu)?.length).toBeGreaterThanOrEqual(4);
  }, 60_000);
});

describe("the PDF", { timeout: 60_000 }, () => {
  it("has a title, a language, bookmarks, a structure tree and page numbers", async () => {
    const pdf = await pdfOf(snapshot);
    expect(pdf).toMatchObject({ title: "Aground on Sallow Bank", language: "en" });
    expect(pdf.bookmarks).toEqual([
      "Findings",
      "  C1 The ferry carried 186 passengers.",
      "  C2 A steering failure caused the grounding.",
      "  C3 The ferry grounded on Sallow Bank.",
      "  C4 Nobody was hurt.",
      "Every finding at a glance",
      "Sources",
      "  The Ellery Courier",
      "  Kestrel FM",
      "  Harbour log",
      "How this was worked",
      "Log and verification",
    ]);
    for (const role of ["Document", "H1", "H2", "P", "Table", "TH", "TD", "Link", "Figure"]) {
      expect([...pdf.roles.keys()], role).toContain(role);
    }
    expect(pdf.text).toContain(`1/${pdf.pages}`);
  });

  it("is one report where it was set in parts: bookmarks, tags, links and page numbers go through", async () => {
    const whole = await pdfOf(snapshot);
    const joined = await readPdf(await renderPdf(snapshot, 2_000));
    expect(joined.pages).toBeGreaterThan(whole.pages + 3);
    expect(joined.bookmarks).toEqual(whole.bookmarks);
    expect(joined).toMatchObject({ title: whole.title, language: whole.language, links: whole.links });
    for (const role of ["Title", "H1", "H2", "Figure", "Link"]) expect(joined.roles.get(role), role).toBe(whole.roles.get(role));
    for (const words of passagesOf(snapshot)) expect(joined.text).toContain(withoutSpace(words));
    for (let page = 1; page <= joined.pages; page += 1) expect(joined.text).toContain(`${page}/${joined.pages}`);
    expect(joined.leads.filter(({ from, to }) => Math.abs(from - to) > 1).length).toBeGreaterThan(10);
    const atFault = joined.leads.filter(({ to, told }) => told !== `page ${to}`);
    expect(atFault).toEqual([]);
  });

  it("has every passage as text, and a way from each judgement in the table to it", async () => {
    const pdf = await pdfOf(snapshot);
    for (const words of passagesOf(snapshot)) expect(pdf.text).toContain(withoutSpace(words));
    expect(pdf.links.inside).toBeGreaterThanOrEqual(snapshot.counts.cells + snapshot.counts.claims * 2);
    expect(pdf.links.outside).toEqual(["https://courier.example/ferry?a=1&b=2"]);
    expect(pdf.alternatives).toContain("disputed, settled");
    expect(pdf.alternatives.filter((words) => words.trim() === "")).toEqual([]);
  });

  it("[R2] prints the release, its sha256, who signed, and [R3] what was corrected", async () => {
    const { text } = await pdfOf({ ...snapshot, release });
    for (const words of ["Release 2 · 11 October 2026", release.sha256, "Teo Lindgren", "Two, not three.", "The infirmary rang."]) {
      expect(text).toContain(withoutSpace(words));
    }
  });

  it("never takes somebody's words for markup", async () => {
    const typst = '#read("/etc/passwd") #{1+1} *b* _i_ = h $x$ @ref <l> \\ `c` // #eval("1")';
    const { text } = await pdfOf(poison(snapshot, (words) => typst + words) as ReportSnapshot);
    expect(text).toContain(withoutSpace(typst));
    const attacked = await pdfOf(poison(snapshot) as ReportSnapshot);
    expect(attacked.text).toContain(withoutSpace(ATTACK));
    expect(attacked.links.outside).toEqual([]);
  });

  it.each([
    ["Arabic", "قال القبطان إن العجلة ارتخت"],
    ["Hebrew", "רב החובל אמר"],
    ["Chinese and Japanese", "渡轮在浅滩搁浅 フェリーが座礁した"],
    ["Korean", "여객선이 좌초했다"],
    ["Devanagari", "नौका फँस गई"],
    ["Cyrillic, Greek and Vietnamese", "Паром сел на мель, το πλοίο προσάραξε, phà mắc cạn"],
    ["emoji", "🛟⚓"],
    ["signs", "≈ ½ → ₿ ♥"],
  ])("sets %s in type that it carries", async (_, words) => {
    const claims = snapshot.claims.map((claim) => ({ ...claim, text: `${words} end` }));
    const { text } = await pdfOf({ ...snapshot, claims });
    const found = [...withoutSpace(words)].filter((character) => !text.includes(character));
    // Ligatures of Arabic and Devanagari may be told in another order, but no letter may be lost.
    expect(found).toEqual([]);
    expect(text).not.toContain("[U+");
  });

  it("says so where no type has a character", async () => {
    const claims = snapshot.claims.map((claim) => ({ ...claim, text: "Sign \u{13000} end" }));
    const { text } = await pdfOf({ ...snapshot, claims });
    expect(text).toContain("Sign[U+13000]end");
    expect(text).toContain(withoutSpace("each is printed as its Unicode number"));
  });
});

describe("the DOCX", { timeout: 60_000 }, () => {
  it("has real headings, a note for each passage, tables with a head, and links that lead somewhere", async () => {
    const { bytes } = await exportPages(snapshot, "docx");
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(html.match(/<h1[ >]/gu)?.length).toBe(5);
    expect(html.match(/<h2[ >]/gu)).toHaveLength(snapshot.claims.length);
    expect(html.match(/<li id="footnote-\d+"/gu)).toHaveLength(passagesOf(snapshot).length);
    expect(html.match(/<table>/gu)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toContain("<thead>");
    for (const words of passagesOf(snapshot)) expect(html).toContain(words);
    const parts = partsOf(bytes);
    const names = [...(parts["word/document.xml"] ?? "").matchAll(/w:bookmarkStart w:name="([^"]+)"/gu)].map(([, name]) => name);
    const aims = [...(parts["word/document.xml"] ?? "").matchAll(/w:anchor="([^"]+)"/gu)].map(([, name]) => name);
    expect(aims.length).toBeGreaterThan(10);
    expect(aims.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("carries title, desk and the snapshot's date as its properties, and no other date", async () => {
    const parts = partsOf((await exportPages(snapshot, "docx")).bytes);
    const core = parts["docProps/core.xml"] ?? "";
    expect(core).toContain("<dc:title>Aground on Sallow Bank</dc:title>");
    expect(core).toContain("<dc:creator>The Harbour Desk</dc:creator>");
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/gu)).toEqual(["2026-10-11T09:44:00Z", "2026-10-11T09:44:00Z"]);
  });
});

describe("the XLSX", { timeout: 60_000 }, () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A1"])("keeps %j as words", async (words) => {
    const parts = partsOf((await exportPages(poison(snapshot, () => words) as ReportSnapshot, "xlsx")).bytes);
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(6);
    for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/u);
    expect(parts["xl/sharedStrings.xml"]).toContain(words.trim().replaceAll("'", "&#39;").slice(0, 4));
  });

  it("has a sheet for each question, with its head in sight and filters", async () => {
    const parts = partsOf((await exportPages(snapshot, "xlsx")).bytes);
    const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(([, name]) => name);
    expect(names).toEqual(["Claims", "Matrix", "Cells", "Evidence", "Sources", "Method"]);
    const [cells] = [parts["xl/worksheets/sheet3.xml"] ?? ""];
    expect(cells).toContain('state="frozen"');
    expect(cells).toContain(`<autoFilter ref="A1:AR${snapshot.counts.cells + 1}"/>`);
  });

  it("cuts what a cell cannot hold, and says so", async () => {
    const claims = snapshot.claims.map((claim) => ({ ...claim, text: "😀".repeat(20_000) }));
    const parts = partsOf((await exportPages({ ...snapshot, claims }, "xlsx")).bytes);
    const strings = [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<t[^>]*>([^<]*)</gu)].map(([, one = ""]) => one);
    expect(Math.max(...strings.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
    expect(strings.find((one) => one.startsWith("😀"))).toMatch(/😀 … \(cut here/u);
  });
});

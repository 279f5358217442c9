import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import { ferryInput } from "../testing/ferry-case.ts";
import { readPdf, withoutSpace } from "../testing/read-pdf.ts";
import { mapWords } from "./pdf-objects.ts";
import { renderPdf } from "./pdf-report.ts";

const snapshot = buildSnapshot(ferryInput());

describe("a PDF joined from parts", { timeout: 60_000 }, () => {
  it("keeps words that look like the inside of a PDF as they were typed", async () => {
    const words = "12 0 R (/StructParent 3) /ID (U1x0y0) /Dest 7 0 R [(U1x0y0)] ((";
    const claims = snapshot.claims.map((claim) => ({ ...claim, text: words }));
    const { bookmarks, text } = await readPdf(await renderPdf({ ...snapshot, claims }, 2_000));
    expect(bookmarks.filter((title) => title.endsWith(words))).toHaveLength(claims.length);
    expect(text).toContain(withoutSpace(words));
  });

  it("gives the same bytes for the same parts, and other bytes a name of their own", async () => {
    const [one, again] = [await renderPdf(snapshot, 2_000), await renderPdf(snapshot, 2_000)];
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true);
    const nameOf = (bytes: Uint8Array) => /\/ID\[<(\w{32})>/u.exec(Buffer.from(bytes).toString("latin1"))?.[1];
    const last = snapshot.claims.map((claim, index, { length }) => (index === length - 1 ? { ...claim, text: "Other." } : claim));
    expect(nameOf(one)).toMatch(/^[0-9a-f]{32}$/u);
    expect(nameOf(await renderPdf({ ...snapshot, claims: last }, 2_000))).not.toBe(nameOf(one));
  });
});

describe("the words of a PDF's object", () => {
  it.each([
    ["<</T (a 1 0 R) /P 1 0 R>>", "<</T (a 1 0 R) /P X>>"],
    ["(a (1 0 R) b) 1 0 R", "(a (1 0 R) b) X"],
    ["(a \\( 1 0 R) 1 0 R", "(a \\( 1 0 R) X"],
    ["(a \\\\) 1 0 R (b) 1 0 R", "(a \\\\) X (b) X"],
    ["1 0 R", "X"],
  ])("are changed outside its strings: %s", (words, changed) => {
    expect(mapWords(words, (outside) => outside.replaceAll("1 0 R", "X"))).toBe(changed);
  });
});

import { describe, expect, it } from "vitest";
import { makeAnchor } from "@assay/domain";
import type { TagView } from "@assay/domain";
import { strFromU8, unzipSync } from "fflate";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportPages } from "./export-pages.ts";
import { exportReport } from "./export-report.ts";
import { ferryInput, ferryTexts, ferryView } from "./testing/ferry-case.ts";
import { readPdf, withoutSpace } from "./testing/read-pdf.ts";

/** Two people have submitted different stances for the log and the third claim, and no lead has decided yet (B4). */
const view = ferryView();
const text = ferryTexts()[2]?.text ?? "";
const [model] = view.tags;
if (model === undefined) throw new Error("the case has no tag");
const of = (more: Partial<TagView>, start: number, end: number): TagView => ({
  ...model,
  claimId: "claim-3",
  sourceId: "source-3",
  revisionId: "revision-3",
  state: "submitted",
  evidence: [{ ...makeAnchor(text, start, end), id: `e-${start}`, role: "supports" }],
  ...more,
});
view.tags = [
  ...view.tags,
  of({ id: "t20", authorId: "ana", stance: "verified", updatedAt: "2026-10-09T09:00:00.000Z" }, 12, 23),
  of({ id: "t21", authorId: "priya", stance: "disputed", rationale: "It is\n\nthe boat.", updatedAt: "2026-10-09T09:10:00.000Z" }, 38, 48),
];
const snapshot = buildSnapshot(ferryInput({ view }));
const [quoted, other] = [text.slice(12, 23), text.slice(38, 48)];

describe("a cell whose tags differ", () => {
  it("has no stance of its own, and each tag its own", () => {
    const cell = snapshot.claims[2]?.cells[2];
    expect(cell).toMatchObject({ state: "contested", stance: null });
  });

  it("gives in the CSV the stance of the tag in the row, and every other tag with its words", () => {
    const csv = new TextDecoder().decode(exportReport(snapshot, "csv").bytes);
    const row = csv.split("\r\n").find((line) => line.includes("contested") && line.includes("Tags differ"));
    expect(row).toMatch(/,disputed,"?verified, Ana Marsh, submitted; “.+” 12-23"?$/u);
    expect(row).toContain(quoted);
    expect(row).toContain(other);
  });

  it.each(["md", "html"] as const)("says in %s whose tag says what, and why the cell is open", (format) => {
    const page = new TextDecoder().decode(exportReport(snapshot, format).bytes);
    expect(page).toContain("disputed by Priya Oyelaran, submitted");
    expect(page).toContain("Tags differ: verified against disputed.");
  });

  it("says so on paper too", async () => {
    const pdf = await readPdf((await exportPages(snapshot, "pdf")).bytes);
    expect(pdf.text).toContain(withoutSpace("disputed by Priya Oyelaran, submitted"));
    const parts = unzipSync((await exportPages(snapshot, "docx")).bytes);
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("disputed by Priya Oyelaran, submitted");
  }, 60_000);
});

describe("the lines of a rationale", () => {
  it("stay lines in Markdown and on the page", () => {
    const read = (format: "md" | "html") => new TextDecoder().decode(exportReport(snapshot, format).bytes);
    expect(read("md")).toContain("Rationale: It is\n\nthe boat.");
    expect(read("html")).toMatch(/\.why[^{}]*\{white-space:pre-line\}/u);
    expect(read("html")).toContain('<p class="why"><bdi>It is\n\nthe boat.</bdi></p>');
  });
});

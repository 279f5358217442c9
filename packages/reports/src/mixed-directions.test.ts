import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportPages } from "./export-pages.ts";
import { exportReport } from "./export-report.ts";
import { ferryInput, ferryView } from "./testing/ferry-case.ts";
import { strFromU8, unzipSync } from "fflate";

const PAPER = "قناة الجزيرة";
const AUTHOR = "ليلى حداد";
const view = ferryView();
view.sources = view.sources.map((source) =>
  source.number === 1 ? { ...source, publisher: PAPER, author: AUTHOR, independenceGroup: "" } : source,
);
view.people = view.people.map((person) => (person.id === "teo" ? { ...person, name: AUTHOR } : person));
const snapshot = buildSnapshot(ferryInput({ view }));

const shut = (words: string) => `\u2068${words}\u2069`;

describe("a name that runs from right to left", () => {
  it.each(["md", "html", "csv"] as const)("is closed off in %s, so that the figure after it stays where it is", (format) => {
    const text = new TextDecoder().decode(exportReport(snapshot, format).bytes);
    expect(text).toContain(`Harbour log; ${shut(PAPER)}. 1 disputes`);
    if (format === "csv") return;
    expect(text).toContain(`article, ${shut(AUTHOR)}, 8\u00a0Oct`);
    expect(text).toContain(`approved by ${shut(AUTHOR)}, 9`);
  });

  it("is closed off in the DOCX", async () => {
    const parts = unzipSync((await exportPages(snapshot, "docx")).bytes);
    const text = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/gu, "");
    expect(text).toContain(`Harbour log; ${shut(PAPER)}. 1 disputes`);
    expect(text).toContain(`approved by ${shut(AUTHOR)}, 9`);
  });
});

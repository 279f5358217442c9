import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { pageText } from "./page-text.ts";
import { runTextFragments } from "./run.ts";

const PAGE = `<!doctype html><style>p { color: red }</style><body>
<p>The ferry <b>left</b> at 7.45<!-- not <p> seen --> sharp.</p>
<div style="display: none">unseen</div><p>Harbour <span style="visibility: hidden">no</span>lights<img src="x">
were out.</p>`;

const folder = mkdtempSync(join(tmpdir(), "assay-fragments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(cases: string) {
  writeFileSync(join(folder, "target.html"), PAGE);
  writeFileSync(join(folder, "find-range-cases.tsv"), cases);
  return runTextFragments(folder);
}

describe("text fragments", () => {
  it("reads a page as its reader does", () => {
    expect(pageText(PAGE).trim().replace(/\s*\n\s*/g, "|")).toBe("The ferry left at 7.45 sharp.|Harbour lights were out.");
  });

  it("counts what is found and what rightly is not", () => {
    const cases = ["ferry%20left\t1", "ferry-,left,-at\t1", "The,out\t1", "7\t0", "sharp.-,harbour\t1", "unseen\t0", "light\t0"];
    expect(run(cases.join("\n"))).toEqual({ passed: 7, failures: [] });
  });

  it("explains each failure, and refuses what is no case", () => {
    expect(run("left\t0\nright\t1\n")).toEqual({
      passed: 0,
      failures: ["left: found “left”, wanted nothing", "right: not found"],
    });
    expect(() => run("left\tyes\n")).toThrow("not a case");
  });
});

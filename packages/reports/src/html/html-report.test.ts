import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import { ferryInput } from "../testing/ferry-case.ts";
import { renderHtml } from "./html-report.ts";

const page = renderHtml(buildSnapshot(ferryInput()));

describe("the HTML page", () => {
  it("leads every link inside it to a place on it, and no two places share a name", () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]);
    const targets = [...page.matchAll(/\shref="#([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it("leads from the table to each judgement and back", () => {
    expect(page).toContain('href="#c1-s2"');
    expect(page).toContain('<li class="j" id="c1-s2">');
    expect(page).toContain('href="#m-c1-s2"');
    expect(page).toContain('<td class="s" id="m-c1-s2">');
  });

  it("fetches nothing and runs nothing", () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b/iu);
    expect(page).not.toMatch(/@import|url\((?!"data:)/u);
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:;');
  });

  it("marks exact words by stance and prints where they stand", () => {
    expect(page).toContain('<mark class="disputed">All 184 passengers</mark>');
    expect(page).toContain('<abbr title="paragraph">¶</abbr> 2');
  });

  it("says unreviewed where nobody has approved", () => {
    expect(page).toContain("unreviewed, awaiting review");
    expect(page).toContain("unreviewed, contested");
    expect(page).toContain("not tagged");
  });

  it("[S3] prints the attestation of a missing", () => {
    expect(page).toContain("Read in full. Searched: wheel, steering.");
  });
});

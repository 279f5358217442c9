import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { CSV_COLUMNS } from "./csv-columns.ts";
import { exportReport } from "./export-report.ts";
import { TEXT_FORMAT_NAMES, REPORT_FORMATS } from "./report-formats.ts";
import type { TextFormatName } from "./report-formats.ts";
import { ferryInput, ferryView } from "./testing/ferry-case.ts";

const here = (path: string) => new URL(`../${path}`, import.meta.url);
const textOf = (snapshot: Parameters<typeof exportReport>[0], format: TextFormatName) =>
  new TextDecoder().decode(exportReport(snapshot, format).bytes);

/** Every field of a CSV text, quotes taken off: RFC 4180, written apart from the library that wrote it. */
function fieldsOf(csv: string): string[] {
  const fields = csv.match(/(?:"(?:[^"]|"")*"|[^",\r\n]+)/gu) ?? [];
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}

const empty = { ...ferryView(), sources: [], claims: [], tags: [], reviews: [], adjudications: [], overrides: [] };
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(here("report.schema.json"), "utf8")),
);

describe.each(TEXT_FORMAT_NAMES)("the %s export", (format) => {
  it("is the golden one, to the byte", async () => {
    await expect(textOf(buildSnapshot(ferryInput()), format)).toMatchFileSnapshot(`../golden/ferry.${REPORT_FORMATS.get(format)?.extension}`);
  });

  it("is the same twice", () => {
    expect(exportReport(buildSnapshot(ferryInput()), format)).toEqual(
      exportReport(buildSnapshot(ferryInput()), format),
    );
  });

  it.each([
    ["an empty case", { view: empty }],
    ["sources without claims", { view: { ...ferryView(), claims: [], tags: [], overrides: [] } }],
    ["claims without sources", { view: { ...ferryView(), sources: [], tags: [] } }],
  ])("takes %s", (_, input) => {
    const text = textOf(buildSnapshot(ferryInput(input)), format);
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "json") expect(validate(JSON.parse(text))).toBe(true);
  });

  it("takes 2,000 claims by 12 sources", () => {
    const view = ferryView();
    const [source] = view.sources;
    const [tag] = view.tags;
    if (source === undefined || tag === undefined) throw new Error("the case has no source or no tag");
    view.sources = Array.from({ length: 12 }, (_, index) => ({ ...source, id: `s${index}`, number: index + 1 }));
    view.claims = Array.from({ length: 2_000 }, (_, index) => ({
      ...(view.claims[0] as (typeof view.claims)[number]),
      id: `c${index}`,
      number: index + 1,
    }));
    view.tags = view.claims.flatMap((claim) =>
      view.sources.map((one) => ({ ...tag, id: `${claim.id}-${one.id}`, claimId: claim.id, sourceId: one.id })),
    );
    const text = textOf(buildSnapshot(ferryInput({ view })), format);
    // Nothing is rated here, and ClaimReview prints what is.
    expect(text.split("186 passengers aboard").length - 1).toBe(format === "claimreview" ? 0 : 24_000);
  }, 60_000);
});

describe("the JSON export", () => {
  it("holds the whole snapshot and keeps to the schema", () => {
    const snapshot = buildSnapshot(ferryInput());
    const parsed: unknown = JSON.parse(textOf(snapshot, "json"));
    expect(parsed).toEqual(snapshot);
    expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
  });

  it("is refused by the schema when a field lacks or is too many", () => {
    const snapshot = buildSnapshot(ferryInput());
    expect(validate({ ...snapshot, extra: 1 })).toBe(false);
    expect(validate({ ...snapshot, log: { lastEvent: 1 } })).toBe(false);
  });
});

describe("the CSV export", () => {
  it("documents every column, and no other", () => {
    const documented = [...readFileSync(here("CSV.md"), "utf8").matchAll(/^\| `(\w+)` \| (.+) \|$/gmu)];
    expect(documented.map((match) => [match[1], match[2]])).toEqual(
      CSV_COLUMNS.map(({ name, about }) => [name, about]),
    );
  });

  it("has one row a cell, ended by CRLF", () => {
    const snapshot = buildSnapshot(ferryInput());
    const text = textOf(snapshot, "csv");
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(snapshot.counts.cells + 2);
  });

  it("quotes a field that runs over lines", () => {
    expect(textOf(buildSnapshot(ferryInput()), "csv")).toContain('"struck Sallow Bank\nFerry aground off Carrow"');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("takes the formula out of %j", (words) => {
    const view = ferryView();
    view.claims = view.claims.map((claim) => ({ ...claim, text: words }));
    const fields = fieldsOf(textOf(buildSnapshot(ferryInput({ view })), "csv"));
    expect(fields.filter((field) => field === `'${words}`)).toHaveLength(12);
    expect(fields.filter((field) => /^[=+@\t\r-]/u.test(field))).toEqual([]);
  });
});

describe("an exported file", () => {
  it("is named after its title and day, in plain letters", () => {
    const snapshot = buildSnapshot(ferryInput({ title: "Über “Sallow” Bank/../: 5 accounts" }));
    expect(exportReport(snapshot, "md").filename).toBe("uber-sallow-bank-5-accounts-2026-10-11.md");
    expect(exportReport({ ...snapshot, title: "渡船" }, "csv").filename).toBe("report-2026-10-11.csv");
  });

  it("throws on a format that does not exist", () => {
    expect(() => exportReport(buildSnapshot(ferryInput()), "pdf" as TextFormatName)).toThrow(RangeError);
    expect([...REPORT_FORMATS.keys()]).toEqual([...TEXT_FORMAT_NAMES]);
  });
});

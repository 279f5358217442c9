import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STANCES } from "@assay/domain";
import type { AgreementReport } from "@assay/domain";
import { ROOT, ensureCli } from "../apps/server/bin/prepare.mjs";

const COMMAND = join(ROOT, "apps/cli/bin/assay.mjs");
let folder: string;
let env: NodeJS.ProcessEnv;

/** Runs the command as a shell would. There is no server, and where one would be looked for makes no sense. */
function assay(args: string[], stdin: string | Buffer = "") {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [COMMAND, ...args], { env, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    // A refusal can come before everything is sent.
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin);
  });
}

function file(name: string, content: string | Buffer | readonly unknown[]): string {
  const path = join(folder, name);
  const lines = Array.isArray(content) ? `${content.map((one) => JSON.stringify(one)).join("\n")}\n` : content;
  writeFileSync(path, lines as string | Buffer);
  return path;
}

const rating = (unit: unknown, annotator: unknown, category: unknown) => ({ unit, annotator, category });

/** Krippendorff (2011), section C. */
const ROWS = ["12332141 2...", "12332241 25.3", ".3332342 251.", "12332441 251."].map((row) => row.replace(" ", ""));
const PUBLISHED = ROWS.flatMap((row, who) =>
  [...row].flatMap((category, unit) => (category === "." ? [] : [rating(unit + 1, "ABCD"[who], Number(category))])),
);

beforeAll(async () => {
  await ensureCli(() => {});
  folder = mkdtempSync(join(tmpdir(), "assay-offline-"));
  env = { ...process.env, ASSAY_URL: "nowhere", ASSAY_DATA: join(folder, "none"), XDG_CONFIG_HOME: folder };
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("assay agreement", () => {
  it("prints every measure of a file of ratings as one JSON object", async () => {
    const { code, out, err } = await assay(["agreement", "--ratings", file("published.jsonl", PUBLISHED)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out) as AgreementReport;
    expect(report.counts).toEqual({
      units: 12,
      annotators: 4,
      ratings: 41,
      categories: 5,
      pairableUnits: 11,
      pairableRatings: 40,
    });
    expect(report.krippendorffAlpha.value).toBeCloseTo(0.743, 3);
    expect(report.gwetAc1.value).toBeCloseTo(0.77544, 5);
    expect(report.fleissKappa.value).toBeCloseTo(0.76117, 5);
    expect(report.percentAgreement.value).toBeCloseTo(0.81818, 5);
    expect(report.cohenKappa).toMatchObject({ value: null, pairs: { length: 6 } });
    expect(report.bootstrap).toEqual({ seed: 1, resamples: 1000 });
    for (const { interval, value } of [report.krippendorffAlpha, report.gwetAc1, report.fleissKappa]) {
      expect(interval?.low).toBeLessThan(value ?? 0);
      expect(interval?.high).toBeGreaterThan(value ?? 1);
    }
    expect(report.confusion.categories).toEqual(["1", "2", "3", "4", "5"]);
    expect(report.disagreements.total).toBe(3);
    expect(report.disagreements.listed[0]?.unit).toBe("6");
    expect(report.warnings[0]).toContain("Only 11 units");
  });

  it("reads standard input, in any order of lines, to the same bytes; the seed moves only the intervals", async () => {
    const path = file("again.jsonl", PUBLISHED);
    const backwards = `\uFEFF${PUBLISHED.toReversed().map((one) => JSON.stringify(one)).join("\r\n\r\n")}`;
    const [first, second, other] = await Promise.all([
      assay(["agreement", "--ratings", path, "--list", "1"]),
      assay(["agreement", "--ratings", "-", "--list", "1"], backwards),
      assay(["agreement", "--ratings", path, "--list", "1", "--seed", "2", "--resamples", "500"]),
    ]);
    expect(second).toEqual(first);
    const [one, two] = [first, other].map(({ out }) => JSON.parse(out) as AgreementReport);
    expect(one?.disagreements).toMatchObject({ total: 3, listed: { length: 1 } });
    expect(two?.bootstrap).toEqual({ seed: 2, resamples: 500 });
    expect(two?.krippendorffAlpha.value).toBe(one?.krippendorffAlpha.value);
    expect(two?.krippendorffAlpha.interval).not.toEqual(one?.krippendorffAlpha.interval);
  });

  it("takes the scale from --categories, which AC1 depends on", async () => {
    const path = file("stances.jsonl", [rating("c1", "Al", "verified"), rating("c1", "Bo", "verified")]);
    const [bare, scaled, outside] = await Promise.all([
      assay(["agreement", "--ratings", path]),
      assay(["agreement", "--ratings", path, "--categories", "verified,disputed, missing"]),
      assay(["agreement", "--ratings", path, "--categories", "true,false"]),
    ]);
    expect((JSON.parse(bare.out) as AgreementReport).gwetAc1).toMatchObject({ value: null });
    expect((JSON.parse(scaled.out) as AgreementReport).gwetAc1).toMatchObject({ value: 1 });
    expect(outside).toMatchObject({ code: 65, out: "" });
    expect(outside.err).toBe(`assay: ${path}, line 1: "verified" is not one of the categories "true", "false"\n`);
  });

  it("answers an empty file with reasons instead of values", async () => {
    const { code, out } = await assay(["agreement", "--ratings", "-"], "\n \n");
    expect(code).toBe(0);
    const none = { value: null, interval: null, reason: "No unit has ratings by two annotators." };
    const nothing = { counts: { units: 0 }, krippendorffAlpha: none, gwetAc1: none, disagreements: { total: 0 } };
    expect(JSON.parse(out)).toMatchObject(nothing);
  });

  const whatItCanBe = "it has to be a text, a number, or true or false";
  it.each<[string, string | Buffer | readonly unknown[], string]>([
    ["not JSON", '{"unit":"a","annotator":"b","category":"c"}\n{"unit":"a",\n', "line 2: it is not JSON"],
    ["a list", "[]\n", "line 1: it is a list, not an object"],
    ["a missing key", [rating("a", "b", "c"), { unit: "a", annotator: "c" }], 'line 2: "category" is missing'],
    ["null", [rating("a", "b", null)], `line 1: "category" is null; ${whatItCanBe}`],
    ["a blank name", [rating("a", "  ", "c")], 'line 1: "annotator" is empty'],
    ["an object", [rating({}, "b", "c")], `line 1: "unit" is an object; ${whatItCanBe}`],
    ["not UTF-8", Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), "line 1: it is not UTF-8"],
    [
      "a unit rated twice",
      `${JSON.stringify(rating("a", "Bo", "c"))}\n\n${JSON.stringify(rating("a", "Bo", "d"))}`,
      'line 3: "Bo" has already rated "a" (line 1)',
    ],
  ])("refuses %s by its line, on one line, with nothing on standard output", async (name, content, words) => {
    const path = file(`${name}.jsonl`, content);
    const { code, out, err } = await assay(["agreement", "--ratings", path]);
    expect({ code, out, err }).toEqual({ code: 65, out: "", err: `assay: ${path}, ${words}\n` });
  });

  it("refuses a file that is not there, a folder, and options that are no numbers", async () => {
    const path = file("some.jsonl", PUBLISHED);
    const refused = async (args: string[]) => {
      const { code, out, err } = await assay(["agreement", ...args]);
      return `${code}${out} ${err}`;
    };
    const absent = join(folder, "absent");
    expect(await refused(["--ratings", absent])).toBe(`66 assay: ${absent}: there is no such file\n`);
    expect(await refused(["--ratings", folder])).toMatch(/^66 assay: .*: it is a folder\n$/);
    expect(await refused(["--ratings", path, "--resamples", "-1"])).toMatch(/^64 assay: --resamples -1: it is a whole/);
    expect(await refused(["--ratings", path, "--seed", "1e3"])).toMatch(/^64 assay: --seed 1e3: .* 4294967295\n$/);
    expect(await refused(["--ratings", path, "--categories", "a,,b"])).toMatch(/^64 assay: --categories a,,b/);
    expect(await refused([])).toMatch(/^64 error: required option '--ratings <file>'/);
  });
});

describe("assay verdict", () => {
  const votes = (...all: [string, string][]) => all.map(([group, stance]) => ({ group, stance }));
  const CLAIMS = [
    { id: "c1", votes: votes(["AP", "verified"], ["Reuters", "verified"], ["AFP", "missing"]) },
    { id: "c2", votes: votes(["AP", "verified"], ["AP", "verified"]) },
    { id: 3, votes: votes(["AP", "verified"], ["AP", "disputed"]) },
    { id: "c4", votes: votes(["AP", "disputed"]) },
    { id: "c5", votes: votes(["AP", "missing"]) },
    { id: "c6", votes: [] },
  ];

  it("[V1] [V2] gives one verdict a line, in the order of the claims", async () => {
    const { code, out, err } = await assay(["verdict", "--votes", file("votes.jsonl", CLAIMS)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.trimEnd().split("\n").map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: "c1", verdict: "corroborated" },
      { id: "c2", verdict: "single_source" },
      { id: 3, verdict: "conflicting" },
      { id: "c4", verdict: "refuted" },
      { id: "c5", verdict: "not_enough_evidence" },
      { id: "c6", verdict: "not_enough_evidence" },
    ]);
  });

  it("[V1] takes the threshold of a policy", async () => {
    const first = `${JSON.stringify(CLAIMS[0])}\n`;
    for (const [threshold, verdict] of [["0", "supported"], ["2", "corroborated"], ["3", "single_source"]] as const) {
      const { out } = await assay(["verdict", "--votes", "-", "--threshold", threshold], first);
      expect(JSON.parse(out)).toEqual({ id: "c1", verdict });
    }
  });

  it.each<[string, unknown, string]>([
    ["no stance", { id: "x", votes: votes(["AP", "true"]) }, `vote 1: "stance" has to be one of ${STANCES.join(", ")}`],
    ["a vote without a group", { id: "x", votes: [{ stance: "verified" }] }, 'vote 1: "group" is missing'],
    ["a text for a vote", { id: "x", votes: [...votes(["AP", "missing"]), "AP"] }, "vote 2 is a text, not an object"],
    ["votes that are no list", { id: "x", votes: {} }, '"votes" is an object, not a list'],
    ["no votes", { id: "x" }, '"votes" is missing'],
    ["no id", { votes: [] }, '"id" is missing'],
  ])("refuses %s, and prints none of the verdicts before it", async (_, bad, words) => {
    const path = file("bad-votes.jsonl", [...CLAIMS, bad]);
    const { code, out, err } = await assay(["verdict", "--votes", path]);
    expect({ code, out, err }).toEqual({ code: 65, out: "", err: `assay: ${path}, line 7: ${words}\n` });
  });

  it("ends quietly when the reader has had enough", async () => {
    const many = file("many.jsonl", Array.from({ length: 20_000 }, (_, i) => ({ id: `claim ${i}`, votes: [] })));
    const args = [COMMAND, "verdict", "--votes", many];
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (bytes: Buffer) => (err += bytes.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

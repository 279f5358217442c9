/**
 * `npm test`: on a fresh clone, everything the tests need, then all of them. `node tests/run.mjs e2e` runs one part.
 * The last line counts: `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ROOT, checkNode, ensureCli, ensureGenerated, ensureInstalled, ensureServer, ensureWeb,
} from "../apps/server/bin/prepare.mjs";

const only = process.argv[2];
const say = (line) => console.log(line);
const results = mkdtempSync(join(tmpdir(), "assay-results-"));
const total = { passed: 0, failed: 0 };
/** What failed, said once more at the end: a log is long and is read from below. */
const failures = [];
/** What a browser did only when asked twice counts as passed, and is named: it is a fault of the test or of the page. */
const unsteady = [];

function run(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve) => child.on("close", resolve));
}

function count(part, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  say(`${part}: ${passed} passed, ${failed} failed`);
}

async function check(part, args) {
  const code = await run(args);
  if (code !== 0) failures.push(part);
  count(part, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

async function vitest() {
  const file = join(results, "vitest.json");
  const code = await run(
    ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
  );
  const report = read(file);
  // A run that ended badly without a failed test (a file that does not load, no tests) still counts as a failure.
  const failed = report ? report.numFailedTests : 0;
  const passed = report ? report.numPassedTests : 0;
  failures.push(...failedInVitest(report));
  count("unit and integration", passed, code !== 0 ? Math.max(failed, 1) : passed === 0 ? 1 : failed);
}

/** Whoever names tests, or a configuration, gets those, one after the other. */
const asked = process.argv.slice(3);
const LANES = "tests/e2e/lanes.config.ts";
const ALONE = "tests/e2e/alone.config.ts";

async function browser() {
  const { findChromium } = await import("./support/find-chromium.mjs");
  const env = { CHROMIUM_PATH: await findChromium(say) };
  if (asked.length > 0) return playwright("browser", ["tests/e2e/playwright.config.ts", ...asked], env);
  await playwright("browser, in two lanes", [LANES], env);
  await playwright("browser, alone", [ALONE], env);
}

async function playwright(part, args, env) {
  const file = join(results, "playwright.json");
  rmSync(file, { force: true });
  const code = await run(
    ["node_modules/@playwright/test/cli.js", "test", "--config", ...args],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  const report = read(file);
  const stats = report?.stats ?? { expected: 0, flaky: 0, unexpected: 0 };
  const passed = stats.expected + stats.flaky;
  const suites = report?.suites ?? [];
  failures.push(...inPlaywright(suites, ({ ok }) => !ok));
  unsteady.push(...inPlaywright(suites, ({ tests }) => tests.some(({ status }) => status === "flaky")));
  count(part, passed, code !== 0 ? Math.max(stats.unexpected, 1) : passed === 0 ? 1 : 0);
}

const firstLine = (text) => (text ?? "").split("\n").find((line) => line.trim() !== "") ?? "";

function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const tests = failed.map((test) => `${name}: ${test.fullName}\n    ${firstLine(test.failureMessages[0])}`);
    return tests.length > 0 || status !== "failed" ? tests : [`${name}\n    ${firstLine(message)}`];
  });
}

function inPlaywright(suites, isWanted) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.filter(isWanted).map(({ file, line, title }) => `${file}:${line}: ${title}`),
    ...inPlaywright(inner, isWanted),
  ]);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const PARTS = {
  types: () => check("types", ["node_modules/typescript/bin/tsc", "--noEmit"]),
  lint: () => check("lint", ["node_modules/oxlint/bin/oxlint", "--deny-warnings"]),
  unit: vitest,
  e2e: browser,
};

try {
  checkNode();
  if (only && !(only in PARTS)) throw new Error(`There is no part called ${only}. Parts: ${Object.keys(PARTS).join(", ")}.`);
  await ensureInstalled(say);
  await ensureGenerated(say);
  await Promise.all([ensureServer(say), ensureWeb(say), ensureCli(say)]);
  for (const [name, part] of Object.entries(PARTS)) if (!only || only === name) await part();
} catch (error) {
  console.error(error.message ?? error);
  total.failed += 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
for (const test of unsteady) console.log(`passed at the second attempt: ${test}`);
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

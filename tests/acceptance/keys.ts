/**
 * `npx tsx tests/acceptance/keys.ts FOLDER [--claims N] [--json PATH]`: takes the texts of a folder from suggestions to a
 * tagged, reviewed matrix in Chromium, then makes the same matrix by hand, and counts the key presses of both.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { caseView } from "../e2e/helpers/case-data.ts";
import { addSource, apiOf, makeCase } from "../e2e/helpers/case-maker.ts";
import type { MadeCase } from "../e2e/helpers/case-maker.ts";
import { approveAll, doneCells, workByHand, workWithSuggestions } from "../e2e/helpers/key-count.ts";
import { demoPerson, fillSignIn } from "../e2e/helpers/people.ts";
import type { DemoName } from "../e2e/helpers/people.ts";
import { findChromium } from "../support/find-chromium.mjs";
import { reportFigures } from "../support/figures.ts";
import { startBuiltServer } from "../support/server.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { claims: { type: "string", default: "5" }, json: { type: "string" } },
});
const [folder] = positionals;
const claims = Number(options.claims);
if (folder === undefined || !Number.isSafeInteger(claims) || claims < 1) {
  console.error("Usage: npx tsx tests/acceptance/keys.ts FOLDER [--claims N] [--json PATH]");
  process.exit(64);
}
const files = readdirSync(resolve(folder)).filter((name) => name.endsWith(".txt")).toSorted();
if (files.length < 2) {
  console.error(`${folder} holds ${files.length} texts (.txt). Two or more are compared.`);
  process.exit(66);
}

const server = await startBuiltServer();
process.env.ASSAY_URL = server.url;
const executablePath = await findChromium((line) => console.log(line));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function pageOf(name: DemoName): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await fillSignIn(page, demoPerson(name));
  await page.waitForURL(/\/w\//);
  return page;
}

async function caseOf(title: string): Promise<MadeCase> {
  const made = await makeCase(title);
  for (const file of files) {
    await addSource(made, { publisher: basename(file, ".txt"), text: readFileSync(join(resolve(folder ?? ""), file), "utf8") });
  }
  return made;
}

let code = 1;
try {
  const [quick, slow] = [await caseOf("By suggestion"), await caseOf("By hand")];
  const [author, reviewer] = [await pageOf("ana"), await pageOf("teo")];
  const suggested = await workWithSuggestions(author, quick.path, claims);
  const matrix = doneCells(await caseView(author));
  const api = await apiOf("wren");
  const { sources } = await api.case.get.query({ caseId: slow.caseId });
  const texts = await Promise.all(sources.map(({ id: sourceId }) => api.source.text.query({ caseId: slow.caseId, sourceId })));
  const byHand = await workByHand(author, slow.path, matrix, texts);
  const same = doneCells(await caseView(author)).map((cell) => JSON.stringify(cell)).toSorted();
  const wanted = matrix.map((cell) => JSON.stringify(cell)).toSorted();
  const reviews = [await approveAll(reviewer, quick.path, matrix.length), await approveAll(reviewer, slow.path, matrix.length)] as const;
  const [withAssist, without] = [suggested + reviews[0], byHand + reviews[1]];
  const wrong = wanted.filter((cell) => !same.includes(cell)).length;
  code = reportFigures(
    "keys",
    [
      { figure: "cells, tagged and reviewed", value: matrix.length, unit: "", bar: "", holds: null },
      { figure: "key presses from suggestions", value: withAssist, unit: "", bar: "", holds: null },
      { figure: "key presses by hand", value: without, unit: "", bar: "", holds: null },
      { figure: "from suggestions to by hand", value: withAssist / without, unit: "", bar: "< 0.25", holds: withAssist < without / 4 },
      { figure: "cells that differ between the two", value: wrong, unit: "", bar: "0", holds: wrong === 0 },
    ],
    options.json,
  );
} finally {
  await browser.close();
  await server.stop();
}
process.exit(code);

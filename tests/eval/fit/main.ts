/**
 * `npx tsx tests/eval/fit/main.ts FOLDER [--events]`: fits the weights that ship (`judge.json` and `conflicts.json` in
 * packages/assist/data) on the bundles of FOLDER, with `--events` on the events in tests/eval/events too, and on nothing
 * else, and notes which these were. The evaluation of the same bundles leaves each out in turn; other bundles are judged by what ships.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ConflictModel, JudgeModel } from "@assay/assist";
import { readBundles } from "../bundles/read-bundles.ts";
import { fitConflicts } from "./fit-conflicts.ts";
import { noteFittedOn } from "./fitted-on.ts";
import { conflictsOf } from "./judged-conflicts.ts";
import { leaveOut } from "./left-out.ts";
import { withWrittenEvents } from "./written-events.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder of bundles? npx tsx tests/eval/fit/main.ts FOLDER [--events]");
  process.exit(64);
}
const bundles = process.argv.includes("--events") ? withWrittenEvents(readBundles(folder)) : readBundles(folder);
const { cells, fitAll } = leaveOut(bundles);
write("judge.json", `${cells.length} cells`, fitAll());
// What claims say of two sentences is as unsure here as it is in a new case: each bundle is judged by the others' weights.
const conflicts = bundles.flatMap((bundle) => conflictsOf(bundle, cells));
write("conflicts.json", `${conflicts.length} pairs of passages`, fitConflicts(conflicts));
noteFittedOn(bundles);

/** A tree or a list of weights a line: short, and a new fit can be held against the old one. */
function write(file: string, what: string, model: JudgeModel | ConflictModel): void {
  const lines = JSON.stringify(model).replace(/(?<=[{,])(?="\w+":\{|\{"ask"|"(?:features|trees|weights|sum|scale)":)/g, "\n");
  writeFileSync(fileURLToPath(new URL(`../../../packages/assist/data/${file}`, import.meta.url)), `${lines}\n`);
  console.log(`${file}: from ${what}`);
}

/**
 * `npx tsx tests/eval/fit/main.ts FOLDER`: fits the weights that ship (`judge/weights.ts` and
 * `differences/conflict-weights.ts` of packages/assist/src) on the bundles of FOLDER and on nothing else. The evaluation
 * of the same bundles leaves each out in turn and never uses them.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readBundles } from "../bundles/read-bundles.ts";
import { candidatesOf, judgedConflicts, readClaims } from "../bundles/differences.ts";
import { fitConflicts } from "./fit-conflicts.ts";
import { fitJudge } from "./fit-judge.ts";
import { judgedCells } from "./judged-cells.ts";
import { leftOutCells } from "./left-out.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder of bundles? npx tsx tests/eval/fit/main.ts FOLDER");
  process.exit(64);
}
const bundles = readBundles(folder);
const { cells, ranker } = judgedCells(bundles);
write("judge/weights.ts", "JudgeModel", "./judge-model.ts", "JUDGE_MODEL", `${cells.length} cells`, fitJudge(cells, ranker));
// What claims say of two sentences is as unsure here as it is in a new case: each bundle is judged by the others' weights.
const unseen = leftOutCells(bundles);
const conflicts = bundles.flatMap((bundle) => judgedConflicts(bundle, candidatesOf(bundle, readClaims(bundle, unseen))));
write(
  "differences/conflict-weights.ts",
  "ConflictModel",
  "./conflict-model.ts",
  "CONFLICT_MODEL",
  `${conflicts.length} pairs of passages`,
  fitConflicts(conflicts),
);

function write(file: string, type: string, from: string, name: string, what: string, model: object): void {
  const lines = JSON.stringify(model, null, 1).replace(/\n\s+(?=-?[\d\]])/g, "").replace(/,(?=-?\d)/g, ", ");
  writeFileSync(
    fileURLToPath(new URL(`../../../packages/assist/src/${file}`, import.meta.url)),
    `import type { ${type} } from "${from}";\n\n/** Written by tests/eval/fit/main.ts from ${what} of the project's own bundles; not to be edited by hand. */\nexport const ${name}: ${type} = ${lines};\n`,
  );
  console.log(`${file}: ${what}`);
}

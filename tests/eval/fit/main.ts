/**
 * `npx tsx tests/eval/fit/main.ts FOLDER`: fits the weights that ship (`packages/assist/src/judge/weights.ts`) on the
 * bundles of FOLDER and on nothing else. The evaluation of the same bundles leaves each out in turn and never uses them.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readBundles } from "../bundles/read-bundles.ts";
import { fitJudge } from "./fit-judge.ts";
import { judgedCells } from "./judged-cells.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder of bundles? npx tsx tests/eval/fit/main.ts FOLDER");
  process.exit(64);
}
const { cells, ranker } = judgedCells(readBundles(folder));
const model = JSON.stringify(fitJudge(cells, ranker), null, 1).replace(/\n\s+(?=-?[\d\]])/g, "").replace(/,(?=-?\d)/g, ", ");
writeFileSync(
  fileURLToPath(new URL("../../../packages/assist/src/judge/weights.ts", import.meta.url)),
  `import type { JudgeModel } from "./judge-model.ts";\n\n/** Written by tests/eval/fit/main.ts from ${cells.length} cells of the project's own bundles; not to be edited by hand. */\nexport const JUDGE_MODEL: JudgeModel = ${model};\n`,
);
console.log(`${cells.length} cells`);

/**
 * `npm run eval -- [NAME] [FOLDER] [--data FILE] [--json PATH]`: how good the suggestions are. FOLDER holds the
 * development data (default: `$ASSAY_EVAL`, else `../shared/eval` beside the project); `--data` is another file (for
 * `bundles`: folder) of the same form.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { reportFigures } from "../support/figures.ts";
import type { Figure } from "../support/figures.ts";
import { runAlignment } from "./alignment/run.ts";
import { runAttribution } from "./attribution/run.ts";
import { runSeeds } from "./seeds/run.ts";
import { runBundles } from "./bundles/run.ts";
import { runContradiction } from "./contradiction/run.ts";
import { runParaphrase } from "./paraphrase/run.ts";
import { runCheckworthy } from "./checkworthy/run.ts";

interface EvalRun {
  /** Inside the folder of development data. */
  data: string;
  run: (data: string) => Promise<Figure[]>;
}

const EVALS: Record<string, EvalRun> = {
  alignment: { data: "wice-claim-dev.jsonl", run: runAlignment },
  attribution: { data: "polnear-dev.jsonl", run: runAttribution },
  seeds: { data: "seeds-gold.json", run: runSeeds },
  bundles: { data: "bundles", run: runBundles },
  contradiction: { data: "sick-train.jsonl", run: runContradiction },
  paraphrase: { data: "msrp-val.jsonl", run: runParaphrase },
  checkworthy: { data: "clef2019-train.jsonl", run: runCheckworthy },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, data: { type: "string" } },
});
const name = positionals.find((word) => word in EVALS);
const folder = resolve(positionals.find((word) => word !== name) ?? process.env.ASSAY_EVAL ?? "../shared/eval");
if (values.data !== undefined && name === undefined) {
  console.error(`--data goes with one of: ${Object.keys(EVALS).join(", ")}.`);
  process.exit(64);
}
if (values.data === undefined && !existsSync(folder)) {
  console.error(`There is no evaluation data in ${folder}. Evaluations: ${Object.keys(EVALS).join(", ")}.`);
  process.exit(64);
}
const figures: Figure[] = [];
for (const [key, { data, run }] of Object.entries(EVALS)) {
  if (name === undefined || key === name) figures.push(...(await run(resolve(values.data ?? `${folder}/${data}`))));
}
process.exit(reportFigures(name ?? "eval", figures, values.json));

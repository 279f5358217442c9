/** `npm run faults -- [NAME] [--scale 0.1] [--json PATH]`: what must hold when processes, networks and people fail. */
import { parseArgs } from "node:util";
import { ensureGenerated } from "../../apps/server/bin/prepare.mjs";
import { reportFigures } from "../support/figures.ts";
import type { Figure } from "../support/figures.ts";
import { FAULTS, runFaults } from "./run.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, scale: { type: "string", default: "1" } },
});
const [name] = positionals;
if (name !== undefined && !(name in FAULTS)) {
  console.error(`There is no fault called ${name}. There are: ${Object.keys(FAULTS).join(", ")}.`);
  process.exit(64);
}
const scale = Number(values.scale);
if (!(scale > 0 && scale <= 1)) {
  console.error("--scale is a number above 0 and up to 1.");
  process.exit(64);
}
await ensureGenerated((line: string) => console.error(line));
const figures: Figure[] = await runFaults(name, { scale, say: (line) => console.error(line) });
const code = reportFigures(name ?? "faults", figures, values.json);
const failed = figures.filter(({ holds }) => holds === false).length;
console.log(`${figures.filter(({ holds }) => holds === true).length} passed, ${failed} failed`);
process.exit(code);

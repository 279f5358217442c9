/** `npm run bench -- [NAME] [--json PATH] [--plot SVG]`: speed as ratios to a floor or a peer of the same run. */
import { parseArgs } from "node:util";
import { ensureGenerated } from "../../apps/server/bin/prepare.mjs";
import { reportFigures } from "../support/figures.ts";
import type { Figure } from "../support/figures.ts";

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  anchor: async () => (await import("./anchor/run.ts")).runAnchorBench(),
  agreement: async () => (await import("./agreement/run.ts")).runAgreementBench(),
  case: async () => (await import("./case/run.ts")).runCaseBench(),
  reports: async () => (await import("./reports/run.ts")).runReportsBench(values.plot),
  queue: async () => (await import("./queue/run.ts")).runQueueBench(),
  assist: async () => (await import("./assist/run.ts")).runAssistBench(values.plot),
  editor: async () => (await import("./editor/run.ts")).runEditorBench(values.plot),
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: "string" }, plot: { type: "string" } } });
const [name] = positionals;
if (name && !(name in BENCHES)) {
  console.error(`There is no bench called ${name}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(64);
}
await ensureGenerated((line: string) => console.error(line));
const figures: Figure[] = [];
for (const [key, run] of Object.entries(BENCHES)) if (!name || key === name) figures.push(...(await run()));
process.exit(reportFigures(name ?? "bench", figures, values.json));

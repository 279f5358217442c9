import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { reportFigures } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";
import { benchEditor, FULL } from "./editor-bench.ts";
import { plotGrowth } from "./plot-growth.ts";

export async function runEditorBench(): Promise<Figure[]> {
  return (await benchEditor(FULL)).figures;
}

/** By itself it also draws how the cost grows: `npx tsx tests/bench/editor/run.ts [--json PATH] [--plot PATH.svg]`. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const after = (flag: string): string | undefined => {
    const at = process.argv.indexOf(flag);
    return at === -1 ? undefined : process.argv[at + 1];
  };
  const { figures, growth } = await benchEditor(FULL);
  const plot = after("--plot");
  if (plot !== undefined) writeFileSync(plot, plotGrowth(growth));
  process.exitCode = reportFigures("editor", figures, after("--json"));
}

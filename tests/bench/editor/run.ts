import { writeFileSync } from "node:fs";
import type { Figure } from "../../support/figures.ts";
import { benchEditor, FULL } from "./editor-bench.ts";
import { plotGrowth } from "./plot-growth.ts";

/** With a path it also draws there how the cost grows with the work. */
export async function runEditorBench(plotPath?: string): Promise<Figure[]> {
  const { figures, growth } = await benchEditor(FULL);
  if (plotPath !== undefined) writeFileSync(plotPath, plotGrowth(growth));
  return figures;
}

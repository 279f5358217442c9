import { pathToFileURL } from "node:url";
import { reportFigures } from "../../support/figures.ts";
import { runEditorBench } from "./editor-bench.ts";

export { runEditorBench };

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const json = process.argv.indexOf("--json");
  process.exitCode = reportFigures("editor", await runEditorBench(), json === -1 ? undefined : process.argv[json + 1]);
}

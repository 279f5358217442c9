import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "../outcome.ts";
import { findDirective, parseDirective } from "./directive.ts";
import { pageText } from "./page-text.ts";

/** A folder with `target.html` and `find-range-cases.tsv`: a directive, a tab, 1 if it points to something on the page. */
export function runTextFragments(folder: string): Outcome {
  const text = pageText(readFileSync(join(folder, "target.html"), "utf8"));
  const outcome: Outcome = { passed: 0, failures: [] };
  const lines = readFileSync(join(folder, "find-range-cases.tsv"), "utf8").split("\n");
  for (const line of lines.filter((one) => one.trim() !== "")) {
    const [source = "", wanted] = line.trimEnd().split("\t");
    if (wanted !== "0" && wanted !== "1") throw new Error(`not a case: ${line}`);
    const found = findDirective(text, parseDirective(source));
    if ((found !== null) === (wanted === "1")) outcome.passed += 1;
    else outcome.failures.push(`${source}: ${found ? `found “${text.slice(found.start, found.end)}”, wanted nothing` : "not found"}`);
  }
  return outcome;
}

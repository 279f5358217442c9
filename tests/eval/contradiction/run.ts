import { readFileSync } from "node:fs";
import { contradicts, loadVectors } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";

interface Row {
  label: string;
  a: string;
  b: string;
}

/** Pairs of sentences, one JSON a line; right is to call contradictory what is labelled CONTRADICTION, and no other. */
export async function runContradiction(file: string): Promise<Figure[]> {
  const rows = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Row);
  const vectors = loadVectors();
  const similar = (a: string, b: string): number => vectors.similarity(a, b);
  let [right, called, gold] = [0, 0, 0];
  for (const { a, b, label } of rows) {
    const found = contradicts(a, b, { similar });
    const is = label === "CONTRADICTION";
    if (found) called += 1;
    if (is) gold += 1;
    if (found && is) right += 1;
  }
  const precision = right / Math.max(1, called);
  const recall = right / Math.max(1, gold);
  return [
    { figure: "contradiction: precision", value: precision, unit: "", bar: "≥ 0.9", holds: precision >= 0.9 },
    { figure: "contradiction: recall", value: recall, unit: "", bar: "≥ 0.8", holds: recall >= 0.8 },
  ];
}

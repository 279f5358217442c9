import { readFileSync } from "node:fs";
import { loadVectors, paraphrases } from "@assay/assist";
import type { Figure } from "../../support/figures.ts";

interface Row {
  label: number;
  a: string;
  b: string;
}

/** Pairs of sentences, one JSON a line, labelled 1 where both say the same thing. */
export async function runParaphrase(file: string): Promise<Figure[]> {
  const rows = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as Row);
  const vectors = loadVectors();
  const similar = (a: string, b: string): number => vectors.similarity(a, b);
  const f1 = (said: (row: Row) => boolean): number => {
    let [right, wrong] = [0, 0];
    for (const row of rows) {
      const found = said(row);
      if (found && row.label === 1) right += 2;
      else if (found || row.label === 1) wrong += 1;
    }
    return right / Math.max(1, right + wrong);
  };
  const value = f1(({ a, b }) => paraphrases(a, b, { similar }));
  const always = f1(() => true);
  return [
    { figure: "paraphrase: F1", value, unit: "", bar: "≥ 0.82", holds: value >= 0.82 },
    { figure: "paraphrase: F1 of always saying yes", value: always, unit: "", bar: "", holds: null },
  ];
}

import { readFileSync } from "node:fs";
import { checkWorthiness, readText } from "@assay/assist";
import { seededRandom } from "@assay/domain";
import type { Figure } from "../../support/figures.ts";

interface DebateLine {
  doc: string;
  n: number;
  speaker: string;
  text: string;
  label: 0 | 1;
}

const SHUFFLES = 200;

/**
 * Ranks the lines of each debate by how checkable they are; nothing is fitted, so that every debate is a held-out one.
 * The mean of the debates' average precision, beside that of orders drawn at random from a fixed seed.
 */
export function runCheckworthy(file: string): Promise<Figure[]> {
  const debates = new Map<string, DebateLine[]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const read = JSON.parse(line) as DebateLine;
    const known = debates.get(read.doc);
    if (known === undefined) debates.set(read.doc, [read]);
    else known.push(read);
  }
  const judged = [...debates.values()].filter((lines) => lines.some(({ label }) => label === 1));
  const random = seededRandom(1);
  const ours = judged.map((lines) => averagePrecision(lines.map((line) => ({ ...line, score: scoreOf(line.text) }))));
  const drawn = judged.map((lines) => {
    let sum = 0;
    for (let at = 0; at < SHUFFLES; at += 1) sum += averagePrecision(lines.map((line) => ({ ...line, score: random() })));
    return sum / SHUFFLES;
  });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const row = (figure: string, value: number): Figure => ({ figure, value, unit: "", bar: "", holds: null });
  return Promise.resolve([
    row(`check-worthiness: MAP over ${judged.length} debates, built-in score, nothing fitted`, mean(ours)),
    row("check-worthiness: MAP of random orders", mean(drawn)),
  ]);
}

function scoreOf(text: string): number {
  return checkWorthiness(text, readText(text, { language: "en" }).sentences.flatMap(({ words }) => words));
}

function averagePrecision(lines: readonly { score: number; n: number; label: 0 | 1 }[]): number {
  let hits = 0;
  let sum = 0;
  for (const [rank, { label }] of lines.toSorted((a, b) => b.score - a.score || a.n - b.n).entries()) {
    if (label === 0) continue;
    hits += 1;
    sum += hits / (rank + 1);
  }
  return hits === 0 ? 0 : sum / hits;
}

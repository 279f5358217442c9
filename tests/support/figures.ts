import { writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";

/** One measured value and the bar it has to reach. `holds` is null for figures that are only reported. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  bar: string;
  holds: boolean | null;
}

export function machineName(): string {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? "cpu"} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}, Node ${process.versions.node}`;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("median of nothing");
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Prints the table, writes `--json`, and returns the exit code: 0 only when every bar holds. */
export function reportFigures(name: string, figures: Figure[], jsonPath: string | undefined): number {
  const rows = figures.map((f) => [
    f.figure,
    `${Number(f.value.toPrecision(4))} ${f.unit}`.trim(),
    f.bar,
    f.holds === null ? "reported" : f.holds ? "holds" : "falls short",
  ]);
  const table = [["figure", "value", "bar", ""], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${name} (${machineName()})`);
  for (const row of table) console.log(row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  if (jsonPath) writeFileSync(jsonPath, `${JSON.stringify({ name, machine: machineName(), figures }, null, 2)}\n`);
  return figures.length > 0 && figures.every((f) => f.holds !== false) ? 0 : 1;
}

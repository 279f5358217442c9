import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isPageFormat } from "@assay/reports";
import type { ReportFormatName } from "@assay/reports";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";
import { plotGrowth } from "./plot-growth.ts";
import type { GrowthPoint } from "./plot-growth.ts";

const SOURCES = 10;
const CLAIMS = 500;
/** Ten times as much may take this many times ten times as long: more would not be linear. */
const GROWTH_BAR = 1.5;
/** Of each size, of which the median counts; but one of the long PDFs, a minute each, which are long enough by themselves. */
const ROUNDS = 3;
const MEGABYTES_BAR = 400;

/** Larger reports, that show how the time grows. */
const LARGER = [1_000, 2_000, 5_000];

interface Wanted {
  format: ReportFormatName;
  bar: number;
}

const WANTED: readonly Wanted[] = [
  { format: "html", bar: 300 },
  { format: "md", bar: 300 },
  { format: "csv", bar: 300 },
  { format: "json", bar: 300 },
  { format: "annotations", bar: 300 },
  { format: "xlsx", bar: 1_500 },
  { format: "docx", bar: 1_500 },
  { format: "pdf", bar: 5_000 },
];

/**
 * A report of 500 claims by 10 sources in every format, and how time and memory grow to 5,000 claims. Growth is told by
 * the processor's time: a report of a minute meets more of whatever else the machine does than one of seconds, and by the
 * clock the same code grew by 1.0 or 1.8.
 */
export function runReportsBench(plotPath?: string): Figure[] {
  const growth: GrowthPoint[] = [];
  const figures = WANTED.flatMap(({ format, bar }) => {
    const report = measureReport(format, CLAIMS);
    const larger = LARGER.map((claims) => ({ claims, ...measureReport(format, claims) }));
    for (const { claims, work, megabytes } of [{ claims: CLAIMS, ...report }, ...larger]) {
      growth.push({ format, claims, milliseconds: work, megabytes });
    }
    const { time, megabytes } = report;
    const grows = (by: "time" | "work") => Math.max(...larger.map((one) => one[by] / report[by] / (one.claims / CLAIMS)));
    const most = grows("work");
    return [
      { figure: `${format}: ${CLAIMS} × ${SOURCES}`, value: time, unit: "ms", bar: `≤ ${bar} ms`, holds: time <= bar },
      {
        figure: `${format}: memory of its process`,
        value: megabytes,
        unit: "MB",
        bar: `≤ ${MEGABYTES_BAR} MB`,
        holds: megabytes <= MEGABYTES_BAR,
      },
      { figure: `${format}: size`, value: report.bytes / 1e6, unit: "MB", bar: "reported", holds: null },
      {
        figure: `${format}: to ${LARGER.at(-1)} claims, processor time per claim as against ${CLAIMS}, at most`,
        value: most,
        unit: "×",
        bar: `≤ ${GROWTH_BAR}`,
        holds: most <= GROWTH_BAR,
      },
      { figure: `${format}: the same by the clock`, value: grows("time"), unit: "×", bar: "reported", holds: null },
    ];
  });
  if (plotPath !== undefined) writeFileSync(plotPath, plotGrowth(growth));
  return figures;
}

interface Measured {
  /** By the clock, and of the processor, in milliseconds: medians. */
  time: number;
  work: number;
  megabytes: number;
  bytes: number;
}

function measureReport(format: ReportFormatName, claims: number): Measured {
  const rounds = format === "pdf" && claims > CLAIMS ? 1 : ROUNDS;
  const made = exportOnce(format, claims, rounds);
  // The server prints each report in a process of its own, which ends with it; text it makes in its own.
  const { megabytes } = isPageFormat(format) && rounds > 1 ? exportOnce(format, claims, 1) : made;
  return { time: median(made.times), work: median(made.processor), megabytes, bytes: made.bytes };
}

interface Once {
  times: number[];
  /** Of the processor, in milliseconds, all threads together. */
  processor: number[];
  bytes: number;
  megabytes: number;
}

function exportOnce(format: ReportFormatName, claims: number, rounds: number): Once {
  const script = fileURLToPath(new URL("./export-once.ts", import.meta.url));
  const options = ["--import", "tsx", script, format, String(claims), String(SOURCES), String(rounds)];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { encoding: "utf8", maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${format} of ${claims} claims: exit ${status}\n${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as Once;
}

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isPageFormat } from "@assay/reports";
import type { ReportFormatName } from "@assay/reports";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";

const SOURCES = 10;
const CLAIMS = 500;
/** Ten times as much may take this many times ten times as long: more would not be linear. */
const GROWTH_BAR = 1.5;
const MEGABYTES_BAR = 400;

interface Wanted {
  format: ReportFormatName;
  bar: number;
  /** The larger report that shows the growth. */
  most: number;
}

const WANTED: readonly Wanted[] = [
  { format: "html", bar: 300, most: 5_000 },
  { format: "md", bar: 300, most: 5_000 },
  { format: "csv", bar: 300, most: 5_000 },
  { format: "json", bar: 300, most: 5_000 },
  { format: "annotations", bar: 300, most: 5_000 },
  { format: "xlsx", bar: 1_500, most: 5_000 },
  { format: "docx", bar: 1_500, most: 2_000 },
  { format: "pdf", bar: 5_000, most: 1_000 },
];

/** A report of 500 claims by 10 sources in every format, and how the time grows with the claims. */
export function runReportsBench(): Figure[] {
  return WANTED.flatMap(({ format, bar, most }) => {
    const report = exportOnce(format, CLAIMS, 3);
    const time = median(report.times);
    // The server prints each report in a process of its own, which ends with it; text it makes in its own.
    const { megabytes } = isPageFormat(format) ? exportOnce(format, CLAIMS, 1) : report;
    const large = exportOnce(format, most, 1);
    const growth = median(large.times) / time / (most / CLAIMS);
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
        figure: `${format}: ${most} claims, time per claim as against ${CLAIMS}`,
        value: growth,
        unit: "×",
        bar: `≤ ${GROWTH_BAR}`,
        holds: growth <= GROWTH_BAR,
      },
    ];
  });
}

interface Once {
  times: number[];
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

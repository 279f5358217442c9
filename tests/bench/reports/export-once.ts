/** In a process of its own: one format of one report, a few times over. Prints what it took as JSON. */
import { exportReport, isPageFormat } from "@assay/reports";
import type { ReportFormatName } from "@assay/reports";
import { exportPages } from "@assay/reports/pages";
import { sampleReport } from "./sample-report.ts";

async function main(): Promise<void> {
  const [format, claims, sources, rounds] = process.argv.slice(2);
  const name = format as ReportFormatName;
  const snapshot = sampleReport(Number(claims), Number(sources));
  // Loads the libraries and typefaces once, as in a process that has made a report before.
  const small = sampleReport(2, 2);
  if (isPageFormat(name)) await exportPages(small, name);
  const times: number[] = [];
  const processor: number[] = [];
  let bytes = 0;
  for (let round = 0; round < Number(rounds); round += 1) {
    const [before, used] = [performance.now(), process.cpuUsage()];
    const made = isPageFormat(name) ? await exportPages(snapshot, name) : exportReport(snapshot, name);
    times.push(performance.now() - before);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
    bytes = made.bytes.length;
  }
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ times, processor, bytes, megabytes }));
}

void main();

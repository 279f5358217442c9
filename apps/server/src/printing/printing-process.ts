import { Worker } from "node:worker_threads";
import { exportPages } from "@assay/reports/pages";
import type { PrintJob, Printed } from "./print-report.ts";

/**
 * One report in a process of its own, which ends with it: the libraries that set pages are native code, and neither
 * their memory nor a fault in them is the server's. While they work nothing here can look at a clock, so a thread does.
 */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, "SIGKILL");
  }, 100);
`;

process.once("message", (job: PrintJob) => {
  const watch = new Worker(WATCH, { eval: true, workerData: { bytes: job.megabytes * 1024 * 1024 } });
  watch.unref();
  exportPages(job.snapshot, job.format).then(
    (report) => answer({ ok: true, report }),
    (error: unknown) => answer({ ok: false, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function answer(printed: Printed): void {
  process.send?.(printed, undefined, undefined, () => process.exit(0));
}

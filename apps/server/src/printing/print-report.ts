import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DomainError } from "@assay/domain";
import type { PageFormatName, ReportSnapshot } from "@assay/reports";

export interface PrintJob {
  snapshot: ReportSnapshot;
  format: PageFormatName;
  megabytes: number;
}

export interface PrintedReport {
  bytes: Uint8Array;
  mediaType: string;
  filename: string;
}

export type Printed = { ok: true; report: PrintedReport } | { ok: false; problem: string };

export interface PrintOptions {
  /** The longest it may take, and the most memory its process may hold. */
  milliseconds?: number;
  megabytes?: number;
  onFault?: (error: Error) => void;
  /** Another script than the real one, for tests. */
  entry?: string;
}

const AT_ONCE = 2;
const MOST_WAITING = 20;

const isSource = import.meta.url.endsWith(".ts");
/** In the bundle's folder, or, where the source itself is run, the source behind a loader for it. */
const ENTRY = fileURLToPath(new URL(isSource ? "./printing-process.ts" : "./printing-process.js", import.meta.url));

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Pages for one report, made while the server goes on answering. What takes too long or too much is ended and refused
 * in words; a report that long has HTML and JSON, which have no pages.
 */
export async function printReport(
  snapshot: ReportSnapshot,
  format: PageFormatName,
  options: PrintOptions = {},
): Promise<PrintedReport> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new DomainError("RATE_LIMITED", "Too many reports are being printed at this moment. Try again in a minute.");
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await inProcess(snapshot, format, options);
  } finally {
    // The place goes to the next in line without ever being free.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function inProcess(snapshot: ReportSnapshot, format: PageFormatName, options: PrintOptions): Promise<PrintedReport> {
  const { milliseconds = 90_000, megabytes = 2_000, onFault = () => undefined, entry = ENTRY } = options;
  const name = format.toUpperCase();
  return new Promise((resolve, reject) => {
    const child = fork(entry, [], {
      // A report's printer has no business with the server's settings.
      env: {},
      execArgv: isSource ? ["--import", loader()] : [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let isOver = false;
    const end = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      child.removeAllListeners();
      child.kill("SIGKILL");
      settle();
    };
    const fail = (error: Error): void => {
      onFault(error);
      end(() => reject(new DomainError("REFUSED", `The ${name} could not be made. ${OTHERS}`, { rule: "fault" })));
    };
    const late = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1000);
      end(() => reject(new DomainError("PAYLOAD_TOO_LARGE", `This takes longer than ${seconds} seconds as ${name}. ${FEWER}`)));
    }, milliseconds);
    child.once("message", (printed: Printed) => {
      if (printed.ok) end(() => resolve(printed.report));
      else fail(new Error(printed.problem));
    });
    child.once("error", fail);
    child.once("exit", (code, signal) => {
      if (signal === "SIGKILL") {
        end(() => reject(new DomainError("PAYLOAD_TOO_LARGE", `This takes more memory as ${name} than one report may have. ${FEWER}`)));
      } else fail(new Error(`Printing ended by itself, exit ${code ?? signal}`));
    });
    const job: PrintJob = { snapshot, format, megabytes };
    child.send(job);
  });
}

const OTHERS = "The HTML has the same report and prints as well.";
const FEWER = "Choose fewer claims or sources, or take the HTML, which has no limit.";

function loader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

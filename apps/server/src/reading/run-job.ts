import { Worker } from "node:worker_threads";
import { refuse } from "@assay/domain";
import type { Refusal } from "@assay/domain";
import { workerEntry } from "../worker-entry.ts";
import type { MapTask, Mapping } from "./map-passages.ts";
import type { ReadSource, Received } from "./read-source.ts";
import { transferablesOf } from "./transferables.ts";
import type { UnpackedBody } from "./unpack-body.ts";

export type Job =
  | { do: "read"; received: Received }
  | { do: "unpack"; body: Uint8Array<ArrayBuffer>; isBatch: boolean }
  | { do: "map"; task: MapTask };

export type JobResult =
  /** `unpacked` is null for a body that is no JSON. */
  | { done: "read"; read: ReadSource }
  | { done: "unpack"; unpacked: UnpackedBody | null }
  | { done: "map"; mapping: Mapping };

export interface JobOptions {
  /** The longest it may take. */
  milliseconds?: number;
  /** The most memory its values may take. */
  megabytes?: number;
  /** Told of what ended a job that neither took too long nor too much: a fault of ours. */
  onFault?: (error: Error) => void;
  /** Another script than the real one, for tests. */
  entry?: URL;
}

/** Each may take a core and a gigabyte; whoever comes later waits. */
const AT_ONCE = 2;
const MOST_WAITING = 30;

const ENTRY = workerEntry("reading-worker", import.meta.url);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does a job in a thread of its own, so that everything else goes on meanwhile, and ends the thread when it takes too
 * long or too much: no file can stop the server. Arrays of bytes move there and are gone here.
 */
export async function runJob(job: Job, options: JobOptions = {}): Promise<JobResult | Refusal> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      return refuse("busy", "Too many large files are being read at this moment. Try again in a minute.");
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await inWorker(job, options);
  } finally {
    // The place goes to the next in line without ever being free.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function inWorker(job: Job, options: JobOptions): Promise<JobResult | Refusal> {
  const { milliseconds = 30_000, megabytes = 1024, onFault = () => undefined, entry = ENTRY } = options;
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: job,
      transferList: transferablesOf(job),
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // A file's reader has no business with the server's settings.
      env: {},
      execArgv: [],
    });
    const late = setTimeout(() => end(refuseLate(milliseconds)), milliseconds);
    let isOver = false;
    const end = (result: JobResult | Refusal) => {
      isOver = true;
      clearTimeout(late);
      resolve(result);
      void worker.terminate();
    };
    const fail = (error: Error) => {
      if (isOver) return;
      onFault(error);
      end(refuse("fault", FAULT));
    };
    worker.once("message", (result: JobResult) => end(result));
    worker.once("messageerror", fail);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") end(refuse("memory", HEAVY));
      else fail(error);
    });
    worker.once("exit", (code) => fail(new Error(`The reader ended by itself, exit ${code}`)));
  });
}

const MEND = "Nothing was stored. Cut it down to the part that is being checked, or save it as plain text.";
const HEAVY = `This takes more memory to read than one file may have. ${MEND}`;
const FAULT = "This could not be read: reading stopped halfway. Nothing was stored. Paste the text instead.";

function refuseLate(milliseconds: number): Refusal {
  const seconds = Math.round(milliseconds / 1000);
  return refuse("time", `This took longer than ${seconds} seconds to read, so it was stopped. ${MEND}`);
}

import { randomUUID } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { mapPassages } from "./map-passages.ts";
import { readSource } from "./read-source.ts";
import type { Job, JobResult } from "./run-job.ts";
import { transferablesOf } from "./transferables.ts";
import { unpackBody } from "./unpack-body.ts";

/** One job in a thread of its own, which ends with it. */
const job = workerData as Job;
const result: JobResult = await run(job);
parentPort?.postMessage(result, transferablesOf(result));

async function run(given: Job): Promise<JobResult> {
  if (given.do === "map") return { done: "map", mapping: mapPassages(given.task) };
  if (given.do === "read") return { done: "read", read: await readSource(given.received) };
  try {
    return { done: "unpack", unpacked: unpackBody(given.body, given.isBatch, randomUUID) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return { done: "unpack", unpacked: null };
  }
}

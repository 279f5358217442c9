import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { PDF_TEMPLATE } from "./pdf-template.ts";

/**
 * Each thread sets one part after the other. Its code is a string: a file would have to be found anew in every bundle,
 * and, where the source itself is run, would wait for a loader. What the typesetter remembers is common to all threads,
 * so it is kept until each of them has set a part more; then it makes room.
 */
const THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { NodeCompiler } = require(workerData.library);
  const { folder, blobs, template, madeAt, keep } = workerData;
  const fontBlobs = blobs.map((blob) => Buffer.from(blob.buffer, blob.byteOffset, blob.length));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  parentPort.on("message", ({ report, options }) => {
    try {
      compiler.mapShadow(folder + "/report.json", Buffer.from(report, "utf8"));
      const bytes = compiler.pdf({ mainFileContent: template }, { ...options, creationTimestamp: madeAt });
      parentPort.postMessage({ bytes });
    } catch (error) {
      // The typesetter tells what was wrong in the code of its error.
      parentPort.postMessage({ problem: [error.code, error.message].filter(Boolean).join(" ") });
    }
    compiler.evictCache(keep);
  });
`;

/** Typst looks for files under this folder alone, and finds the two that are handed to it in memory. */
const FOLDER = "/assay-report";

/** More of them would take more memory than they save time: each holds a part's layout. */
const MOST_THREADS = 2;

/** How many parts wait for a thread, so that none is idle while another part is being joined. */
const AHEAD = 2;

export interface Typefaces {
  blobs: readonly Buffer[];
  /** Seconds since 1970, for the file's own date. */
  madeAt: number;
}

type Options = { pdfStandard: "ua-1" } | { pdfTags: false };
type Answer = { bytes: Uint8Array } | { problem: string };

interface Wanted {
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

/** Sets the template with a report's values, on as many threads as there is work for. */
export class Typesetter {
  readonly #threads: { worker: Worker; wanted: Wanted[] }[];
  #turn = 0;

  constructor({ blobs, madeAt }: Typefaces, parts: number) {
    const count = Math.min(MOST_THREADS, availableParallelism(), parts);
    const library = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-node-compiler");
    const workerData = { library, folder: FOLDER, blobs, template: PDF_TEMPLATE, madeAt, keep: count - 1 };
    this.#threads = Array.from({ length: count }, () => {
      const worker = new Worker(THREAD, { eval: true, execArgv: [], workerData });
      const wanted: Wanted[] = [];
      worker.on("message", (answer: Answer) => {
        const first = wanted.shift();
        if ("problem" in answer) first?.reject(new Error(`The page could not be set: ${answer.problem}`));
        else first?.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.length));
      });
      worker.on("error", (error) => {
        for (const one of wanted.splice(0)) one.reject(error);
      });
      return { worker, wanted };
    });
  }

  set(report: string, options: Options = { pdfStandard: "ua-1" }): Promise<Buffer> {
    const thread = this.#threads[this.#turn % this.#threads.length];
    if (thread === undefined) throw new Error("No thread to set a page");
    this.#turn += 1;
    return new Promise((resolve, reject) => {
      thread.wanted.push({ resolve, reject });
      thread.worker.postMessage({ report, options });
    });
  }

  /** In the order of the reports, each of which is made no sooner than a thread has need of it. */
  async *setAll(reports: Iterable<string>): AsyncGenerator<Buffer> {
    const underway: Promise<Buffer>[] = [];
    for (const report of reports) {
      const set = this.set(report);
      // Asked for below; until then a fault in it is nobody's.
      set.catch(() => undefined);
      underway.push(set);
      const first = underway.length > this.#threads.length * AHEAD ? underway.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const set of underway) yield await set;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

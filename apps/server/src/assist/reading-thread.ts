import { Worker } from "node:worker_threads";
import { workerEntry } from "../worker-entry.ts";
import type { FromReader, ReadingTask, WrittenReading } from "./reading-task.ts";

export interface ThreadOptions {
  /** The longest one reading may take. */
  milliseconds?: number;
  /** The most memory its values may take. */
  megabytes?: number;
  /** How long it is kept after a reading, for the next one. */
  idleMilliseconds?: number;
  /** Another script than the real one, for tests. */
  entry?: URL;
}

/** Why a reading did not come about. `fault` is told to whoever keeps the log, and to nobody else. */
export class ReadingFailure extends Error {
  override name = "ReadingFailure";
  readonly fault: string | null;

  constructor(message: string, fault: string | null = null) {
    super(message);
    this.fault = fault;
  }
}

const ENTRY = workerEntry("assist-worker", import.meta.url);

interface Running {
  id: number;
  onProgress(done: number): void;
  resolve(written: WrittenReading): void;
  reject(error: Error): void;
  late: NodeJS.Timeout;
}

/**
 * One thread that reads one case at a time. It is kept between readings, since what it has loaded takes longer to load
 * than most cases to read, and ended when one takes too long, too much, or is no longer wanted.
 */
export class ReadingThread {
  readonly #options: Required<ThreadOptions>;
  #worker: Worker | null = null;
  #running: Running | null = null;
  #idle: NodeJS.Timeout | null = null;
  #lastId = 0;

  constructor(options: ThreadOptions = {}) {
    const { milliseconds = 120_000, megabytes = 512, idleMilliseconds = 60_000, entry = ENTRY } = options;
    this.#options = { milliseconds, megabytes, idleMilliseconds, entry };
  }

  run(task: ReadingTask, onProgress: (done: number) => void): Promise<WrittenReading> {
    if (this.#running !== null) throw new Error("The thread reads another case");
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const id = ++this.#lastId;
    const { milliseconds } = this.#options;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#end(new ReadingFailure(lateWords(milliseconds))), milliseconds);
      this.#running = { id, onProgress, resolve, reject, late };
      worker.postMessage({ id, task });
    });
  }

  /** Ends what is being read, which is then rejected. */
  stop(): void {
    this.#end(new ReadingFailure("It was stopped."));
  }

  #start(): Worker {
    const worker = new Worker(this.#options.entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.megabytes },
      // A reader has no business with the server's settings.
      env: {},
      execArgv: [],
    });
    const isMine = () => this.#worker === worker;
    worker.on("message", (message: FromReader) => (isMine() ? this.#hear(message) : undefined));
    worker.on("error", (error: NodeJS.ErrnoException) => {
      if (!isMine()) return;
      const isHeavy = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.#end(isHeavy ? new ReadingFailure(HEAVY) : new ReadingFailure(FAULT, error.stack ?? error.message));
    });
    worker.on("exit", (code) => {
      if (isMine()) this.#end(new ReadingFailure(FAULT, `The reader ended by itself, exit ${code}`));
    });
    return worker;
  }

  #hear(message: FromReader): void {
    const running = this.#running;
    if (running === null || running.id !== message.id) return;
    if ("progress" in message) return running.onProgress(message.progress);
    this.#running = null;
    clearTimeout(running.late);
    this.#rest();
    if ("written" in message) running.resolve(message.written);
    else running.reject(new ReadingFailure(FAULT, message.fault));
  }

  /** Nothing waits for it: the process may end meanwhile, and after a while the thread does. */
  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.#end(new ReadingFailure("Idle.")), this.#options.idleMilliseconds);
    this.#idle.unref();
  }

  #end(why: ReadingFailure): void {
    const [worker, running] = [this.#worker, this.#running];
    this.#worker = null;
    this.#running = null;
    if (this.#idle !== null) clearTimeout(this.#idle);
    void worker?.terminate();
    if (running === null) return;
    clearTimeout(running.late);
    running.reject(why);
  }
}

const HEAVY = "These sources take more memory to read than one case may have. Split the case, or cut sources down to what is checked.";
const FAULT = "Reading stopped halfway, by a fault of ours. Nothing was changed. Read again, or go on without suggestions.";

function lateWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `This took longer than ${seconds} seconds to read, so it was stopped. Split the case, or cut sources down to what is checked.`;
}

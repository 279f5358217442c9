import { DomainError } from "@assay/domain";
import type { ReadingStatus } from "./case-suggestions.ts";
import { ReadingFailure, ReadingThread } from "./reading-thread.ts";
import type { ThreadOptions } from "./reading-thread.ts";
import type { ReadingTask, WrittenReading } from "./reading-task.ts";

export interface ReadingWanted {
  caseId: string;
  /** Names all that the reading rests on: who asks by the same key gets the same reading. */
  key: string;
  /** Of the texts that are read. */
  revisionIds: readonly string[];
  /** A model of the desk's own is asked, for whose answers other cases do not wait. */
  byModel: boolean;
  /** Called when its turn has come. */
  load(): Promise<ReadingTask>;
}

export interface KeptReading extends WrittenReading {
  key: string;
  revisionIds: readonly string[];
}

export interface ReaderOptions extends ThreadOptions {
  /** Most cases that wait to be read. */
  mostWaiting?: number;
  /** Most characters of readings that are kept. */
  capacity?: number;
  onFault?: (fault: unknown) => void;
}

interface CaseRecord extends ReadingStatus {
  key: string;
  kept: KeptReading | null;
}

/** A thread and whoever waits for it. */
class Lane {
  readonly thread: ReadingThread;
  waiting: ReadingWanted[] = [];
  current: ReadingWanted | null = null;

  constructor(options: ThreadOptions) {
    this.thread = new ReadingThread(options);
  }
}

/** A model takes its time; the thread only waits for it. */
const MODEL_MILLISECONDS = 600_000;

/**
 * Reads cases in a thread beside the server, one after the other, each once for what it rests on, and keeps what came of
 * it in memory. Where a desk has a model of its own, such cases have a second thread, which is made when first needed.
 * Nothing here is a record: what is lost with the process is read again.
 */
export class AssistReader {
  readonly #own: Lane;
  readonly #model: Lane;
  readonly #cases = new Map<string, CaseRecord>();
  readonly #mostWaiting: number;
  readonly #capacity: number;
  readonly #onFault: (fault: unknown) => void;
  #whenSettled: (() => void)[] = [];
  #isClosed = false;

  constructor(options: ReaderOptions = {}) {
    const { mostWaiting = 50, capacity = 64_000_000, onFault = () => undefined, ...thread } = options;
    this.#own = new Lane(thread);
    this.#model = new Lane({ milliseconds: MODEL_MILLISECONDS, ...thread });
    this.#mostWaiting = mostWaiting;
    this.#capacity = capacity;
    this.#onFault = onFault;
  }

  /** How far the reading is; begins it where nobody has asked for it, or where it has to begin anew. */
  ask(wanted: ReadingWanted, again = false): ReadingStatus & { kept: KeptReading | null } {
    const known = this.#cases.get(wanted.caseId);
    // The built-in reader would say the same again; a model that did not answer may.
    const isDone = known?.state === "ready" && !(again && wanted.byModel);
    const isSettled = known?.key === wanted.key && (isDone || known.state === "reading" || !again);
    if (!isSettled) this.#enqueue(wanted, known?.kept ?? null);
    const record = this.#cases.get(wanted.caseId);
    if (record === undefined) throw new Error("A case that was asked for is known");
    // The least recently asked for leave first.
    this.#cases.delete(wanted.caseId);
    this.#cases.set(wanted.caseId, record);
    const { state, progress, problem, kept } = record;
    const isCurrent = kept !== null && kept.revisionIds.every((id) => wanted.revisionIds.includes(id));
    return { state, progress, problem, kept: isCurrent ? kept : null };
  }

  /** What is being read of this case, or waits, is left. Others go on. */
  cancel(caseId: string): ReadingStatus | null {
    const record = this.#cases.get(caseId);
    if (record === undefined) return null;
    if (record.state === "reading") {
      Object.assign(record, { state: "stopped", progress: 0 } satisfies Partial<CaseRecord>);
      for (const lane of [this.#own, this.#model]) {
        lane.waiting = lane.waiting.filter((one) => one.caseId !== caseId);
        if (lane.current?.caseId === caseId) lane.thread.stop();
      }
    }
    const { state, progress, problem } = record;
    return { state, progress, problem };
  }

  /** Resolves when nothing is being read and nothing waits. */
  settled(): Promise<void> {
    if (this.#own.current === null && this.#model.current === null) return Promise.resolve();
    return new Promise((resolve) => this.#whenSettled.push(resolve));
  }

  close(): void {
    this.#isClosed = true;
    for (const lane of [this.#own, this.#model]) {
      lane.waiting = [];
      lane.thread.stop();
    }
  }

  #enqueue(wanted: ReadingWanted, kept: KeptReading | null): void {
    for (const lane of [this.#own, this.#model]) {
      lane.waiting = lane.waiting.filter(({ caseId }) => caseId !== wanted.caseId);
    }
    const lane = wanted.byModel ? this.#model : this.#own;
    if (lane.waiting.length >= this.#mostWaiting) {
      throw new DomainError("RATE_LIMITED", "Too many cases are being read at this moment. Try again in a minute.");
    }
    this.#cases.set(wanted.caseId, { key: wanted.key, state: "reading", progress: 0, problem: null, kept });
    lane.waiting.push(wanted);
    if (lane.current === null) void this.#readAll(lane);
  }

  async #readAll(lane: Lane): Promise<void> {
    for (let next = lane.waiting.shift(); next !== undefined && !this.#isClosed; next = lane.waiting.shift()) {
      lane.current = next;
      await this.#read(next, lane.thread);
    }
    lane.current = null;
    if (this.#own.current !== null || this.#model.current !== null) return;
    for (const resolve of this.#whenSettled.splice(0)) resolve();
  }

  async #read(wanted: ReadingWanted, thread: ReadingThread): Promise<void> {
    // Another reading of the case may be wanted by now: this one's record is whatever still has its key.
    const record = () => {
      const found = this.#cases.get(wanted.caseId);
      return found?.key === wanted.key && found.state === "reading" ? found : null;
    };
    try {
      const task = await wanted.load();
      // Stopped meanwhile. Where only claims were added since, it is read all the same: better than none.
      if (this.#isClosed || this.#cases.get(wanted.caseId)?.state !== "reading") return;
      const written = await thread.run(task, (progress) => Object.assign(record() ?? {}, { progress }));
      const found = this.#cases.get(wanted.caseId);
      if (found === undefined) return;
      found.kept = { ...written, key: wanted.key, revisionIds: wanted.revisionIds };
      Object.assign(record() ?? {}, { state: "ready", progress: 1 });
      this.#makeRoom();
    } catch (error) {
      const failure = error instanceof ReadingFailure ? error : new ReadingFailure(UNREAD, String(error));
      if (failure.fault !== null) this.#onFault(error instanceof ReadingFailure ? new Error(failure.fault) : error);
      Object.assign(record() ?? {}, { state: "failed", progress: 0, problem: failure.message });
    }
  }

  #makeRoom(): void {
    let size = 0;
    for (const { kept } of this.#cases.values()) size += sizeOf(kept);
    for (const [caseId, { kept, state }] of this.#cases) {
      if (size <= this.#capacity || this.#cases.size === 1) break;
      if (state === "reading") continue;
      this.#cases.delete(caseId);
      size -= sizeOf(kept);
    }
  }
}

const UNREAD = "The sources could not be fetched. Try again in a minute.";

function sizeOf(kept: KeptReading | null): number {
  if (kept === null) return 0;
  return kept.cells.reduce((sum, [, json]) => sum + json.length, kept.reading.length);
}

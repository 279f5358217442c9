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

/**
 * Reads cases in a thread beside the server, one after the other, each once for what it rests on, and keeps what came of
 * it in memory. Nothing here is a record: what is lost with the process is read again.
 */
export class AssistReader {
  readonly #thread: ReadingThread;
  readonly #cases = new Map<string, CaseRecord>();
  readonly #mostWaiting: number;
  readonly #capacity: number;
  readonly #onFault: (fault: unknown) => void;
  #waiting: ReadingWanted[] = [];
  #current: ReadingWanted | null = null;
  #whenSettled: (() => void)[] = [];
  #isClosed = false;

  constructor(options: ReaderOptions = {}) {
    const { mostWaiting = 50, capacity = 64_000_000, onFault = () => undefined, ...thread } = options;
    this.#thread = new ReadingThread(thread);
    this.#mostWaiting = mostWaiting;
    this.#capacity = capacity;
    this.#onFault = onFault;
  }

  /** How far the reading is; begins it where nobody has asked for it, or where it has to begin anew. */
  ask(wanted: ReadingWanted, again = false): ReadingStatus & { kept: KeptReading | null } {
    const known = this.#cases.get(wanted.caseId);
    const isSettled = known?.key === wanted.key && (known.state === "ready" || known.state === "reading" || !again);
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
      this.#waiting = this.#waiting.filter((one) => one.caseId !== caseId);
      Object.assign(record, { state: "stopped", progress: 0 } satisfies Partial<CaseRecord>);
      if (this.#current?.caseId === caseId) this.#thread.stop();
    }
    const { state, progress, problem } = record;
    return { state, progress, problem };
  }

  /** Resolves when nothing is being read and nothing waits. */
  settled(): Promise<void> {
    if (this.#current === null) return Promise.resolve();
    return new Promise((resolve) => this.#whenSettled.push(resolve));
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
    this.#thread.stop();
  }

  #enqueue(wanted: ReadingWanted, kept: KeptReading | null): void {
    const others = this.#waiting.filter(({ caseId }) => caseId !== wanted.caseId);
    if (others.length >= this.#mostWaiting) {
      throw new DomainError("RATE_LIMITED", "Too many cases are being read at this moment. Try again in a minute.");
    }
    this.#cases.set(wanted.caseId, { key: wanted.key, state: "reading", progress: 0, problem: null, kept });
    this.#waiting = [...others, wanted];
    if (this.#current === null) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined && !this.#isClosed; next = this.#waiting.shift()) {
      this.#current = next;
      await this.#read(next);
    }
    this.#current = null;
    for (const resolve of this.#whenSettled.splice(0)) resolve();
  }

  async #read(wanted: ReadingWanted): Promise<void> {
    // Another reading of the case may be wanted by now: this one's record is whatever still has its key.
    const record = () => {
      const found = this.#cases.get(wanted.caseId);
      return found?.key === wanted.key && found.state === "reading" ? found : null;
    };
    try {
      const task = await wanted.load();
      if (record() === null && !this.#isWanted(wanted.caseId)) return;
      const written = await this.#thread.run(task, (progress) => Object.assign(record() ?? {}, { progress }));
      const found = this.#cases.get(wanted.caseId);
      if (found === undefined) return;
      // Where claims were added meanwhile it is not what is wanted now, but better than none.
      found.kept = { ...written, key: wanted.key, revisionIds: wanted.revisionIds };
      Object.assign(record() ?? {}, { state: "ready", progress: 1 });
      this.#makeRoom();
    } catch (error) {
      const failure = error instanceof ReadingFailure ? error : new ReadingFailure(UNREAD, String(error));
      if (failure.fault !== null) this.#onFault(error instanceof ReadingFailure ? new Error(failure.fault) : error);
      Object.assign(record() ?? {}, { state: "failed", progress: 0, problem: failure.message });
    }
  }

  /** Somebody changed the case since, and waits for it. */
  #isWanted(caseId: string): boolean {
    return this.#cases.get(caseId)?.state === "reading";
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

/** How long the machine may work before it lets others in, in milliseconds. */
const SLICE = 24;

/** Lets the event loop run now and then, says how far the work is, and stops it when it is told to. */
export class Breath {
  private readonly signal: AbortSignal | undefined;
  private readonly onProgress: ((done: number) => void) | undefined;
  private since = performance.now();
  private from = 0;
  private to = 1;

  constructor(signal?: AbortSignal, onProgress?: (done: number) => void) {
    this.signal = signal;
    this.onProgress = onProgress;
  }

  /** The next part of the work, as shares of the whole. */
  part(from: number, to: number): void {
    this.from = from;
    this.to = to;
  }

  /** `done` of the present part, 0 to 1. Throws the signal's reason when it was aborted. */
  async at(done: number): Promise<void> {
    this.signal?.throwIfAborted();
    if (performance.now() - this.since < SLICE) return;
    this.onProgress?.(this.from + (this.to - this.from) * Math.min(1, done));
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.since = performance.now();
    this.signal?.throwIfAborted();
  }

  end(): void {
    this.signal?.throwIfAborted();
    this.onProgress?.(1);
  }
}

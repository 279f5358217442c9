import { chunkCount } from "../chunk-heights.ts";

/**
 * Which chunks are in the DOM: those in or near the view, and those pinned because a selection or a jump needs them.
 * Each chunk's component subscribes to its own index, so that mounting one renders one.
 */
export class ChunkStore {
  readonly count: number;
  readonly #visible = new Set<number>([0]);
  readonly #pins = new Map<string, ReadonlySet<number>>();
  readonly #listeners = new Map<number, Set<() => void>>();

  constructor(blocks: number) {
    this.count = chunkCount(blocks);
  }

  isMounted(chunk: number): boolean {
    if (this.count === 1 || this.#visible.has(chunk)) return true;
    for (const pinned of this.#pins.values()) if (pinned.has(chunk)) return true;
    return false;
  }

  /** In or near the view, whether or not it is needed for something else. */
  isVisible(chunk: number): boolean {
    return this.#visible.has(chunk);
  }

  visible(): readonly number[] {
    return [...this.#visible];
  }

  subscribe(chunk: number, listener: () => void): () => void {
    const listeners = this.#listeners.get(chunk) ?? new Set();
    this.#listeners.set(chunk, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  setVisible(changes: ReadonlyMap<number, boolean>): void {
    if (changes.size === 0) return;
    this.#notifyOf(new Set(changes.keys()), () => {
      for (const [chunk, visible] of changes) {
        if (visible) this.#visible.add(chunk);
        else this.#visible.delete(chunk);
      }
    });
  }

  /** Keeps exactly `chunks` mounted for `reason`, in place of those kept for it before. */
  pin(reason: "selection" | "jump", chunks: ReadonlySet<number>): void {
    this.#notifyOf(new Set([...(this.#pins.get(reason) ?? []), ...chunks]), () => this.#pins.set(reason, chunks));
  }

  #notifyOf(chunks: ReadonlySet<number>, change: () => void): void {
    const before = [...chunks].map((chunk) => [chunk, this.isMounted(chunk)] as const);
    change();
    for (const [chunk, was] of before) {
      if (this.isMounted(chunk) !== was) for (const listener of this.#listeners.get(chunk) ?? []) listener();
    }
  }
}

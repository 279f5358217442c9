import type { ChunkStore } from "./chunk-store.ts";
import type { MountedText } from "./mounted-text.ts";

/**
 * The boxes that stand for chunks which are not in the page. Of neighbouring ones the first is as tall as all of them and
 * the others are not laid out at all: the browser goes through every box in each frame and under each move of the
 * pointer, and a transcript has hundreds of chunks.
 */
export class EmptyChunks {
  readonly #chunks: ChunkStore;
  readonly #mounted: MountedText;
  /** What was written last: a height, zero for one that is not laid out, null for one that is mounted. */
  readonly #written = new Map<HTMLElement, number | null>();

  constructor(chunks: ChunkStore, mounted: MountedText) {
    this.#chunks = chunks;
    this.#mounted = mounted;
  }

  /** Heights by chunk, as they are or will be. */
  lay(heights: readonly number[]): void {
    let first: HTMLElement | undefined;
    let total = 0;
    for (let chunk = 0; chunk <= this.#chunks.count; chunk++) {
      const host = this.#mounted.host(chunk);
      const isEmpty = host !== undefined && !this.#chunks.isMounted(chunk);
      if (isEmpty) {
        total += heights[chunk] ?? 0;
        if (first === undefined) first = host;
        else this.#write(host, 0);
        continue;
      }
      if (first !== undefined) this.#write(first, total);
      if (host !== undefined) this.#write(host, null);
      first = undefined;
      total = 0;
    }
  }

  #write(host: HTMLElement, height: number | null): void {
    if (this.#written.get(host) === height) return;
    this.#written.set(host, height);
    host.hidden = height === 0;
    host.style.height = height === null || height === 0 ? "" : `${height}px`;
  }
}

import { flushSync } from "react-dom";
import { blockOfCaret } from "../block-search.ts";
import { CHUNK_SIZE, chunkOfBlock } from "../chunk-heights.ts";
import type { ChunkStore } from "./chunk-store.ts";
import type { MountedText } from "./mounted-text.ts";
import type { PaneGeometry } from "./pane-geometry.ts";

/** Blocks from a chunk's edge at which a caret may leave it with the next key: then its neighbour is mounted too. */
const NEAR = 5;

/** Sees to it that what is in view, and what a selection or a jump needs, is in the DOM. */
export class ChunkKeeper {
  readonly #chunks: ChunkStore;
  readonly #mounted: MountedText;
  readonly #geometry: PaneGeometry;
  #scroller: HTMLElement | null = null;
  #observer: IntersectionObserver | null = null;

  constructor(chunks: ChunkStore, mounted: MountedText, geometry: PaneGeometry) {
    this.#chunks = chunks;
    this.#mounted = mounted;
    this.#geometry = geometry;
  }

  watch(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const observer = new IntersectionObserver((entries) => this.#onIntersect(entries), {
      root: scroller,
      rootMargin: "100% 0px",
    });
    this.#observer = observer;
    for (const [, host] of this.#mounted.hosts()) observer.observe(host);
    return () => {
      observer.disconnect();
      this.#observer = null;
      this.#scroller = null;
    };
  }

  attachHost(chunk: number, host: HTMLElement): () => void {
    this.#mounted.setHost(chunk, host);
    this.#observer?.observe(host);
    if (!this.#chunks.isMounted(chunk)) this.#geometry.sizeEmpty(chunk, host);
    return () => {
      this.#observer?.unobserve(host);
      this.#mounted.setHost(chunk, null);
    };
  }

  /** What is in view now, in this frame; the observer's word would come one frame later, after an empty one. */
  mountInView(): void {
    this.#chunks.setVisible(new Map([...this.#inView()].map((chunk) => [chunk, true])));
  }

  /**
   * Keeps the chunks of these offsets mounted, or those in view when there are none, and runs `then` when they are. React
   * mounts what is lacking in a microtask, because the call may come from an effect, where it cannot render at once.
   */
  whenMounted(reason: "selection" | "jump", offsets: readonly number[], then: () => void): void {
    const wanted = offsets.length === 0 ? this.#inView() : this.#around(offsets);
    const isLacking = [...wanted].some((chunk) => !this.#chunks.isMounted(chunk) || !this.#isRendered(chunk));
    this.#chunks.pin(offsets.length === 0 ? "jump" : reason, wanted);
    if (!isLacking) {
      then();
      return;
    }
    queueMicrotask(() => {
      flushSync(() => {});
      if (this.#scroller !== null) then();
    });
  }

  #around(offsets: readonly number[]): Set<number> {
    const { blocks } = this.#mounted;
    const wanted = new Set<number>();
    for (const offset of offsets) {
      const block = Math.max(0, blockOfCaret(blocks, offset));
      for (const near of [block - NEAR, block, block + NEAR]) {
        if (near >= 0 && near < blocks.length) wanted.add(chunkOfBlock(near));
      }
    }
    return wanted;
  }

  #inView(): Set<number> {
    const view = this.#scroller?.getBoundingClientRect();
    const seen = new Set<number>();
    if (view === undefined) return seen;
    for (const [chunk, host] of this.#mounted.hosts()) {
      const { top, bottom } = host.getBoundingClientRect();
      if (top < view.bottom && bottom > view.top) seen.add(chunk);
    }
    return seen;
  }

  #isRendered(chunk: number): boolean {
    return this.#mounted.blocks.length === 0 || this.#mounted.text(chunk * CHUNK_SIZE) !== undefined;
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    const chunkOf = new Map([...this.#mounted.hosts()].map(([chunk, host]) => [host as Element, chunk]));
    const changes = new Map<number, boolean>();
    for (const { target, isIntersecting } of entries) {
      const chunk = chunkOf.get(target);
      if (chunk !== undefined) changes.set(chunk, isIntersecting);
    }
    this.#chunks.setVisible(changes);
  }
}

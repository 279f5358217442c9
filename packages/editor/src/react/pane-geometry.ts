import type { Block } from "@assay/domain";
import { blockOfCaret } from "../block-search.ts";
import { CHUNK_SIZE, chunkOfBlock, estimateChunkHeight, type ReadingMeasure } from "../chunk-heights.ts";
import { RULER_STEPS } from "../ruler-ticks.ts";
import type { ChunkStore } from "./chunk-store.ts";
import { EmptyChunks } from "./empty-chunks.ts";
import type { FrameTask } from "./frame-queue.ts";
import type { MountedText } from "./mounted-text.ts";

/** Where everything stands in the scrolled height: measured where it has been mounted, guessed where not. */
export class PaneGeometry implements FrameTask {
  readonly #blocks: readonly Block[];
  readonly #chunks: ChunkStore;
  readonly #mounted: MountedText;
  readonly #empty: EmptyChunks;
  /** Of each chunk, as it is now or will be. */
  readonly #heights: number[];
  /** Those whose height was measured, at this width. */
  readonly #seen = new Set<number>();
  /** Tops of a chunk's blocks as shares of its height, once it has been seen. */
  readonly #blockTops = new Map<number, number[]>();
  readonly #onChange: (reflowed: readonly number[], hasMoved: boolean) => void;
  #reflowed: number[] = [];
  /** By how much heights have changed since the overview was told. */
  #drift = Number.POSITIVE_INFINITY;
  #scroller: HTMLElement | null = null;
  #measure: ReadingMeasure = { lineWidth: 560, characterWidth: 7.6, lineHeight: 27.5, gap: 12 };
  #adoptedWidth = 0;
  #correction = 1;
  /** Tops of all chunks, below the first one's; null when a height has changed since. */
  #tops: number[] | null = null;
  /** Of the first chunk, within what is scrolled. */
  #origin = 0;
  #total = 1;

  /**
   * `onChange` is told which mounted chunks have become taller or shorter, and whether what lies below has moved so far
   * that it shows in an overview.
   */
  constructor(
    blocks: readonly Block[],
    chunks: ChunkStore,
    mounted: MountedText,
    onChange: (reflowed: readonly number[], hasMoved: boolean) => void,
  ) {
    this.#blocks = blocks;
    this.#chunks = chunks;
    this.#mounted = mounted;
    this.#empty = new EmptyChunks(chunks, mounted);
    this.#onChange = onChange;
    this.#heights = Array.from({ length: chunks.count }, (_, chunk) => this.#guess(chunk));
  }

  /** Reads the column's width and type, if the width is new; forgets heights measured at another. True if so. */
  adopt(scroller: HTMLElement, sheet: HTMLElement): boolean {
    this.#scroller = scroller;
    const lineWidth = Math.max(1, sheet.clientWidth);
    if (lineWidth === this.#adoptedWidth) return false;
    this.#adoptedWidth = lineWidth;
    const style = getComputedStyle(sheet);
    const size = Number.parseFloat(style.fontSize);
    const lineHeight = Number.parseFloat(style.lineHeight) || size * 1.62;
    this.#measure = { lineWidth, characterWidth: size * 0.45, lineHeight, gap: size * 0.72 };
    this.#blockTops.clear();
    this.#seen.clear();
    const first = this.#mounted.host(0);
    if (first !== undefined && this.#chunks.count > 1 && this.#chunks.isMounted(0)) {
      const guess = estimateChunkHeight(this.#blocks, 0, this.#measure);
      const height = first.offsetHeight;
      if (height > 0 && guess > 0) this.#correction = Math.max(0.5, Math.min(2, height / guess));
    }
    for (let chunk = 0; chunk < this.#chunks.count; chunk++) {
      if (!this.#chunks.isMounted(chunk)) this.#setHeight(chunk, this.#guess(chunk));
    }
    this.layEmpty();
    return true;
  }

  /** Chunks that are not mounted take the room they had, or will have. Call it whenever one comes or goes. */
  layEmpty(): void {
    this.#empty.lay(this.#heights);
  }

  /** Only what is mounted can have another height than was set. */
  measure(): void {
    const scroller = this.#scroller;
    // Of a pane that is not shown nothing can be learnt.
    if (scroller === null || scroller.clientHeight === 0) return;
    const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
    this.#total = Math.max(1, scroller.scrollHeight);
    let first: { chunk: number; top: number } | null = null;
    for (const chunk of this.#mounted.chunks()) {
      const host = this.#mounted.host(chunk);
      if (host === undefined) continue;
      const rect = host.getBoundingClientRect();
      first ??= { chunk, top: rect.top - origin };
      const isKnown = this.#seen.has(chunk) && this.#blockTops.has(chunk);
      if (isKnown && Math.abs(rect.height - this.#heights[chunk]!) <= 0.5) continue;
      if (this.#seen.has(chunk)) this.#reflowed.push(chunk);
      this.#seen.add(chunk);
      const tops = this.#topsIn(chunk, rect);
      if (tops !== null) this.#blockTops.set(chunk, tops);
      this.#setHeight(chunk, rect.height);
    }
    if (first !== null) this.#origin = first.top - this.#topOf(first.chunk);
  }

  commit(): void {
    const reflowed = this.#reflowed;
    this.#reflowed = [];
    const hasMoved = this.#drift > this.#total / RULER_STEPS;
    if (hasMoved) this.#drift = 0;
    this.#onChange(reflowed, hasMoved);
  }

  /** The share of the whole height that lies above an offset. */
  positionOf(offset: number): number {
    const index = blockOfCaret(this.#blocks, offset);
    const chunk = chunkOfBlock(index);
    const block = this.#blocks[index];
    if (block === undefined) return 0;
    const share = this.#shareInChunk(chunk, index, (offset - block.start) / (block.end - block.start));
    return Math.min(1, (this.#origin + this.#topOf(chunk) + share * this.#heights[chunk]!) / this.#total);
  }

  /** The first and the last chunk of which a part lies between two heights of what is scrolled. */
  chunksBetween(top: number, bottom: number): { first: number; last: number } {
    const tops = this.#allTops();
    const at = (height: number): number => {
      let low = 0;
      let high = tops.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (tops[middle]! <= height - this.#origin) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    return { first: at(top), last: at(bottom) };
  }

  /** The same of blocks; where a chunk has not been seen yet, all of it. */
  blocksBetween(top: number, bottom: number): { first: number; last: number } {
    const { first, last } = this.chunksBetween(top, bottom);
    return {
      first: first * CHUNK_SIZE + this.#inChunkAt(first, top, 0),
      last: last * CHUNK_SIZE + this.#inChunkAt(last, bottom, CHUNK_SIZE - 1),
    };
  }

  #inChunkAt(chunk: number, height: number, unseen: number): number {
    const tops = this.#blockTops.get(chunk);
    if (tops === undefined) return unseen;
    const share = (height - this.#origin - this.#topOf(chunk)) / Math.max(1, this.#heights[chunk]!);
    return Math.max(0, tops.findLastIndex((own) => own <= share));
  }

  #guess(chunk: number): number {
    return estimateChunkHeight(this.#blocks, chunk, this.#measure) * this.#correction;
  }

  #setHeight(chunk: number, height: number): void {
    if (this.#heights[chunk] === height) return;
    this.#drift += Math.abs(height - this.#heights[chunk]!);
    this.#heights[chunk] = height;
    this.#tops = null;
  }

  #topOf(chunk: number): number {
    return this.#allTops()[chunk] ?? 0;
  }

  #allTops(): readonly number[] {
    if (this.#tops !== null) return this.#tops;
    let top = 0;
    this.#tops = this.#heights.map((height) => {
      const own = top;
      top += height;
      return own;
    });
    return this.#tops;
  }

  #shareInChunk(chunk: number, index: number, inBlock: number): number {
    const first = chunk * CHUNK_SIZE;
    const tops = this.#blockTops.get(chunk);
    if (tops === undefined) {
      const from = this.#blocks[first]!.start;
      const until = this.#blocks[Math.min(this.#blocks.length, first + CHUNK_SIZE) - 1]!.end;
      const { start, end } = this.#blocks[index]!;
      return (start + inBlock * (end - start) - from) / Math.max(1, until - from);
    }
    const top = tops[index - first] ?? 0;
    const next = tops[index - first + 1] ?? 1;
    return top + inBlock * (next - top);
  }

  #topsIn(chunk: number, host: DOMRect): number[] | null {
    const tops: number[] = [];
    const last = Math.min(this.#blocks.length, (chunk + 1) * CHUNK_SIZE);
    for (let index = chunk * CHUNK_SIZE; index < last; index++) {
      const element = this.#mounted.element(index);
      if (element === undefined) return null;
      tops.push(host.height === 0 ? 0 : (element.getBoundingClientRect().top - host.top) / host.height);
    }
    return tops;
  }
}

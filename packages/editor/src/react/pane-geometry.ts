import type { Block } from "@assay/domain";
import { blockOfCaret } from "../block-search.ts";
import { CHUNK_SIZE, chunkOfBlock, estimateChunkHeight, type ReadingMeasure } from "../chunk-heights.ts";
import type { ChunkStore } from "./chunk-store.ts";
import type { FrameTask } from "./frame-queue.ts";
import type { MountedText } from "./mounted-text.ts";

interface ChunkBox {
  top: number;
  height: number;
  /** Tops of the chunk's blocks as shares of its height; null until it has been seen. */
  blockTops: number[] | null;
}

/** Where everything stands in the scrolled height: measured where it has been mounted, guessed where not. */
export class PaneGeometry implements FrameTask {
  readonly #blocks: readonly Block[];
  readonly #chunks: ChunkStore;
  readonly #mounted: MountedText;
  readonly #boxes = new Map<number, ChunkBox>();
  readonly #onChange: () => void;
  #scroller: HTMLElement | null = null;
  #measure: ReadingMeasure = { lineWidth: 560, characterWidth: 7.6, lineHeight: 27.5, gap: 12 };
  #adoptedWidth = 0;
  #correction = 1;
  #total = 1;
  #version = 0;

  constructor(blocks: readonly Block[], chunks: ChunkStore, mounted: MountedText, onChange: () => void) {
    this.#blocks = blocks;
    this.#chunks = chunks;
    this.#mounted = mounted;
    this.#onChange = onChange;
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
    this.#boxes.clear();
    const first = this.#mounted.host(0);
    if (first !== undefined && this.#chunks.count > 1 && this.#chunks.isMounted(0)) {
      const guess = estimateChunkHeight(this.#blocks, 0, this.#measure);
      const height = first.offsetHeight;
      if (height > 0 && guess > 0) this.#correction = Math.max(0.5, Math.min(2, height / guess));
    }
    for (const [chunk, host] of this.#mounted.hosts()) if (!this.#chunks.isMounted(chunk)) this.sizeEmpty(chunk, host);
    return true;
  }

  /** Gives a chunk that is not mounted the height it had, or will have. */
  sizeEmpty(chunk: number, host: HTMLElement): void {
    const known = this.#boxes.get(chunk);
    const height =
      known?.blockTops == null
        ? estimateChunkHeight(this.#blocks, chunk, this.#measure) * this.#correction
        : known.height;
    host.style.height = `${height}px`;
  }

  measure(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    this.#version += 1;
    const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
    this.#total = Math.max(1, scroller.scrollHeight);
    for (const [chunk, host] of this.#mounted.hosts()) {
      const rect = host.getBoundingClientRect();
      const blockTops = this.#chunks.isMounted(chunk) ? this.#blockTops(chunk, rect) : null;
      const known = this.#boxes.get(chunk)?.blockTops ?? null;
      this.#boxes.set(chunk, { top: rect.top - origin, height: rect.height, blockTops: blockTops ?? known });
    }
  }

  commit(): void {
    this.#onChange();
  }

  /** Another number whenever positions may have changed. */
  get version(): number {
    return this.#version;
  }

  /** The share of the whole height that lies above an offset. */
  positionOf(offset: number): number {
    const index = blockOfCaret(this.#blocks, offset);
    const chunk = chunkOfBlock(index);
    const box = this.#boxes.get(chunk);
    const block = this.#blocks[index];
    if (box === undefined || block === undefined) return 0;
    return (box.top + this.#shareInChunk(chunk, box, index, (offset - block.start) / (block.end - block.start))
      * box.height) / this.#total;
  }

  #shareInChunk(chunk: number, box: ChunkBox, index: number, inBlock: number): number {
    const first = chunk * CHUNK_SIZE;
    if (box.blockTops === null) {
      const from = this.#blocks[first]!.start;
      const until = this.#blocks[Math.min(this.#blocks.length, first + CHUNK_SIZE) - 1]!.end;
      const { start, end } = this.#blocks[index]!;
      return (start + inBlock * (end - start) - from) / Math.max(1, until - from);
    }
    const top = box.blockTops[index - first] ?? 0;
    const next = box.blockTops[index - first + 1] ?? 1;
    return top + inBlock * (next - top);
  }

  #blockTops(chunk: number, host: DOMRect): number[] | null {
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

import type { Block } from "@assay/domain";
import { blockOfCaret } from "../block-search.ts";
import { CHUNK_SIZE } from "../chunk-heights.ts";

interface MountedBlock {
  element: HTMLElement;
  text: Text;
}

/** The part of a revision that is in the DOM, and the way between its nodes and the revision's offsets. */
export class MountedText {
  readonly blocks: readonly Block[];
  readonly #mounted = new Map<number, MountedBlock>();
  readonly #hosts = new Map<number, HTMLElement>();
  readonly #overlays = new Map<number, HTMLElement>();
  /** The one range for all that is asked: each stays with the document, and slows its every change, until garbage is collected. */
  #probe: Range | null = null;

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
  }

  setHost(chunk: number, host: HTMLElement | null): void {
    if (host === null) this.#hosts.delete(chunk);
    else this.#hosts.set(chunk, host);
  }

  host(chunk: number): HTMLElement | undefined {
    return this.#hosts.get(chunk);
  }

  hosts(): IterableIterator<[number, HTMLElement]> {
    return this.#hosts.entries();
  }

  /** Those that are mounted. */
  chunks(): IterableIterator<number> {
    return this.#overlays.keys();
  }

  /** Where a chunk's glyphs, numbers and caret hang; it has the chunk's own box as its frame. */
  overlay(chunk: number): HTMLElement | undefined {
    return this.#overlays.get(chunk);
  }

  /** Takes in a chunk whose blocks have just been rendered; returns their indexes. */
  mount(chunk: number, overlay: HTMLElement): number[] {
    const host = this.#hosts.get(chunk);
    if (host === undefined) throw new Error(`Chunk ${chunk} was mounted without a host`);
    this.#overlays.set(chunk, overlay);
    const indexes: number[] = [];
    for (const element of host.querySelectorAll<HTMLElement>("[data-block]")) {
      const text = element.querySelector("[data-slate-string]")?.firstChild;
      if (!(text instanceof Text)) continue;
      const index = Number(element.dataset["block"]);
      this.#mounted.set(index, { element, text });
      indexes.push(index);
    }
    return indexes;
  }

  /** Forgets a chunk; returns the indexes of the blocks it held. */
  unmount(chunk: number): number[] {
    this.#overlays.delete(chunk);
    const indexes: number[] = [];
    for (let index = chunk * CHUNK_SIZE; index < (chunk + 1) * CHUNK_SIZE; index++) {
      if (this.#mounted.delete(index)) indexes.push(index);
    }
    return indexes;
  }

  indexes(): IterableIterator<number> {
    return this.#mounted.keys();
  }

  element(block: number): HTMLElement | undefined {
    return this.#mounted.get(block)?.element;
  }

  text(block: number): Text | undefined {
    return this.#mounted.get(block)?.text;
  }

  /** The DOM position of an offset, or null while its block is not mounted. */
  toDom(offset: number): { node: Text; offset: number } | null {
    const index = blockOfCaret(this.blocks, offset);
    const node = this.text(index);
    if (node === undefined) return null;
    const { start, end } = this.blocks[index]!;
    return { node, offset: Math.max(0, Math.min(end, offset) - start) };
  }

  /** The boxes of letters of one mounted block. */
  boxes(block: number, start: number, end: number): Iterable<DOMRect> {
    const node = this.text(block);
    if (node === undefined) return [];
    const { start: from, end: until } = this.blocks[block]!;
    return this.boxesIn(node, Math.max(0, start - from), Math.min(until, end) - from);
  }

  /** The same, by places in the block's own letters; a caret's is as wide as nothing, or has none. */
  boxesIn(text: Text, start: number, end: number): Iterable<DOMRect> {
    const probe = (this.#probe ??= document.createRange());
    probe.setStart(text, start);
    probe.setEnd(text, end);
    return probe.getClientRects();
  }

  /**
   * The offset of any DOM position. One outside the letters, as a triple click or a selection over several blocks makes,
   * goes to the next letter in the document; one in a chunk that is not mounted to that chunk's first letter; one behind
   * everything to the end of the text.
   */
  toOffset(node: Node, offset: number): number {
    const element = node instanceof Element ? node : node.parentElement;
    const within = element?.closest<HTMLElement>("[data-block]");
    const index = within == null ? -1 : Number(within.dataset["block"]);
    const block = this.blocks[index];
    const text = this.text(index);
    if (block !== undefined && text !== undefined) {
      if (node === text) return Math.min(block.end, block.start + offset);
      return this.#isBefore(node, offset, text) ? block.start : block.end;
    }
    return this.#nextLetter(node, offset);
  }

  #nextLetter(node: Node, offset: number): number {
    const chunks = [...this.#hosts].sort(([a], [b]) => a - b);
    for (const [chunk, host] of chunks) {
      const last = Math.min(this.blocks.length, (chunk + 1) * CHUNK_SIZE) - 1;
      const lastText = this.text(last);
      if (!this.#isBefore(node, offset, lastText ?? host, lastText?.length ?? 0)) continue;
      for (let index = chunk * CHUNK_SIZE; index <= last; index++) {
        const text = this.text(index);
        if (text === undefined || this.#isBefore(node, offset, text)) return this.blocks[index]!.start;
      }
    }
    return this.blocks.at(-1)?.end ?? 0;
  }

  /** Whether a DOM position lies at or before position `at` of `other`. */
  #isBefore(node: Node, offset: number, other: Node, at = 0): boolean {
    const point = (this.#probe ??= document.createRange());
    point.setStart(other, at);
    point.collapse(true);
    return point.comparePoint(node, offset) <= 0;
  }
}

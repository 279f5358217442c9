import { blockOfCaret } from "../block-search.ts";
import { chunkOfBlock } from "../chunk-heights.ts";
import type { TextRange } from "../text-range.ts";
import type { FrameQueue, FrameTask } from "./frame-queue.ts";
import type { MountedText } from "./mounted-text.ts";

/** Half a blink; after so many of them the caret stands still: each has the page drawn anew. */
const BLINK_MS = 530;
const BLINKS = 10;

/**
 * The caret of a text that cannot be edited: browsers draw none, and without one the keyboard selects blindly. It blinks by
 * a timer: while an animation runs, the page draws a frame for whatever ends meanwhile, each answer of the server included.
 */
export class CaretLayer implements FrameTask {
  readonly #mounted: MountedText;
  readonly #blocks: readonly TextRange[];
  readonly #frames: FrameQueue;
  readonly #element: HTMLElement;
  #offset: number | null = null;
  #style = "";
  #blink: ReturnType<typeof setTimeout> | undefined;
  #place: { overlay: HTMLElement; x: number; y: number; height: number } | null = null;

  constructor(mounted: MountedText, blocks: readonly TextRange[], frames: FrameQueue) {
    this.#mounted = mounted;
    this.#blocks = blocks;
    this.#frames = frames;
    this.#element = document.createElement("i");
    this.#element.className = "st-caret";
  }

  /** It blinks where somebody has just put it; at the end of selected words it stands still. */
  show(offset: number | null, blinks: boolean): void {
    this.#offset = offset;
    this.#frames.request(this);
    this.#blinkAnew(blinks);
  }

  dispose(): void {
    clearTimeout(this.#blink);
  }

  request(): void {
    if (this.#offset !== null) this.#frames.request(this);
  }

  measure(): void {
    this.#place = null;
    if (this.#offset === null) return;
    const overlay = this.#mounted.overlay(chunkOfBlock(blockOfCaret(this.#blocks, this.#offset)));
    const rect = caretRect(this.#mounted, this.#offset);
    if (overlay === undefined || rect === null) return;
    const frame = overlay.getBoundingClientRect();
    this.#place = { overlay, x: rect.left - frame.left, y: rect.top - frame.top, height: rect.height };
  }

  commit(): void {
    if (this.#place === null) {
      this.#element.remove();
      return;
    }
    const { overlay, x, y, height } = this.#place;
    const style = `left:${x}px;top:${y}px;height:${height}px`;
    if (style === this.#style && this.#element.parentElement === overlay) return;
    this.#style = style;
    this.#element.style.cssText = style;
    if (this.#element.parentElement !== overlay) overlay.append(this.#element);
  }

  /** A caret that has just moved is shown, not in the dark half of its blink. */
  #blinkAnew(blinks: boolean): void {
    clearTimeout(this.#blink);
    delete this.#element.dataset["dark"];
    if (!blinks || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let left = BLINKS;
    const blink = (): void => {
      left -= 1;
      const isDark = left % 2 === 1 && document.activeElement?.contains(this.#element) === true;
      if (isDark) this.#element.dataset["dark"] = "";
      else delete this.#element.dataset["dark"];
      if (left > 0) this.#blink = setTimeout(blink, BLINK_MS);
    };
    this.#blink = setTimeout(blink, BLINK_MS);
  }
}

/** The box of the caret at an offset, without width; null while its block is not mounted. */
export function caretRect(mounted: MountedText, offset: number): DOMRect | null {
  const point = mounted.toDom(offset);
  if (point === null) return null;
  const { node, offset: at } = point;
  const [own] = mounted.boxesIn(node, at, at);
  if (own !== undefined) return own;
  // A collapsed range beside collapsed white space has no box: the letter before lends its right edge.
  const before = [...mounted.boxesIn(node, Math.max(0, at - 1), at)].at(-1);
  return before === undefined ? null : new DOMRect(before.right, before.top, 0, before.height);
}

import { chunkOfBlock } from "../chunk-heights.ts";
import type { MountedText } from "./mounted-text.ts";
import type { Painter, Stroke } from "./painter.ts";

/** For browsers without the CSS Custom Highlight API: a box behind each line of a stroke. Plainer, and follows resizes. */
export class BoxPainter implements Painter {
  readonly #mounted: MountedText;
  readonly #painted = new Map<number, { strokes: readonly Stroke[]; boxes: HTMLElement[] }>();

  constructor(mounted: MountedText) {
    this.#mounted = mounted;
  }

  paint(block: number, strokes: readonly Stroke[]): void {
    this.clear(block);
    const overlay = this.#mounted.overlay(chunkOfBlock(block));
    if (overlay === undefined || strokes.length === 0) return;
    const frame = overlay.getBoundingClientRect();
    const boxes = strokes.flatMap(({ name, start, end }) =>
      [...this.#mounted.boxes(block, start, end)].map((rect) => {
        const box = document.createElement("i");
        box.className = `st-box ${name}`;
        box.style.cssText =
          `left:${rect.left - frame.left}px;top:${rect.top - frame.top}px;` +
          `width:${rect.width}px;height:${rect.height}px`;
        return box;
      }),
    );
    overlay.append(...boxes);
    this.#painted.set(block, { strokes, boxes });
  }

  clear(block: number): void {
    for (const box of this.#painted.get(block)?.boxes ?? []) box.remove();
    this.#painted.delete(block);
  }

  clearAll(): void {
    for (const block of this.#painted.keys()) this.clear(block);
  }

  relayout(): void {
    for (const [block, { strokes }] of new Map(this.#painted)) this.paint(block, strokes);
  }
}

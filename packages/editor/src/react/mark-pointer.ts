import type { HighlightMark } from "../highlight-mark.ts";
import { NOTHING, type Hit } from "./hit-test.ts";

export interface MarkPointerEvents {
  marksAt(x: number, y: number): Hit;
  /** Whether a click now is a click, and not the end of a selection. */
  isClick(): boolean;
  onMarkClick(marks: HighlightMark[]): void;
  onMarkHover(marks: HighlightMark[], rect: DOMRect | null): void;
}

/** Clicks on and hovering over marks. A pointer is looked up once a frame, and told of only when its marks change. */
export class MarkPointer {
  readonly #scroller: HTMLElement;
  readonly #events: MarkPointerEvents;
  readonly #abort = new AbortController();
  #hovered: readonly HighlightMark[] = NOTHING.marks;
  #frame: number | null = null;

  constructor(scroller: HTMLElement, events: MarkPointerEvents) {
    this.#scroller = scroller;
    this.#events = events;
    const { signal } = this.#abort;
    scroller.addEventListener("click", (event) => this.#onClick(event), { signal });
    scroller.addEventListener("pointermove", (event) => this.#onMove(event), { signal, passive: true });
    scroller.addEventListener("pointerleave", () => this.#leave(), { signal });
    scroller.addEventListener("scroll", () => this.#leave(), { signal, passive: true });
  }

  dispose(): void {
    this.#abort.abort();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  #onClick({ clientX, clientY, button }: MouseEvent): void {
    if (button !== 0 || !this.#events.isClick()) return;
    const { marks } = this.#events.marksAt(clientX, clientY);
    if (marks.length > 0) this.#events.onMarkClick([...marks]);
  }

  #onMove({ clientX, clientY, buttons, pointerType }: PointerEvent): void {
    if (buttons !== 0 || pointerType === "touch") return;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      this.#tell(this.#events.marksAt(clientX, clientY));
    });
  }

  #leave(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#tell(NOTHING);
  }

  #tell({ marks, rect }: Hit): void {
    const before = this.#hovered;
    this.#hovered = marks;
    if (marks === before || (marks.length === before.length && marks.every(({ id }, i) => id === before[i]?.id))) return;
    this.#scroller.dataset["overMark"] = String(marks.length > 0);
    this.#events.onMarkHover([...marks], rect());
  }
}

import type { TextRange } from "../text-range.ts";

/** How long the chunks around a jump may take to settle. */
const HOLD_MS = 1000;

/** What shows that a reader has taken over from a jump. */
const LETTING_GO = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

export interface Held {
  range: TextRange;
  block: "center" | "nearest";
  top?: number | undefined;
}

/** The passage jumped to, or the caret moved: it stays in view while chunks above it are mounted and turn out taller or shorter. */
export class HeldPlace {
  #held: Held | null = null;
  #until = 0;

  get now(): Held | null {
    return this.#until > performance.now() ? this.#held : null;
  }

  hold(held: Held): void {
    this.#held = held;
    this.#until = performance.now() + HOLD_MS;
  }

  letGo(): void {
    this.#held = null;
  }

  /** Lets go when the reader scrolls, presses or types. */
  watch(scroller: HTMLElement): () => void {
    const letGo = (): void => this.letGo();
    for (const type of LETTING_GO) scroller.addEventListener(type, letGo, { passive: true });
    return () => {
      for (const type of LETTING_GO) scroller.removeEventListener(type, letGo);
    };
  }
}

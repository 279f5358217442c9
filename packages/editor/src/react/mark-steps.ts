import type { HighlightIndex } from "../highlight-index.ts";
import type { HighlightMark } from "../highlight-mark.ts";

/** Steps from mark to mark, beginning again at the other end; of marks that begin together each has its turn. */
export class MarkSteps {
  readonly #index: HighlightIndex;
  #last: HighlightMark | null = null;

  constructor(index: HighlightIndex) {
    this.#index = index;
  }

  next(caret: number | null): HighlightMark | null {
    return this.#keep(this.#index.next(caret ?? -1, this.#current(caret)) ?? this.#index.next(-1));
  }

  previous(caret: number | null): HighlightMark | null {
    const end = Number.MAX_SAFE_INTEGER;
    return this.#keep(this.#index.previous(caret ?? end, this.#current(caret)) ?? this.#index.previous(end));
  }

  /** The mark stepped to last, while the caret is still where that step put it. */
  #current(caret: number | null): HighlightMark | undefined {
    return this.#last !== null && caret === this.#last.start ? this.#index.get(this.#last.id) : undefined;
  }

  #keep(mark: HighlightMark | null): HighlightMark | null {
    this.#last = mark;
    return mark;
  }
}

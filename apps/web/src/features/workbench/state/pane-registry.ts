import type { SourceTextApi } from "@assay/editor/react";
import type { Span } from "../model/place.ts";

/** What a reader had in a text, where it stands in its next revision. */
export interface CarriedPlace {
  revisionId: string;
  selection: Span | null;
  /** What stood at the upper edge of the view, and how many pixels below it. */
  top: { span: Span; below: number } | null;
  hadFocus: boolean;
}

interface Wish {
  span: Span;
  flash: boolean;
  select: boolean;
}

/**
 * The panes that are on the page, by source. A wish for a pane that is still being opened is kept until its text is
 * there, so that a link into a closed source arrives at its words all the same.
 */
export class PaneRegistry {
  readonly #panes = new Map<string, SourceTextApi>();
  readonly #wishes = new Map<string, Wish>();
  readonly #carets = new Map<string, number>();
  readonly #carried = new Map<string, CarriedPlace>();
  #awaited: string | null = null;
  /** Where in the window a revealed passage is to begin; null: anywhere in view will do. */
  line: () => number | null = () => null;

  get(sourceId: string | null): SourceTextApi | null {
    return sourceId === null ? null : (this.#panes.get(sourceId) ?? null);
  }

  /** Where the caret of a source's text stands; null before it was there. */
  caretIn(sourceId: string): number | null {
    return this.#carets.get(sourceId) ?? null;
  }

  setCaret(sourceId: string, offset: number): void {
    this.#carets.set(sourceId, offset);
  }

  entries(): IterableIterator<[string, SourceTextApi]> {
    return this.#panes.entries();
  }

  set(sourceId: string, api: SourceTextApi | null): void {
    if (api === null) {
      this.#panes.delete(sourceId);
      return;
    }
    this.#panes.set(sourceId, api);
    if (this.#awaited === sourceId) {
      this.#awaited = null;
      if (document.activeElement?.matches("body, main") === true) api.focus();
    }
    const carried = this.#carried.get(sourceId);
    if (carried !== undefined) this.carry(sourceId, carried);
    const wish = this.#wishes.get(sourceId);
    if (wish === undefined) return;
    this.#wishes.delete(sourceId);
    show(api, wish, this.line());
  }

  /** To where the reader was in the revision before, as soon as the text is there. */
  carry(sourceId: string, carried: CarriedPlace): void {
    const api = this.#panes.get(sourceId);
    if (api?.revisionId !== carried.revisionId) {
      this.#carried.set(sourceId, carried);
      return;
    }
    this.#carried.delete(sourceId);
    const { selection, top, hadFocus } = carried;
    // Whoever has gone elsewhere meanwhile is not called back.
    if (hadFocus && document.activeElement?.matches("body, main") === true) api.focus();
    if (top !== null) {
      this.#carets.set(sourceId, top.span.start);
      api.scrollToRange(top.span, { top: top.below });
    }
    if (selection !== null) api.select(selection);
  }

  /** Into the source's text; where it is still being opened, as soon as it is there and nothing else took the focus. */
  focus(sourceId: string | null): void {
    const api = this.get(sourceId);
    this.#awaited = api === null ? sourceId : null;
    api?.focus();
  }

  reveal(sourceId: string, span: Span, { flash = false, select = false } = {}): void {
    const api = this.#panes.get(sourceId);
    const wish = { span, flash, select };
    if (api === undefined) this.#wishes.set(sourceId, wish);
    else show(api, wish, this.line());
  }
}

function show(api: SourceTextApi, { span, flash, select }: Wish, line: number | null): void {
  if (select) api.select(span);
  const top = line === null ? undefined : line - (api.scrollElement?.getBoundingClientRect().top ?? 0);
  api.scrollToRange(span, { flash, block: "nearest", ...(top === undefined ? {} : { top }) });
}

import { highlightPriority } from "./highlight-names.ts";
import type { MountedText } from "./mounted-text.ts";
import { makePaintable } from "./paintable.ts";
import type { Painter, Stroke } from "./painter.ts";

interface Painted {
  name: string;
  range: StaticRange;
}

/**
 * Paints with the CSS Custom Highlight API. The registry belongs to the page and all panes share its entries, so each
 * painter remembers what it put in and takes out only that. Static ranges, because the text never changes and live ones
 * are updated by the browser at every change of the DOM.
 */
export class HighlightPainter implements Painter {
  readonly #mounted: MountedText;
  readonly #painted = new Map<number, readonly Painted[]>();

  constructor(mounted: MountedText) {
    this.#mounted = mounted;
  }

  /** What is there already stays: each range that comes or goes has the browser look at all highlights again. */
  paint(block: number, strokes: readonly Stroke[]): void {
    const node = this.#mounted.text(block);
    const bounds = this.#mounted.blocks[block];
    if (node === undefined || bounds === undefined) return this.clear(block);
    const before = this.#painted.get(block) ?? [];
    const left = new Set(before);
    const painted: Painted[] = [];
    for (const { name, start, end } of strokes) {
      const from = start - bounds.start;
      const to = Math.min(node.length, end - bounds.start);
      if (from < 0 || from > node.length) continue;
      const known = before.find(
        (one) => one.name === name && one.range.startOffset === from && one.range.endOffset === to && left.has(one),
      );
      if (known !== undefined && known.range.startContainer === node) {
        left.delete(known);
        painted.push(known);
        continue;
      }
      const range = new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to });
      highlightNamed(name).add(range);
      painted.push({ name, range });
    }
    for (const { name, range } of left) CSS.highlights.get(name)?.delete(range);
    if (painted.length > 0) {
      this.#painted.set(block, painted);
      makePaintable(node);
    } else this.#painted.delete(block);
  }

  clear(block: number): void {
    for (const { name, range } of this.#painted.get(block) ?? []) CSS.highlights.get(name)?.delete(range);
    this.#painted.delete(block);
  }

  clearAll(): void {
    for (const block of this.#painted.keys()) this.clear(block);
  }

  /** The browser moves highlights with their text. */
  relayout(): void {}
}

function highlightNamed(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing !== undefined) return existing;
  const highlight = new Highlight();
  highlight.priority = highlightPriority(name);
  CSS.highlights.set(name, highlight);
  return highlight;
}

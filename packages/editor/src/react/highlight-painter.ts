import { highlightPriority } from "./highlight-names.ts";
import type { MountedText } from "./mounted-text.ts";
import type { Painter, Stroke } from "./painter.ts";

/**
 * Paints with the CSS Custom Highlight API. The registry belongs to the page and all panes share its entries, so each
 * painter remembers what it put in and takes out only that. Static ranges, because the text never changes and live ones
 * are updated by the browser at every change of the DOM.
 */
export class HighlightPainter implements Painter {
  readonly #mounted: MountedText;
  readonly #painted = new Map<number, [name: string, range: StaticRange][]>();

  constructor(mounted: MountedText) {
    this.#mounted = mounted;
  }

  paint(block: number, strokes: readonly Stroke[]): void {
    this.clear(block);
    const painted: [string, StaticRange][] = [];
    for (const { name, start, end } of strokes) {
      const from = this.#mounted.toDom(start);
      const node = this.#mounted.text(block);
      if (from === null || node === undefined || from.node !== node) continue;
      const range = new StaticRange({
        startContainer: node,
        startOffset: from.offset,
        endContainer: node,
        endOffset: Math.min(node.length, from.offset + end - start),
      });
      highlightNamed(name).add(range);
      painted.push([name, range]);
    }
    if (painted.length > 0) this.#painted.set(block, painted);
  }

  clear(block: number): void {
    for (const [name, range] of this.#painted.get(block) ?? []) CSS.highlights.get(name)?.delete(range);
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

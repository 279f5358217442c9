import { chunkOfBlock } from "../chunk-heights.ts";
import type { MarkSegment } from "../highlight-index.ts";
import type { FrameQueue, FrameTask } from "./frame-queue.ts";
import type { MountedText } from "./mounted-text.ts";

/** Width a glyph takes beside another one, and the height of the letters' line it hangs above. */
const STEP = 9;
/** Side by side at one letter and of one stance; a row of the same sign says no more than two do. */
const MOST_ALIKE = 2;

interface Placed {
  kind: "glyph" | "flag";
  x: number;
  y: number;
  stance: string;
  label: string;
}

interface GlyphSource {
  segments(block: number): MarkSegment[];
  isChosen(claimId: string): boolean;
}

/**
 * Stance glyphs above the first letter of each mark and the chosen claim's number in the margin. They lie in an overlay
 * of their chunk and take no room, so that tagging never moves a letter and scrolling never moves them.
 */
export class GlyphLayer implements FrameTask {
  readonly #mounted: MountedText;
  readonly #source: GlyphSource;
  readonly #frames: FrameQueue;
  readonly #dirty = new Set<number>();
  readonly #drawn = new Map<number, HTMLElement[]>();
  #placed = new Map<number, Placed[]>();

  constructor(mounted: MountedText, source: GlyphSource, frames: FrameQueue) {
    this.#mounted = mounted;
    this.#source = source;
    this.#frames = frames;
  }

  request(blocks: Iterable<number>): void {
    for (const block of blocks) this.#dirty.add(block);
    if (this.#dirty.size > 0) this.#frames.request(this);
  }

  forget(block: number): void {
    for (const element of this.#drawn.get(block) ?? []) element.remove();
    this.#drawn.delete(block);
  }

  measure(): void {
    const frames = new Map<HTMLElement, DOMRect>();
    for (const block of this.#dirty) {
      const overlay = this.#mounted.overlay(chunkOfBlock(block));
      if (overlay === undefined) continue;
      const frame = frames.get(overlay) ?? overlay.getBoundingClientRect();
      frames.set(overlay, frame);
      this.#placed.set(block, this.#place(block, frame));
    }
    this.#dirty.clear();
  }

  commit(): void {
    for (const [block, placed] of this.#placed) {
      this.forget(block);
      const overlay = this.#mounted.overlay(chunkOfBlock(block));
      if (overlay === undefined || placed.length === 0) continue;
      const elements = placed.map(draw);
      overlay.append(...elements);
      this.#drawn.set(block, elements);
    }
    this.#placed = new Map();
  }

  #place(block: number, frame: DOMRect): Placed[] {
    const placed: Placed[] = [];
    const alike = new Map<string, number>();
    for (const { mark, first, start } of this.#source.segments(block)) {
      if (!first || mark.stance === "missing" || mark.stance === "search") continue;
      const rect = this.#firstLetter(block, start);
      if (rect === null) continue;
      const y = Math.round(rect.top - frame.top);
      let x = rect.left - frame.left;
      for (const other of placed) {
        if (other.kind === "glyph" && other.y === y && Math.abs(other.x - x) < STEP) x = other.x + STEP;
      }
      const here = `${start} ${mark.stance}`;
      const before = alike.get(here) ?? 0;
      alike.set(here, before + 1);
      if (before < MOST_ALIKE) placed.push({ kind: "glyph", x, y, stance: mark.stance, label: "" });
      const flagged = placed.some((other) => other.kind === "flag" && other.y === y);
      if (!flagged && this.#source.isChosen(mark.claimId)) {
        placed.push({ kind: "flag", x: 0, y, stance: mark.stance, label: mark.label });
      }
    }
    return placed;
  }

  #firstLetter(block: number, start: number): DOMRect | null {
    const text = this.#mounted.text(block);
    const range = this.#mounted.range(block, start, start + 1);
    if (text === undefined || range === null) return null;
    // The first half of a surrogate pair alone has no box.
    if (isHighSurrogate(text.data.charCodeAt(range.startOffset))) {
      range.setEnd(text, Math.min(text.length, range.startOffset + 2));
    }
    return [...range.getClientRects()].find(({ width }) => width > 0) ?? null;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function draw({ kind, x, y, stance, label }: Placed): HTMLElement {
  const element = document.createElement("i");
  element.className = `st-${kind}`;
  element.style.top = `${y}px`;
  if (kind === "glyph") {
    element.dataset["stance"] = stance;
    element.style.left = `${x}px`;
  } else {
    element.dataset["label"] = label;
  }
  return element;
}

import { chunkOfBlock } from "../chunk-heights.ts";
import type { MarkSegment } from "../highlight-index.ts";
import type { MarkStance } from "../highlight-mark.ts";
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
  stance: MarkStance;
  label: string;
  changed: boolean;
}

/** Strokes of each sign, from the upper left corner of its eight by eight pixels. */
const SIGNS: Partial<Record<MarkStance, (x: number, y: number) => string>> = {
  verified: (x, y) => `M${x + 1} ${y + 4.3}l2 2.1 4-5`,
  disputed: (x, y) => `M${x + 0.75} ${y + 2.75}h6.5m-6.5 2.5h6.5M${x + 5.7} ${y + 0.5}l-3.4 7`,
  suggest: (x, y) => `M${x + 1.5} ${y + 4}h.01m2.49 0h.01m2.49 0h.01`,
};

/** The amber point beside a sign, clear of its strokes: a person is awaited, as on the cells of the ledger and the matrix. */
const POINT = (x: number, y: number) => `M${x + 10.5} ${y + 2}h.01`;
const POINT_STEP = 4;
type Sign = MarkStance | "changed";

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
  /** What is there of each block, by what it shows. */
  readonly #drawn = new Map<number, Map<string, Element>>();
  /** The drawing of each overlay: one for all its signs, as each element by itself is dear in every frame. */
  readonly #sheets = new WeakMap<HTMLElement, SVGSVGElement>();
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
    for (const element of this.#drawn.get(block)?.values() ?? []) element.remove();
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
      const overlay = this.#mounted.overlay(chunkOfBlock(block));
      if (overlay === undefined || placed.length === 0) this.forget(block);
      else this.#draw(block, overlay, placed);
    }
    this.#placed = new Map();
  }

  /** What stays where it is is not touched: an element that comes or goes has the whole page put together anew. */
  #draw(block: number, overlay: HTMLElement, placed: readonly Placed[]): void {
    const before = this.#drawn.get(block) ?? new Map<string, Element>();
    const now = new Map<string, Element>();
    for (const one of placed) {
      if (one.kind !== "flag") continue;
      const key = `flag ${one.y} ${one.label}`;
      const flag = before.get(key) ?? drawFlag(one);
      if (!before.has(key)) overlay.append(flag);
      now.set(key, flag);
    }
    for (const [stance, line] of signLines(placed)) {
      const sign = before.get(stance) ?? drawSigns(stance);
      if (sign.getAttribute("d") !== line) sign.setAttribute("d", line);
      if (!before.has(stance)) this.#sheetOf(overlay).append(sign);
      now.set(stance, sign);
    }
    for (const [key, element] of before) if (!now.has(key)) element.remove();
    this.#drawn.set(block, now);
  }

  #sheetOf(overlay: HTMLElement): SVGSVGElement {
    const known = this.#sheets.get(overlay);
    if (known !== undefined) return known;
    const sheet = document.createElementNS(SVG, "svg");
    sheet.setAttribute("class", "st-glyphs");
    overlay.append(sheet);
    this.#sheets.set(overlay, sheet);
    return sheet;
  }

  #place(block: number, frame: DOMRect): Placed[] {
    const placed: Placed[] = [];
    const alike = new Map<string, number>();
    const letters = new Map<number, DOMRect | null>();
    const flagged = new Set<number>();
    for (const { mark, first, start } of this.#source.segments(block)) {
      if (!first || mark.stance === "missing" || mark.stance === "search") continue;
      const changed = mark.changed === true;
      const here = `${start} ${mark.stance} ${changed}`;
      const before = alike.get(here) ?? 0;
      alike.set(here, before + 1);
      const isChosen = this.#source.isChosen(mark.claimId);
      if (before >= MOST_ALIKE && !isChosen) continue;
      const rect = letters.get(start) ?? this.#firstLetter(block, start);
      letters.set(start, rect);
      if (rect === null) continue;
      const y = Math.round(rect.top - frame.top);
      if (before < MOST_ALIKE) {
        let x = rect.left - frame.left;
        for (const other of placed) {
          const step = other.changed ? STEP + POINT_STEP : STEP;
          if (other.kind === "glyph" && other.y === y && Math.abs(other.x - x) < step) x = other.x + step;
        }
        placed.push({ kind: "glyph", x, y, stance: mark.stance, label: "", changed });
      }
      if (!isChosen || flagged.has(y)) continue;
      flagged.add(y);
      placed.push({ kind: "flag", x: 0, y, stance: mark.stance, label: mark.label, changed });
    }
    return placed;
  }

  #firstLetter(block: number, start: number): DOMRect | null {
    const text = this.#mounted.text(block);
    const bounds = this.#mounted.blocks[block];
    if (text === undefined || bounds === undefined) return null;
    const at = Math.max(0, start - bounds.start);
    // The first half of a surrogate pair alone has no box.
    const units = isHighSurrogate(text.data.charCodeAt(at)) ? 2 : 1;
    for (const box of this.#mounted.boxesIn(text, at, Math.min(text.length, at + units))) if (box.width > 0) return box;
    return null;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

const SVG = "http://www.w3.org/2000/svg";

/** The strokes of all signs of each stance, and of all points beside them. */
function signLines(placed: readonly Placed[]): Map<Sign, string> {
  const lines = new Map<Sign, string>();
  for (const { kind, stance, x, y, changed } of placed) {
    const sign = kind === "glyph" ? SIGNS[stance]?.(round(x - 1), y - 5) : undefined;
    if (sign === undefined) continue;
    lines.set(stance, (lines.get(stance) ?? "") + sign);
    if (changed) lines.set("changed", (lines.get("changed") ?? "") + POINT(round(x - 1), y - 5));
  }
  return lines;
}

/** One element for all of a stance's signs. */
function drawSigns(stance: Sign): SVGPathElement {
  const element = document.createElementNS(SVG, "path");
  element.setAttribute("class", "st-glyph");
  element.dataset["stance"] = stance;
  return element;
}

function round(value: number): number {
  return Math.round(value * 4) / 4;
}

function drawFlag({ y, label }: Placed): HTMLElement {
  const element = document.createElement("i");
  element.className = "st-flag";
  element.style.top = `${y}px`;
  element.dataset["label"] = label;
  return element;
}

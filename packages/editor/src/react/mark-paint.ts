import { firstBlockEndingAfter } from "../block-search.ts";
import type { HighlightIndex } from "../highlight-index.ts";
import type { TextRange } from "../text-range.ts";
import {
  FLASH_NAME,
  highlightName,
  OTHERS_NAME,
  SEARCH_CURRENT_NAME,
  SEARCH_NAME,
  SELECTION_NAME,
  type MarkState,
} from "./highlight-names.ts";
import type { MountedText } from "./mounted-text.ts";
import type { BlockSpan } from "./paint-window.ts";
import { type Painter, type Stroke } from "./painter.ts";
import { createPainter } from "./create-painter.ts";
import type { SearchState } from "./pane-types.ts";

const FLASH_MS = 1200;

/** Decides what is painted in each mounted block in or near the view, and repaints only the blocks that a change touches. */
export class MarkPaint {
  readonly #mounted: MountedText;
  readonly #index: HighlightIndex;
  readonly #painter: Painter;
  chosenClaimId: string | null = null;
  search: SearchState | null = null;
  #hoverClaimId: string | null = null;
  #ghost: TextRange | null = null;
  #flash: TextRange | null = null;
  #flashed: ReturnType<typeof setTimeout> | undefined;
  #others: readonly TextRange[] = [];
  #isHidden = false;
  #window: BlockSpan | null = null;

  constructor(mounted: MountedText, index: HighlightIndex) {
    this.#mounted = mounted;
    this.#index = index;
    this.#painter = createPainter(mounted);
  }

  paint(block: number): void {
    const bounds = this.#mounted.blocks[block];
    if (bounds === undefined) return;
    if (!isIn(this.#window, block)) return this.#painter.clear(block);
    const strokes: Stroke[] = this.#isHidden ? [] : this.#markStrokes(block);
    this.#addSearch(strokes, bounds);
    for (const range of this.#others) addPart(strokes, OTHERS_NAME, range, bounds);
    if (this.#flash !== null) addPart(strokes, FLASH_NAME, this.#flash, bounds);
    if (this.#ghost !== null) addPart(strokes, SELECTION_NAME, this.#ghost, bounds);
    this.#painter.paint(block, strokes);
  }

  clear(block: number): void {
    this.#painter.clear(block);
  }

  clearAll(): void {
    clearTimeout(this.#flashed);
    this.#painter.clearAll();
  }

  relayout(): void {
    this.#painter.relayout();
  }

  get window(): BlockSpan | null {
    return this.#window;
  }

  /** Only these blocks are painted from now on; before it is first called, all that are mounted. */
  setWindow(window: BlockSpan): void {
    const before = this.#window;
    if (window.first === before?.first && window.last === before.last) return;
    this.#window = window;
    for (const block of this.#mounted.indexes()) {
      if (isIn(window, block) !== isIn(before, block)) this.paint(block);
    }
  }

  /** Returns the mounted blocks whose marks look different now. */
  setChosen(claimId: string | null): Set<number> {
    if (claimId === this.chosenClaimId) return new Set();
    const blocks = this.#blocksOfClaims(this.chosenClaimId, claimId);
    this.chosenClaimId = claimId;
    for (const block of blocks) this.paint(block);
    return blocks;
  }

  /** True when that is a change; the blocks are then to be painted. */
  setHidden(isHidden: boolean): boolean {
    if (isHidden === this.#isHidden) return false;
    this.#isHidden = isHidden;
    return true;
  }

  get isHidden(): boolean {
    return this.#isHidden;
  }

  setHover(claimId: string | null): void {
    if (claimId === this.#hoverClaimId) return;
    const blocks = this.#blocksOfClaims(this.#hoverClaimId, claimId);
    this.#hoverClaimId = claimId;
    for (const block of blocks) this.paint(block);
  }

  /** False when nothing changed. */
  setSearch(search: SearchState | null): boolean {
    const before = this.search;
    if (before === search) return false;
    this.search = search;
    const isSameHits = before !== null && search !== null && before.ranges === search.ranges;
    const touched = isSameHits
      ? [before.ranges[before.current], search.ranges[search.current]]
      : [...(before?.ranges ?? []), ...(search?.ranges ?? [])];
    this.#repaint(touched);
    return !isSameHits;
  }

  setGhost(range: TextRange | null): void {
    if (range?.start === this.#ghost?.start && range?.end === this.#ghost?.end) return;
    const before = this.#ghost;
    this.#ghost = range;
    this.#repaint([before, range]);
  }

  /** Shows for a moment where somebody was led to. */
  flash(range: TextRange): void {
    clearTimeout(this.#flashed);
    this.#setFlash(range);
    this.#flashed = setTimeout(() => this.#setFlash(null), FLASH_MS);
  }

  #setFlash(range: TextRange | null): void {
    const before = this.#flash;
    this.#flash = range;
    this.#repaint([before, range]);
  }

  setOthers(ranges: readonly TextRange[]): void {
    if (ranges === this.#others) return;
    const before = this.#others;
    this.#others = ranges;
    this.#repaint([...before, ...ranges]);
  }

  /** Words under several marks that look alike are painted once: what it costs follows the words, not the marks. */
  #markStrokes(block: number): Stroke[] {
    const strokes: Stroke[] = [];
    const lastOf = new Map<string, Stroke>();
    for (const { mark, start, end, depth } of this.#index.segments(block)) {
      const name = highlightName(mark.stance, this.#stateOf(mark.claimId), depth);
      if (name === null) continue;
      const last = lastOf.get(name);
      if (last !== undefined && start < last.end) {
        last.end = Math.max(last.end, end);
        continue;
      }
      const stroke = { name, start, end };
      lastOf.set(name, stroke);
      strokes.push(stroke);
    }
    return strokes;
  }

  #stateOf(claimId: string): MarkState {
    if (claimId === "") return "rest";
    return claimId === this.chosenClaimId ? "chosen" : claimId === this.#hoverClaimId ? "hover" : "rest";
  }

  #addSearch(strokes: Stroke[], bounds: TextRange): void {
    if (this.search === null) return;
    const { ranges, current } = this.search;
    for (let i = firstBlockEndingAfter(ranges, bounds.start); i < ranges.length; i++) {
      const range = ranges[i]!;
      if (range.start >= bounds.end) return;
      addPart(strokes, i === current ? SEARCH_CURRENT_NAME : SEARCH_NAME, range, bounds);
    }
  }

  #blocksOfClaims(...claimIds: readonly (string | null)[]): Set<number> {
    const blocks = new Set<number>();
    for (const claimId of claimIds) {
      if (claimId === null) continue;
      for (const block of this.#index.blocksOfClaim(claimId)) {
        if (this.#mounted.text(block) !== undefined) blocks.add(block);
      }
    }
    return blocks;
  }

  #repaint(ranges: readonly (TextRange | null | undefined)[]): void {
    const { blocks } = this.#mounted;
    const touched = new Set<number>();
    for (const range of ranges) {
      if (range == null) continue;
      for (let block = firstBlockEndingAfter(blocks, range.start); block < blocks.length; block++) {
        if (blocks[block]!.start >= range.end) break;
        if (this.#mounted.text(block) !== undefined) touched.add(block);
      }
    }
    for (const block of touched) this.paint(block);
  }
}

function isIn(window: BlockSpan | null, block: number): boolean {
  return window === null || (block >= window.first && block <= window.last);
}

function addPart(strokes: Stroke[], name: string, range: TextRange, bounds: TextRange): void {
  const start = Math.max(range.start, bounds.start);
  const end = Math.min(range.end, bounds.end);
  if (start < end) strokes.push({ name, start, end });
}

import { CHUNK_SIZE } from "../chunk-heights.ts";
import { HighlightIndex } from "../highlight-index.ts";
import type { HighlightMark } from "../highlight-mark.ts";
import type { TextRange } from "../text-range.ts";
import { CaretLayer } from "./caret-layer.ts";
import { ChunkKeeper } from "./chunk-keeper.ts";
import { ChunkStore } from "./chunk-store.ts";
import { FrameQueue, type FrameTask } from "./frame-queue.ts";
import { GlyphLayer } from "./glyph-layer.ts";
import { HeldPlace } from "./held-place.ts";
import { marksAtPoint, NOTHING } from "./hit-test.ts";
import { MarkPaint } from "./mark-paint.ts";
import { MarkPointer } from "./mark-pointer.ts";
import { MarkSteps } from "./mark-steps.ts";
import { MountedText } from "./mounted-text.ts";
import type { PaneDom, ShownRevision } from "./pane-dom.ts";
import { paintWindow, type PaneMotion } from "./paint-window.ts";
import { PaneGeometry } from "./pane-geometry.ts";
import { revealCaret, scrollToPassage } from "./pane-scroll.ts";
import type { PaneEvents, RevealOptions, SearchState } from "./pane-types.ts";
import { SelectionController } from "./selection-controller.ts";
import type { SelectedText } from "./selection-model.ts";

/** So many paragraphs with other marks are drawn at once; more wait for the frame. */
const FEW_BLOCKS = 4;

export type OverviewListener = (come?: readonly HighlightMark[]) => void;

/**
 * One source on the page. React renders the text once; marks, caret and selection live here and are painted beside it,
 * so that a change of any of them renders nothing.
 */
export class SourcePane {
  readonly revision: ShownRevision;
  readonly chunks: ChunkStore;
  readonly mounted: MountedText;
  readonly geometry: PaneGeometry;
  readonly index: HighlightIndex;
  readonly #frames = new FrameQueue();
  readonly #paint: MarkPaint;
  readonly #glyphs: GlyphLayer;
  readonly #caret: CaretLayer;
  readonly #overview = new Set<OverviewListener>();
  readonly #keeper: ChunkKeeper;
  readonly #steps: MarkSteps;
  #events: PaneEvents = {};
  readonly #held = new HeldPlace();
  #scroller: HTMLElement | null = null;
  #sheet: HTMLElement | null = null;
  #selection: SelectionController | null = null;

  constructor(revision: ShownRevision) {
    this.revision = revision;
    this.chunks = new ChunkStore(revision.blocks.length);
    this.mounted = new MountedText(revision.blocks);
    this.index = new HighlightIndex(revision.blocks);
    this.geometry = new PaneGeometry(revision.blocks, this.chunks, this.mounted, (reflowed, hasMoved) =>
      this.#onMeasured(reflowed, hasMoved),
    );
    this.#keeper = new ChunkKeeper(this.chunks, this.mounted, this.geometry, (motion) =>
      this.#onView(motion),
    );
    this.#steps = new MarkSteps(this.index);
    this.#paint = new MarkPaint(this.mounted, this.index);
    const source = {
      segments: (block: number) => this.index.segments(block),
      isChosen: (claimId: string) => claimId === this.#paint.chosenClaimId,
    };
    this.#glyphs = new GlyphLayer(this.mounted, source, this.#frames);
    this.#caret = new CaretLayer(this.mounted, revision.blocks, this.#frames);
  }

  get scroller(): HTMLElement | null {
    return this.#scroller;
  }

  get chosenClaimId(): string | null {
    return this.#paint.chosenClaimId;
  }

  get searchRanges(): readonly TextRange[] {
    return this.#paint.search?.ranges ?? [];
  }

  /** Draws beside the text, such as the ruler's, in the frame of everything else that follows its layout. */
  requestFrame(task: FrameTask): void {
    this.#frames.request(task);
  }

  listen(events: PaneEvents): void {
    this.#events = events;
  }

  /** Told when ticks or heights of the overview have changed; with marks, when they have come and nothing else is new. */
  onOverview(listener: OverviewListener): () => void {
    this.#overview.add(listener);
    return () => this.#overview.delete(listener);
  }

  attach(scroller: HTMLElement, sheet: HTMLElement): () => void {
    this.#scroller = scroller;
    const unwatch = this.#keeper.watch(scroller);
    this.#sheet = sheet;
    this.geometry.layEmpty();
    this.#selection = new SelectionController(this.#domOf(scroller), this.#caret, {
      onSelect: (range) => this.#events.onSelect?.(range),
      onCaret: (offset) => this.#events.onCaret?.(offset),
      onGhost: (range) => this.#paint.setGhost(range),
    });
    const pointer = new MarkPointer(scroller, {
      marksAt: (x, y) => this.#paint.isHidden ? NOTHING : marksAtPoint(this.index, this.mounted, this.revision.blocks, scroller, x, y),
      isClick: () => this.#isClick(),
      onMarkClick: (marks) => this.#events.onMarkClick?.(marks),
      onMarkHover: (marks, rect) => this.#events.onMarkHover?.(marks, rect),
    });
    // The first call comes right after the first layout, so that nothing has to force one while mounting.
    const resize = new ResizeObserver(() => {
      if (!this.#adopt()) this.#frames.request(this.geometry);
      const held = this.#held.now;
      if (held !== null) scrollToPassage(scroller, this.mounted, held.range, held.block, held.top);
    });
    resize.observe(sheet);
    const viewResize = new ResizeObserver(() => this.#keeper.settle());
    viewResize.observe(scroller);
    const unhold = this.#held.watch(scroller);
    const onFonts = (): void => this.#relayout();
    document.fonts.addEventListener("loadingdone", onFonts);
    return () => {
      document.fonts.removeEventListener("loadingdone", onFonts);
      resize.disconnect();
      viewResize.disconnect();
      pointer.dispose();
      unhold();
      unwatch();
      this.#selection?.dispose();
      this.#selection = null;
      this.#scroller = null;
      this.#caret.dispose();
      this.#frames.cancel();
      this.#paint.clearAll();
    };
  }

  attachHost(chunk: number, host: HTMLElement): () => void {
    return this.#keeper.attachHost(chunk, host);
  }

  mountChunk(chunk: number, overlay: HTMLElement): () => void {
    const blocks = this.mounted.mount(chunk, overlay);
    this.geometry.layEmpty();
    this.#repaint(blocks);
    this.#frames.request(this.geometry);
    this.#caret.request();
    return () => {
      for (const block of this.mounted.unmount(chunk)) {
        this.#paint.clear(block);
        this.#glyphs.forget(block);
      }
      this.geometry.layEmpty();
    };
  }

  setMarks(marks: readonly HighlightMark[]): void {
    const changed = this.index.set(marks);
    if (changed.size === 0) return;
    this.#repaint(changed);
    const { come, gone } = this.index.lastChange;
    this.#overviewChanged(gone === 0 ? come : undefined);
    if (changed.size <= FEW_BLOCKS) this.#frames.soon();
  }

  /** Without its marks, as bare text; they stay known, and are there again at once. */
  setHidden(isHidden: boolean): void {
    if (!this.#paint.setHidden(isHidden)) return;
    for (const block of this.mounted.indexes()) this.#paint.paint(block);
  }

  setChosen(claimId: string | null): void {
    const changed = this.#paint.setChosen(claimId);
    if (changed.size === 0) return;
    this.#glyphs.request(changed);
    this.#overviewChanged();
  }

  setHover(claimId: string | null): void {
    this.#paint.setHover(claimId);
  }

  /** What other people have selected; the same array until that changes. */
  setOthers(ranges: readonly TextRange[]): void {
    this.#paint.setOthers(ranges);
  }

  setSearch(search: SearchState | null): void {
    if (this.#paint.setSearch(search)) this.#overviewChanged();
  }

  selected(): SelectedText | null {
    return this.#selection?.selected() ?? null;
  }

  clearSelection(): void {
    this.#selection?.clear();
  }

  select({ start, end }: TextRange): void {
    this.#selection?.select(start, end);
  }

  reveal(range: TextRange, { flash = false, block = "center", top }: RevealOptions = {}): void {
    this.#adopt();
    this.#keeper.whenMounted("jump", [range.start, range.end], () => {
      if (this.#scroller === null) return;
      if (scrollToPassage(this.#scroller, this.mounted, range, block, top)) {
        this.#held.hold({ range, block: "center", top });
      }
      if (flash) this.#paint.flash(range);
    });
  }

  step(direction: "next" | "previous"): HighlightMark | null {
    if (this.#paint.isHidden) return null;
    const found = this.#steps[direction](this.#selection?.caret ?? null);
    if (found === null) return null;
    this.#selection?.select(found.start, found.start);
    this.reveal(found, { block: "nearest" });
    return found;
  }

  /** Brings into the middle of the view what lies at a share of the whole height. */
  scrollToShare(share: number): void {
    if (this.#scroller === null) return;
    this.#held.letGo();
    this.#scroller.scrollTop = share * this.#scroller.scrollHeight - this.#scroller.clientHeight / 2;
  }

  /** Whoever is the first to see another measure of the text sees to all that stands on the old one. */
  #adopt(): boolean {
    if (this.#scroller === null || this.#sheet === null || !this.geometry.adopt(this.#scroller, this.#sheet)) return false;
    this.#keeper.mountInView();
    this.#relayout();
    return true;
  }

  #domOf(scroller: HTMLElement): PaneDom {
    return {
      revision: this.revision,
      mounted: this.mounted,
      scroller,
      whenMounted: (offsets, then) => this.#keeper.whenMounted("selection", offsets, then),
      revealCaret: (offset) => {
        revealCaret(scroller, this.mounted, offset);
        this.#held.hold({ range: { start: offset, end: offset }, block: "nearest" });
      },
    };
  }

  /** Takes in first what the press before the click did to the browser's selection. */
  #isClick(): boolean {
    this.#selection?.sync();
    return this.#selection?.selected() == null;
  }

  #repaint(blocks: Iterable<number>): void {
    const list = [...blocks].filter((block) => this.mounted.text(block) !== undefined);
    for (const block of list) this.#paint.paint(block);
    this.#glyphs.request(list);
  }

  #relayout(): void {
    this.#paint.relayout();
    this.#glyphs.request(this.mounted.indexes());
    this.#caret.request();
    this.#frames.request(this.geometry);
  }

  #onView(motion: PaneMotion): void {
    if (this.#scroller === null) return;
    this.#paint.setWindow(paintWindow(this.#scroller, this.geometry, this.#paint.window, motion));
  }

  /** Signs of a chunk that was laid out anew stand elsewhere now. */
  #onMeasured(reflowed: readonly number[], hasMoved: boolean): void {
    for (const chunk of reflowed) {
      const blocks = Array.from({ length: CHUNK_SIZE }, (_, at) => chunk * CHUNK_SIZE + at);
      this.#glyphs.request(blocks.filter((block) => this.mounted.text(block) !== undefined));
    }
    this.#keeper.settle();
    if (hasMoved) this.#overviewChanged();
  }

  #overviewChanged(come?: readonly HighlightMark[]): void {
    for (const listener of this.#overview) listener(come);
  }
}

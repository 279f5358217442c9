import { flushSync } from "react-dom";
import { blockOfCaret } from "../block-search.ts";
import { CHUNK_SIZE, chunkOfBlock } from "../chunk-heights.ts";
import { HighlightIndex } from "../highlight-index.ts";
import type { HighlightMark } from "../highlight-mark.ts";
import type { TextRange } from "../text-range.ts";
import { CaretLayer } from "./caret-layer.ts";
import { ChunkStore } from "./chunk-store.ts";
import { FrameQueue } from "./frame-queue.ts";
import { GlyphLayer } from "./glyph-layer.ts";
import { marksAtPoint } from "./hit-test.ts";
import { MarkPaint } from "./mark-paint.ts";
import { MarkPointer } from "./mark-pointer.ts";
import { MarkSteps } from "./mark-steps.ts";
import { MountedText } from "./mounted-text.ts";
import type { PaneDom, ShownRevision } from "./pane-dom.ts";
import { PaneGeometry } from "./pane-geometry.ts";
import { revealCaret, scrollToPassage } from "./pane-scroll.ts";
import type { PaneEvents, RevealOptions, SearchState } from "./pane-types.ts";
import { SelectionController } from "./selection-controller.ts";
import type { SelectedText } from "./selection-model.ts";

const FLASH_MS = 1200;

/** How long the chunks around a jump may take to settle. */
const HOLD_MS = 1000;

/** What shows that a reader has taken over from a jump. */
const LETTING_GO = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

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
  readonly #overview = new Set<() => void>();
  readonly #steps: MarkSteps;
  #events: PaneEvents = {};
  /** The passage jumped to: it stays in its place while chunks above it are mounted and turn out taller or shorter. */
  #held: { range: TextRange; until: number } | null = null;
  #scroller: HTMLElement | null = null;
  #sheet: HTMLElement | null = null;
  #selection: SelectionController | null = null;
  #observer: IntersectionObserver | null = null;
  #flash: ReturnType<typeof setTimeout> | undefined;

  constructor(revision: ShownRevision) {
    this.revision = revision;
    this.chunks = new ChunkStore(revision.blocks.length);
    this.mounted = new MountedText(revision.blocks);
    this.index = new HighlightIndex(revision.blocks);
    this.geometry = new PaneGeometry(revision.blocks, this.chunks, this.mounted, () => this.#overviewChanged());
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

  listen(events: PaneEvents): void {
    this.#events = events;
  }

  /** Told when ticks or heights of the overview have changed. */
  onOverview(listener: () => void): () => void {
    this.#overview.add(listener);
    return () => this.#overview.delete(listener);
  }

  attach(scroller: HTMLElement, sheet: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#observer = new IntersectionObserver((entries) => this.#onIntersect(entries), {
      root: scroller,
      rootMargin: "100% 0px",
    });
    for (const [, host] of this.mounted.hosts()) this.#observer.observe(host);
    this.#sheet = sheet;
    this.#selection = new SelectionController(this.#domOf(scroller), this.#caret, {
      onSelect: (range) => this.#events.onSelect?.(range),
      onCaret: (offset) => this.#events.onCaret?.(offset),
      onGhost: (range) => this.#paint.setGhost(range),
    });
    const pointer = new MarkPointer(scroller, {
      marksAt: (x, y) => marksAtPoint(this.index, this.mounted, this.revision.blocks, scroller, x, y),
      isClick: () => this.#isClick(),
      onMarkClick: (marks) => this.#events.onMarkClick?.(marks),
      onMarkHover: (marks, rect) => this.#events.onMarkHover?.(marks, rect),
    });
    // The first call comes right after the first layout, so that nothing has to force one while mounting.
    const resize = new ResizeObserver(() => {
      if (this.geometry.adopt(scroller, sheet)) this.#mountInView(scroller);
      this.#relayout();
      const held = this.#held;
      if (held !== null && held.until > performance.now()) scrollToPassage(scroller, this.mounted, held.range, "center");
    });
    resize.observe(sheet);
    const letGo = (): void => {
      this.#held = null;
    };
    for (const type of LETTING_GO) scroller.addEventListener(type, letGo, { passive: true });
    const onFonts = (): void => this.#relayout();
    document.fonts.addEventListener("loadingdone", onFonts);
    return () => {
      document.fonts.removeEventListener("loadingdone", onFonts);
      resize.disconnect();
      pointer.dispose();
      for (const type of LETTING_GO) scroller.removeEventListener(type, letGo);
      this.#observer?.disconnect();
      this.#observer = null;
      this.#selection?.dispose();
      this.#selection = null;
      this.#scroller = null;
      clearTimeout(this.#flash);
      this.#frames.cancel();
      this.#paint.clearAll();
    };
  }

  attachHost(chunk: number, host: HTMLElement): () => void {
    this.mounted.setHost(chunk, host);
    this.#observer?.observe(host);
    if (!this.chunks.isMounted(chunk)) this.geometry.sizeEmpty(chunk, host);
    return () => {
      this.#observer?.unobserve(host);
      this.mounted.setHost(chunk, null);
    };
  }

  mountChunk(chunk: number, host: HTMLElement, overlay: HTMLElement): () => void {
    host.style.height = "";
    const blocks = this.mounted.mount(chunk, overlay);
    this.#repaint(blocks);
    this.#frames.request(this.geometry);
    this.#caret.request();
    return () => {
      for (const block of this.mounted.unmount(chunk)) {
        this.#paint.clear(block);
        this.#glyphs.forget(block);
      }
      this.geometry.sizeEmpty(chunk, host);
    };
  }

  setMarks(marks: readonly HighlightMark[]): void {
    const changed = this.index.set(marks);
    if (changed.size === 0) return;
    this.#repaint(changed);
    this.#overviewChanged();
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

  reveal(range: TextRange, { flash = false, block = "center" }: RevealOptions = {}): void {
    if (this.#scroller !== null && this.#sheet !== null) this.geometry.adopt(this.#scroller, this.#sheet);
    this.#whenMounted("jump", [range.start, range.end], () => {
      if (this.#scroller === null) return;
      if (scrollToPassage(this.#scroller, this.mounted, range, block)) {
        this.#held = { range, until: performance.now() + HOLD_MS };
      }
      if (flash) this.#flashRange(range);
    });
  }

  step(direction: "next" | "previous"): HighlightMark | null {
    const found = this.#steps[direction](this.#selection?.caret ?? null);
    if (found === null) return null;
    this.#selection?.select(found.start, found.start);
    this.reveal(found, { block: "nearest" });
    return found;
  }

  /** Brings into the middle of the view what lies at a share of the whole height. */
  scrollToShare(share: number): void {
    if (this.#scroller === null) return;
    this.#held = null;
    this.#scroller.scrollTop = share * this.#scroller.scrollHeight - this.#scroller.clientHeight / 2;
  }

  #domOf(scroller: HTMLElement): PaneDom {
    return {
      revision: this.revision,
      mounted: this.mounted,
      scroller,
      whenMounted: (offsets, then) => this.#whenMounted("selection", offsets, then),
      revealCaret: (offset) => revealCaret(scroller, this.mounted, offset),
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

  #overviewChanged(): void {
    for (const listener of this.#overview) listener();
  }

  /** What is in view now, in this frame; the observer's word would come one frame later, after an empty one. */
  #mountInView(scroller: HTMLElement): void {
    const view = scroller.getBoundingClientRect();
    const seen = new Map<number, boolean>();
    for (const [chunk, host] of this.mounted.hosts()) {
      const { top, bottom } = host.getBoundingClientRect();
      if (top < view.bottom && bottom > view.top) seen.set(chunk, true);
    }
    this.chunks.setVisible(seen);
  }

  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    const changes = new Map<number, boolean>();
    const chunkOf = new Map([...this.mounted.hosts()].map(([chunk, host]) => [host as Element, chunk]));
    for (const { target, isIntersecting } of entries) {
      const chunk = chunkOf.get(target);
      if (chunk !== undefined) changes.set(chunk, isIntersecting);
    }
    this.chunks.setVisible(changes);
  }

  /**
   * Pins the chunks of these offsets, of their neighbours near a chunk's edge, and of the view. React mounts what is
   * lacking in a microtask, because the call may come from an effect, where it cannot render at once.
   */
  #whenMounted(reason: "selection" | "jump", offsets: readonly number[], then: () => void): void {
    const wanted = new Set<number>();
    const { blocks } = this.revision;
    for (const offset of offsets) {
      const block = Math.max(0, blockOfCaret(blocks, offset));
      for (const near of [block - 5, block, block + 5]) {
        if (near >= 0 && near < blocks.length) wanted.add(chunkOfBlock(near));
      }
    }
    const scroller = this.#scroller;
    if (scroller !== null && offsets.length === 0) {
      const top = scroller.scrollTop;
      for (const chunk of this.geometry.chunksBetween(top, top + scroller.clientHeight)) wanted.add(chunk);
    }
    const lacking = [...wanted].some((chunk) => !this.chunks.isMounted(chunk) || !this.#isRendered(chunk));
    this.chunks.pin(offsets.length === 0 ? "jump" : reason, wanted);
    if (!lacking) then();
    else {
      queueMicrotask(() => {
        flushSync(() => {});
        if (this.#scroller !== null) then();
      });
    }
  }

  #isRendered(chunk: number): boolean {
    return this.revision.blocks.length === 0 || this.mounted.text(chunk * CHUNK_SIZE) !== undefined;
  }

  #flashRange(range: TextRange): void {
    clearTimeout(this.#flash);
    this.#paint.setFlash(range);
    this.#flash = setTimeout(() => this.#paint.setFlash(null), FLASH_MS);
  }
}

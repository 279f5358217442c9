import { flushSync } from "react-dom";
import { blockOfCaret } from "../block-search.ts";
import { CHUNK_SIZE, chunkOfBlock } from "../chunk-heights.ts";
import type { ChunkStore } from "./chunk-store.ts";
import type { MountedText } from "./mounted-text.ts";
import type { PaneMotion } from "./paint-window.ts";
import type { PaneGeometry } from "./pane-geometry.ts";

/** Blocks from a chunk's edge at which a caret may leave it with the next key: then its neighbour is mounted too. */
const NEAR = 5;
/** What is mounted beyond the view, above and below: as many views while nobody scrolls. */
const ROOM = 1;
/** In the direction one scrolls, what will be in view so many milliseconds from now; and that many views at most. */
const AHEAD_MS = 300;
const FARTHEST = 4;
/** Chunks are taken out only when they are this many views away, so that going back and forth mounts nothing. */
const LEAVING = 3;
/** Out of the view, so many chunks a frame: what is not seen yet must not hold up what is. */
const AT_ONCE = 1;
/** After this long without a scroll event the pane has come to rest. */
const REST_MS = 150;

/** Sees to it that what is in view, and what a selection or a jump needs, is in the DOM. */
export class ChunkKeeper {
  readonly #chunks: ChunkStore;
  readonly #mounted: MountedText;
  readonly #geometry: PaneGeometry;
  readonly #onView: (motion: PaneMotion) => void;
  #scroller: HTMLElement | null = null;
  #scrolled = { top: 0, at: 0, speed: 0 };
  #frame: number | null = null;
  /** The frame that brought the last chunks: scrolling, measuring and the frame itself all ask, and one answer is enough. */
  #grownIn: unknown = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `onView` is told, in the frame itself, that something else may be in view, before it is mounted. */
  constructor(
    chunks: ChunkStore,
    mounted: MountedText,
    geometry: PaneGeometry,
    onView: (motion: PaneMotion) => void,
  ) {
    this.#chunks = chunks;
    this.#mounted = mounted;
    this.#geometry = geometry;
    this.#onView = onView;
  }

  watch(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const onScroll = (): void => this.#onScroll();
    scroller.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      scroller.removeEventListener("scroll", onScroll);
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      clearTimeout(this.#rest);
      this.#scroller = null;
    };
  }

  attachHost(chunk: number, host: HTMLElement): () => void {
    this.#mounted.setHost(chunk, host);
    return () => {
      this.#mounted.setHost(chunk, null);
    };
  }

  /** What is in view now, in this frame; the observer's word would come one frame later, after an empty one. */
  mountInView(): void {
    this.#onView("rest");
    this.#chunks.setVisible(new Map([...this.#inView()].map((chunk) => [chunk, true])));
  }

  /**
   * Keeps the chunks of these offsets mounted, or those in view when there are none, and runs `then` when they are. React
   * mounts what is lacking in a microtask, because the call may come from an effect, where it cannot render at once.
   */
  whenMounted(reason: "selection" | "jump", offsets: readonly number[], then: () => void): void {
    const wanted = offsets.length === 0 ? this.#inView() : this.#around(offsets);
    const isLacking = [...wanted].some((chunk) => !this.#chunks.isMounted(chunk) || !this.#isRendered(chunk));
    this.#chunks.pin(offsets.length === 0 ? "jump" : reason, wanted);
    if (!isLacking) {
      then();
      return;
    }
    queueMicrotask(() => {
      flushSync(() => {});
      if (this.#scroller !== null) then();
    });
  }

  #around(offsets: readonly number[]): Set<number> {
    const { blocks } = this.#mounted;
    const wanted = new Set<number>();
    for (const offset of offsets) {
      const block = Math.max(0, blockOfCaret(blocks, offset));
      for (const near of [block - NEAR, block, block + NEAR]) {
        if (near >= 0 && near < blocks.length) wanted.add(chunkOfBlock(near));
      }
    }
    return wanted;
  }

  #inView(): Set<number> {
    const seen = new Set<number>();
    if (this.#scroller === null) return seen;
    const { scrollTop, clientHeight } = this.#scroller;
    const { first, last } = this.#geometry.chunksBetween(scrollTop, scrollTop + clientHeight);
    for (let chunk = first; chunk <= last; chunk++) seen.add(chunk);
    return seen;
  }

  #isRendered(chunk: number): boolean {
    return this.#mounted.blocks.length === 0 || this.#mounted.text(chunk * CHUNK_SIZE) !== undefined;
  }

  /** Heights have become other ones: what is in view, or near it, may be something else now. */
  settle(): void {
    if (this.#scroller === null || this.#scroller.clientHeight === 0) return;
    this.#mountNear();
  }

  #onScroll(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const { scrollTop } = scroller;
    const now = performance.now();
    const passed = now - this.#scrolled.at;
    const speed = passed > REST_MS ? 0 : (scrollTop - this.#scrolled.top) / Math.max(1, passed);
    // A frame late or early is no other speed.
    this.#scrolled = { top: scrollTop, at: now, speed: (speed + this.#scrolled.speed) / 2 };
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#scrolled.speed = 0;
      this.#mountNear();
    }, REST_MS);
    this.#mountNear();
  }

  /** All that is in view now, before it is drawn; of what lies ahead a chunk a frame; nothing is taken out on the way. */
  #mountNear(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const { scrollTop, clientHeight } = scroller;
    const { speed } = this.#scrolled;
    const changes = new Map<number, boolean>();
    const view = this.#geometry.chunksBetween(scrollTop, scrollTop + clientHeight);
    for (let chunk = view.first; chunk <= view.last; chunk++) if (!this.#chunks.isVisible(chunk)) changes.set(chunk, true);
    const ahead = Math.min(FARTHEST * clientHeight, Math.abs(speed) * AHEAD_MS);
    const above = Math.max(ROOM * clientHeight, speed < 0 ? ahead : 0);
    const below = Math.max(ROOM * clientHeight, speed > 0 ? ahead : 0);
    const near = this.#geometry.chunksBetween(scrollTop - above, scrollTop + clientHeight + below);
    const frame = document.timeline.currentTime;
    let left = changes.size > 0 || frame === this.#grownIn ? 0 : AT_ONCE;
    let isLacking = false;
    for (const chunk of outwards(view, near, speed)) {
      if (this.#chunks.isVisible(chunk) || changes.has(chunk)) continue;
      if (left === 0) {
        isLacking = true;
        break;
      }
      left -= 1;
      changes.set(chunk, true);
    }
    if (changes.size > 0) this.#grownIn = frame;
    this.#onView(speed === 0 ? "rest" : changes.size > 0 ? "mounting" : "scrolling");
    if (speed === 0) {
      const room = LEAVING * clientHeight;
      const kept = this.#geometry.chunksBetween(scrollTop - room, scrollTop + clientHeight + room);
      for (const chunk of this.#chunks.visible()) if (chunk < kept.first || chunk > kept.last) changes.set(chunk, false);
    }
    this.#chunks.setVisible(changes);
    if (isLacking) this.#frame ??= requestAnimationFrame(() => this.#again());
  }

  #again(): void {
    this.#frame = null;
    this.#mountNear();
  }
}

interface Span {
  first: number;
  last: number;
}

/** The chunks around a view, the nearest first, those in the direction of the scrolling before the others. */
function* outwards(view: Span, near: Span, speed: number): Generator<number> {
  const below = Math.max(0, near.last - view.last);
  const above = Math.max(0, view.first - near.first);
  if (speed < 0) {
    for (let by = 1; by <= above; by++) yield view.first - by;
    for (let by = 1; by <= below; by++) yield view.last + by;
    return;
  }
  for (let by = 1; by <= Math.max(below, speed > 0 ? 0 : above); by++) {
    if (by <= below) yield view.last + by;
    if (speed === 0 && by <= above) yield view.first - by;
  }
  if (speed > 0) for (let by = 1; by <= above; by++) yield view.first - by;
}

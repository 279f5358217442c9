import type { MarkStance } from "../highlight-mark.ts";
import type { DraftAnchor } from "../draft-anchor.ts";
import { highlightName, highlightPriority } from "./highlight-names.ts";
import { makePaintable } from "./paintable.ts";

/** Words of a passage that are other ones than those that were tagged. */
export const CHANGED_NAME = "assay-draft-changed";

/** What a passage is marked as. */
export interface DraftMark {
  stance: MarkStance;
  claimId: string;
}

/** The part of a passage in one block. */
interface Segment {
  anchor: DraftAnchor;
  start: number;
  end: number;
}

/**
 * Paints passages in the blocks that are mounted, each block by itself and anew after each time it was rendered: the
 * browser's own ranges collapse where text is typed over, and know nothing of the words.
 */
export class DraftPainter {
  readonly #painted = new Map<HTMLElement, [name: string, range: StaticRange][]>();
  #anchors: readonly DraftAnchor[] = [];
  #byBlock = new Map<number, DraftAnchor[]>();
  marks: ReadonlyMap<string, DraftMark> = new Map();
  chosenClaimId: string | null = null;

  /** Returns the blocks that look different now although nothing was typed in them. */
  setAnchors(anchors: readonly DraftAnchor[]): Set<number> {
    const before = this.#anchors;
    if (anchors === before) return new Set();
    this.#anchors = anchors;
    return this.#replace(before, anchors) ?? this.#rebuild(before, anchors);
  }

  /** Most keys change a passage or none, out of thousands, and no passage's block. Null when it was more than that. */
  #replace(before: readonly DraftAnchor[], anchors: readonly DraftAnchor[]): Set<number> | null {
    if (before.length !== anchors.length) return null;
    const touched = new Set<number>();
    for (let index = 0; index < anchors.length; index++) {
      const old = before[index]!;
      const anchor = anchors[index]!;
      if (old === anchor) continue;
      const isThere = old.id === anchor.id && old.start.block === anchor.start.block && old.end.block === anchor.end.block;
      if (!isThere) return null;
      for (let block = anchor.start.block; block <= anchor.end.block; block++) {
        const list = this.#byBlock.get(block);
        const at = list?.indexOf(old) ?? -1;
        if (list === undefined || at === -1) return null;
        list[at] = anchor;
        if (old.state !== anchor.state) touched.add(block);
      }
    }
    return touched;
  }

  #rebuild(before: readonly DraftAnchor[], anchors: readonly DraftAnchor[]): Set<number> {
    const states = new Map(before.map((anchor) => [anchor.id, anchor.state]));
    const touched = new Set<number>();
    this.#byBlock = new Map();
    for (const anchor of anchors) {
      const isNew = states.get(anchor.id) !== anchor.state;
      for (let block = anchor.start.block; block <= anchor.end.block; block++) {
        const list = this.#byBlock.get(block);
        if (list === undefined) this.#byBlock.set(block, [anchor]);
        else list.push(anchor);
        if (isNew) touched.add(block);
      }
    }
    return touched;
  }

  paint(block: number, element: HTMLElement): void {
    this.clear(element);
    if (!("highlights" in CSS)) return;
    const segments = this.#segments(block);
    if (segments.length === 0) return;
    const letters = lettersOf(element);
    const painted: [string, StaticRange][] = [];
    for (const [depth, { anchor, start, end }] of segments.entries()) {
      const name = this.#nameOf(anchor, depth % 3);
      const from = pointIn(letters, start, "start");
      const until = pointIn(letters, end, "end");
      if (name === null || from === null || until === null) continue;
      const range = new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: until.node, endOffset: until.offset });
      highlightNamed(name).add(range);
      painted.push([name, range]);
    }
    this.#painted.set(element, painted);
    for (const { node } of letters) makePaintable(node);
  }

  clear(element: HTMLElement): void {
    for (const [name, range] of this.#painted.get(element) ?? []) CSS.highlights.get(name)?.delete(range);
    this.#painted.delete(element);
  }

  clearAll(): void {
    for (const element of this.#painted.keys()) this.clear(element);
  }

  /** Those with passages in them. */
  blocks(): IterableIterator<number> {
    return this.#byBlock.keys();
  }

  #segments(block: number): Segment[] {
    return (this.#byBlock.get(block) ?? []).flatMap((anchor) => {
      const start = anchor.start.block === block ? anchor.start.offset : 0;
      const end = anchor.end.block === block ? anchor.end.offset : Number.MAX_SAFE_INTEGER;
      return start < end ? [{ anchor, start, end }] : [];
    });
  }

  #nameOf({ id, state }: DraftAnchor, depth: number): string | null {
    if (state !== "kept") return state === "gone" ? null : CHANGED_NAME;
    const mark = this.marks.get(id);
    if (mark === undefined) return null;
    return highlightName(mark.stance, mark.claimId === this.chosenClaimId ? "chosen" : "rest", depth);
  }
}

interface Letters {
  node: Text;
  start: number;
  end: number;
}

function lettersOf(element: HTMLElement): Letters[] {
  const letters: Letters[] = [];
  let at = 0;
  for (const span of element.querySelectorAll("[data-slate-string]")) {
    const node = span.firstChild;
    if (!(node instanceof Text)) continue;
    letters.push({ node, start: at, end: at + node.length });
    at += node.length;
  }
  return letters;
}

function pointIn(letters: readonly Letters[], offset: number, side: "start" | "end"): { node: Text; offset: number } | null {
  const found = letters.find(({ start, end }) => (side === "start" ? offset >= start && offset < end : offset <= end)) ?? letters.at(-1);
  return found === undefined ? null : { node: found.node, offset: Math.min(Math.max(0, offset - found.start), found.node.length) };
}

function highlightNamed(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing !== undefined) return existing;
  const highlight = new Highlight();
  highlight.priority = name === CHANGED_NAME ? 3 : highlightPriority(name);
  CSS.highlights.set(name, highlight);
  return highlight;
}

import type { Element } from "slate";
import { ReactEditor } from "slate-react";
import type { DraftAnchor } from "../draft-anchor.ts";
import { anchorsOf } from "../draft-editor.ts";
import { DraftPainter, type DraftMark } from "./draft-painter.ts";
import type { DraftEditor } from "./draft-react-editor.ts";

/** A run of blocks, as its component shows it. */
export interface ChunkHandle {
  host: HTMLElement;
  /** Indexes of its first and last block now. */
  span: () => readonly [number, number];
  setNear: (isNear: boolean) => void;
  setPinned: (isPinned: boolean) => void;
}

/** What of a draft is in the DOM, and what is painted there. Changes of either render no more than they must. */
export class DraftView {
  readonly editor: DraftEditor;
  readonly painter = new DraftPainter();
  readonly #chunks = new Map<HTMLElement, ChunkHandle>();
  readonly #elements = new Map<HTMLElement, Element>();
  readonly #doms = new WeakMap<object, HTMLElement>();
  #observer: IntersectionObserver | null = null;

  constructor(editor: DraftEditor) {
    this.editor = editor;
    editor.onSelect = () => this.pinSelection();
  }

  watch(scroller: HTMLElement): () => void {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.#chunks.get(target as HTMLElement)?.setNear(isIntersecting);
      },
      { root: scroller, rootMargin: "100% 0px" },
    );
    this.#observer = observer;
    for (const host of this.#chunks.keys()) observer.observe(host);
    return () => {
      observer.disconnect();
      this.#observer = null;
    };
  }

  attach(chunk: ChunkHandle): () => void {
    this.#chunks.set(chunk.host, chunk);
    this.#observer?.observe(chunk.host);
    chunk.setPinned(this.#isSelected(chunk));
    return () => {
      this.#observer?.unobserve(chunk.host);
      this.#chunks.delete(chunk.host);
    };
  }

  /** Keeps both ends of the selection in the DOM: a browser's selection cannot stand where there is no text. */
  pinSelection(): void {
    for (const chunk of this.#chunks.values()) chunk.setPinned(this.#isSelected(chunk));
  }

  #isSelected({ span }: ChunkHandle): boolean {
    const { selection } = this.editor;
    if (selection === null) return false;
    const [first, last] = span();
    // A key may lead over the edge of a chunk: its neighbour is there already.
    return [selection.anchor, selection.focus].some(({ path: [block = 0] }) => block >= first - 2 && block <= last + 2);
  }

  /** A block has been rendered. */
  paint(element: Element, dom: HTMLElement): void {
    this.#elements.set(dom, element);
    this.#doms.set(element, dom);
    this.painter.setAnchors(anchorsOf(this.editor));
    this.painter.paint(ReactEditor.findPath(this.editor, element)[0] ?? 0, dom);
  }

  forget(dom: HTMLElement): void {
    this.#elements.delete(dom);
    this.painter.clear(dom);
  }

  /** After any change: paints what changed its look in blocks that were not rendered. */
  refresh(): readonly DraftAnchor[] {
    const anchors = anchorsOf(this.editor);
    for (const block of this.painter.setAnchors(anchors)) this.#repaint(block);
    return anchors;
  }

  setMarks(marks: ReadonlyMap<string, DraftMark>, chosenClaimId: string | null): void {
    this.painter.marks = marks;
    this.painter.chosenClaimId = chosenClaimId;
    this.painter.setAnchors(anchorsOf(this.editor));
    this.painter.clearAll();
    for (const block of this.painter.blocks()) this.#repaint(block);
  }

  /** Nothing where the block is not in the page, or is about to be rendered: then it is painted as it comes. */
  #repaint(block: number): void {
    const element = this.editor.children[block];
    const dom = element === undefined ? undefined : this.#doms.get(element);
    if (dom !== undefined && this.#elements.get(dom) === element) this.painter.paint(block, dom);
  }
}

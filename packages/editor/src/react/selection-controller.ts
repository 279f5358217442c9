import { toCaretOffset } from "../block-search.ts";
import type { TextRange } from "../text-range.ts";
import { caretIntent, type CaretIntent } from "./caret-keys.ts";
import type { CaretLayer } from "./caret-layer.ts";
import { caretRect } from "./caret-layer.ts";
import { caretTarget } from "./caret-mover.ts";
import { isDomSelectionIn, readDomSelection, writeDomSelection } from "./dom-selection.ts";
import { offsetAtPoint } from "./hit-test.ts";
import type { PaneDom } from "./pane-dom.ts";
import { SelectionModel, type SelectedText } from "./selection-model.ts";

export interface SelectionEvents {
  onSelect(range: SelectedText | null): void;
  onCaret(offset: number): void;
  /** The selection to paint in the DOM selection's place, while that one is elsewhere in the document. */
  onGhost(range: TextRange | null): void;
}

const IS_MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/u.test(navigator.platform);

/** All panes of the page: where one gets a selection, the others give theirs up. */
const panes = new Set<SelectionController>();

/** Selection by mouse, keyboard and call in one read-only text, kept in offsets. */
export class SelectionController {
  readonly #dom: PaneDom;
  readonly #caret: CaretLayer;
  readonly #events: SelectionEvents;
  readonly #model: SelectionModel;
  readonly #abort = new AbortController();
  #told: SelectedText | null = null;
  /** Where the pointer is while it drags out a selection that began here. */
  #drag: { x: number; y: number } | null = null;
  #dragFrame: number | null = null;

  constructor(dom: PaneDom, caret: CaretLayer, events: SelectionEvents) {
    this.#dom = dom;
    this.#caret = caret;
    this.#events = events;
    this.#model = new SelectionModel(dom.revision.text);
    const { signal } = this.#abort;
    const { scroller } = dom;
    document.addEventListener("selectionchange", () => this.#follow(), { signal });
    scroller.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    scroller.addEventListener("focus", () => this.#onFocus(), { signal });
    scroller.addEventListener("copy", (event) => this.#onCopy(event), { signal });
    scroller.addEventListener("pointerdown", (event) => this.#onPointerDown(event), { signal });
    window.addEventListener("mousemove", (event) => this.#onDragMove(event), { signal, capture: true });
    window.addEventListener("pointerup", () => this.#onPointerUp(), { signal });
    window.addEventListener("pointercancel", () => this.#onPointerUp(), { signal });
    panes.add(this);
  }

  dispose(): void {
    this.#abort.abort();
    if (this.#dragFrame !== null) cancelAnimationFrame(this.#dragFrame);
    panes.delete(this);
  }

  get caret(): number | null {
    return this.#model.focus;
  }

  selected(): SelectedText | null {
    return this.#model.selected();
  }

  clear(): void {
    const { focus } = this.#model;
    if (focus !== null) this.select(focus, focus);
  }

  /** Takes in what the browser did to its selection; of use before a click is judged. */
  sync(): void {
    this.#follow();
  }

  /** Sets the selection, or the caret where both are equal; one that a key moves is kept in view, and blinks. */
  select(anchor: number, focus: number, isMove = false): void {
    const { blocks } = this.#dom.revision;
    const changed = this.#model.set(toCaretOffset(blocks, anchor), toCaretOffset(blocks, focus));
    if (this.#model.focus === null || this.#model.anchor === null) return;
    const { anchor: from, focus: to } = this.#model;
    this.#dom.whenMounted([from, to], () => {
      if (this.#model.anchor !== from || this.#model.focus !== to) return;
      if (this.#ownsDomSelection()) writeDomSelection(this.#dom.mounted, from, to);
      this.#ghost();
      this.#caret.show(to, isMove && from === to);
      if (isMove) this.#dom.revealCaret(to);
    });
    if (changed) this.#tell();
  }

  /** The document's selection may be moved when it is here already, or when nothing else on the page has use for it. */
  #ownsDomSelection(): boolean {
    const { activeElement } = document;
    if (activeElement === this.#dom.scroller || isDomSelectionIn(this.#dom.scroller)) return true;
    const isNobodys = activeElement === document.body || activeElement === null;
    return isNobodys && document.getSelection()?.type !== "Range";
  }

  #follow(): void {
    const read = readDomSelection(this.#dom.mounted, this.#dom.scroller, () => this.#dragOffset());
    if (read !== null) {
      const { blocks } = this.#dom.revision;
      const focus = toCaretOffset(blocks, read.focus);
      if (this.#model.set(toCaretOffset(blocks, read.anchor), focus)) {
        this.#dom.whenMounted([read.anchor, focus], () => this.#caret.show(focus, this.#model.isCollapsed));
        if (this.#drag === null) this.#tell();
      }
    }
    this.#ghost();
  }

  #tell(): void {
    const range = this.#model.selected();
    const isSame =
      range === this.#told || (range !== null && range.start === this.#told?.start && range.end === this.#told.end);
    if (this.#model.focus !== null) this.#events.onCaret(this.#model.focus);
    if (isSame) return;
    if (range !== null) for (const pane of panes) if (pane !== this) pane.clear();
    this.#told = range;
    this.#events.onSelect(range);
  }

  #ghost(): void {
    const shown = this.#drag !== null || isDomSelectionIn(this.#dom.scroller);
    this.#events.onGhost(shown ? null : this.#model.selected());
  }

  #onFocus(): void {
    if (this.#drag !== null) return;
    const { anchor, focus } = this.#model;
    if (anchor !== null && focus !== null) this.select(anchor, focus);
    else if (this.#dom.scroller.matches(":focus-visible")) this.#placeFirstCaret();
  }

  /** A pane that the keyboard enters for the first time has its caret where reading would begin. */
  #placeFirstCaret(): void {
    const view = this.#dom.scroller.getBoundingClientRect();
    const seen = offsetAtPoint(this.#dom.mounted, this.#dom.scroller, view.left + 40, view.top + 24) ?? 0;
    const offset = this.#dom.scroller.scrollTop < 24 ? 0 : seen;
    this.select(offset, offset);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.target !== this.#dom.scroller) return;
    const intent = caretIntent(event, IS_MAC);
    if (intent === null) return;
    if (intent.kind === "collapse" && this.#model.isCollapsed) return;
    event.preventDefault();
    if (this.#model.focus === null) this.#placeFirstCaret();
    this.#obey(intent);
  }

  #obey(intent: CaretIntent): void {
    const { focus } = this.#model;
    if (focus === null) return;
    if (intent.kind === "collapse") {
      this.select(focus, focus);
    } else if (intent.kind === "select-all") {
      this.select(0, this.#dom.revision.text.length);
    } else if (intent.kind === "page") {
      this.#movePage(intent.direction === "forward" ? 1 : -1, intent.extend);
    } else {
      const target = caretTarget(this.#dom, this.#model, intent);
      this.select(intent.extend ? (this.#model.anchor ?? target) : target, target, true);
    }
  }

  /** The caret keeps its place in the window while the text moves by nearly a window's height. */
  #movePage(sign: 1 | -1, extend: boolean): void {
    const { scroller, mounted, revision } = this.#dom;
    const { focus, anchor } = this.#model;
    if (focus === null || anchor === null) return;
    this.#dom.revealCaret(focus);
    const caret = caretRect(mounted, focus);
    const view = scroller.getBoundingClientRect();
    const before = scroller.scrollTop;
    scroller.scrollTop = before + sign * Math.max(40, scroller.clientHeight - 48);
    // Less than a line or two more to scroll: this is the last page, and the caret goes to its very end.
    const atEdge = Math.abs(scroller.scrollTop - before) < 40;
    this.#dom.whenMounted([], () => {
      const y = caret === null ? view.top + view.height / 2 : caret.top + caret.height / 2;
      const found = offsetAtPoint(mounted, scroller, caret?.left ?? view.left + 40, y);
      const target = atEdge || found === null ? (sign === 1 ? revision.text.length : 0) : found;
      this.select(extend ? anchor : target, target, true);
    });
  }

  /** What is copied is the source's own text, whatever part of the selection is in the DOM. */
  #onCopy(event: ClipboardEvent): void {
    const selected = this.#model.selected();
    if (selected === null || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", selected.text);
    event.preventDefault();
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === "touch") return;
    this.#drag = { x: event.clientX, y: event.clientY };
    // Else a press on selected words would drag them away instead of selecting anew.
    if (!event.shiftKey && isDomSelectionIn(this.#dom.scroller)) document.getSelection()?.removeAllRanges();
    document.documentElement.dataset["sourceDrag"] = "";
    this.#dom.scroller.dataset["dragging"] = "";
  }

  /**
   * Beyond the pane the browser would take the selection on through the rest of the page. There it is told not to, and
   * the selection ends at the letter nearest to the pointer, the text scrolling towards it.
   */
  #onDragMove(event: MouseEvent): void {
    if (this.#drag === null) return;
    this.#drag = { x: event.clientX, y: event.clientY };
    if (!this.#isDragOutside()) return;
    event.preventDefault();
    this.#dragFrame ??= requestAnimationFrame(() => this.#dragBeyond());
  }

  #dragBeyond(): void {
    this.#dragFrame = null;
    const { anchor } = this.#model;
    if (this.#drag === null || anchor === null || !this.#isDragOutside()) return;
    const { scroller } = this.#dom;
    const view = scroller.getBoundingClientRect();
    const over = Math.min(0, this.#drag.y - view.top) + Math.max(0, this.#drag.y - view.bottom);
    scroller.scrollTop += Math.max(-40, Math.min(40, over / 3));
    const focus = this.#dragOffset();
    if (focus !== null) writeDomSelection(this.#dom.mounted, anchor, focus);
    if (over !== 0) this.#dragFrame = requestAnimationFrame(() => this.#dragBeyond());
  }

  #isDragOutside(): boolean {
    if (this.#drag === null) return false;
    const { x, y } = this.#drag;
    const { left, right, top, bottom } = this.#dom.scroller.getBoundingClientRect();
    return x < left || x > right || y < top || y > bottom;
  }

  #onPointerUp(): void {
    if (this.#drag === null) return;
    if (this.#isDragOutside()) this.#dragBeyond();
    this.#follow();
    this.#drag = null;
    delete document.documentElement.dataset["sourceDrag"];
    delete this.#dom.scroller.dataset["dragging"];
    const { anchor, focus } = this.#model;
    if (anchor !== null && focus !== null && isDomSelectionIn(this.#dom.scroller)) this.select(anchor, focus);
    this.#tell();
  }

  /** A selection dragged beyond the pane ends at the letter nearest to the pointer. */
  #dragOffset(): number | null {
    if (this.#drag === null) return null;
    const view = this.#dom.scroller.getBoundingClientRect();
    const x = Math.max(view.left + 2, Math.min(view.right - 2, this.#drag.x));
    const y = Math.max(view.top + 2, Math.min(view.bottom - 2, this.#drag.y));
    return offsetAtPoint(this.#dom.mounted, this.#dom.scroller, x, y);
  }
}

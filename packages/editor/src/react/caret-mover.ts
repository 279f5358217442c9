import { blockOfCaret, toCaretOffset } from "../block-search.ts";
import { moveCaret, type CaretDirection } from "../move-caret.ts";
import type { CaretIntent } from "./caret-keys.ts";
import { readDomSelection, writeDomSelection } from "./dom-selection.ts";
import type { PaneDom } from "./pane-dom.ts";
import type { SelectionModel } from "./selection-model.ts";

type LineMove = Extract<CaretIntent, { kind: "line" | "line-edge" }>;
export type Move = Extract<CaretIntent, { kind: "move" | "sideways" }> | LineMove;

/**
 * The offset that a move leads to. Characters, words, sentences and paragraphs are the text's own and are found in it;
 * lines exist only once laid out, so the browser moves its selection and is asked where it went.
 */
export function caretTarget(dom: PaneDom, model: SelectionModel, intent: Move): number {
  const { text, blocks } = dom.revision;
  const from = model.focus ?? 0;
  if (intent.kind === "move") return moveCaret({ text, blocks }, from, intent.unit, intent.direction);
  if (intent.kind === "sideways") {
    const collapses = !intent.extend && !model.isCollapsed && intent.unit === "character";
    const direction: CaretDirection = intent.right === isLeftToRight(dom, from) ? "forward" : "backward";
    if (collapses) return edgeOfSelection(model, direction);
    return moveCaret({ text, blocks }, from, intent.unit, direction);
  }
  return moveByLine(dom, model, intent);
}

function moveByLine(dom: PaneDom, model: SelectionModel, intent: LineMove): number {
  const before = { anchor: model.anchor ?? 0, focus: model.focus ?? 0 };
  const anchor = intent.extend ? before.anchor : before.focus;
  const granularity = intent.kind === "line" ? "line" : "lineboundary";
  if (!writeDomSelection(dom.mounted, anchor, before.focus)) return before.focus;
  document.getSelection()?.modify(intent.extend ? "extend" : "move", intent.direction, granularity);
  const after = readDomSelection(dom.mounted, dom.scroller, () => null);
  if (after === null) writeDomSelection(dom.mounted, before.anchor, before.focus);
  return after === null ? before.focus : toCaretOffset(dom.revision.blocks, after.focus);
}

function edgeOfSelection(model: SelectionModel, direction: CaretDirection): number {
  const { anchor, focus } = { anchor: model.anchor ?? 0, focus: model.focus ?? 0 };
  return direction === "forward" ? Math.max(anchor, focus) : Math.min(anchor, focus);
}

function isLeftToRight(dom: PaneDom, offset: number): boolean {
  const element = dom.mounted.element(blockOfCaret(dom.revision.blocks, offset));
  return element === undefined || getComputedStyle(element).direction === "ltr";
}

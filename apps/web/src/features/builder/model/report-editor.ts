import type { ProseKind, ReportBlock, TemplateBlock } from "@assay/domain";
import { LIVE_KINDS, PROSE_KINDS, blockText } from "@assay/domain";
import type { ReportElement } from "@assay/editor";
import { fromReportValue, toReportValue } from "@assay/editor";
import type { BaseEditor, Descendant, Node as SlateNode } from "slate";
import { Editor, Element, Node, Range, Text, Transforms, createEditor } from "slate";
import type { HistoryEditor } from "slate-history";
import { withHistory } from "slate-history";
import type { ReactEditor } from "slate-react";
import { withReact } from "slate-react";

export type ReportEditor = BaseEditor & ReactEditor & HistoryEditor;

/*
 * Slate has one type of element for a whole program, and a source's blocks are it. Here alone a report's take its
 * place; everything outside sees ReportElement.
 */
export function elementsOf(editor: Editor): ReportElement[] {
  return editor.children as unknown as ReportElement[];
}

export function asNodes(elements: readonly unknown[]): Descendant[] {
  return elements as Descendant[];
}

export function setBlock(editor: Editor, index: number, fields: Record<string, unknown>): void {
  Transforms.setNodes(editor, fields as never, { at: [index] });
}

export function typeOf(node: unknown): string {
  return typeof node === "object" && node !== null && "type" in node ? String(node.type) : "";
}

const isLive = (node: unknown) => (LIVE_KINDS as readonly string[]).includes(typeOf(node));
const isProseNode = (node: unknown) => (PROSE_KINDS as readonly string[]).includes(typeOf(node));

/** An editor of report documents: blocks never nest, live ones are void, each has an id of its own. */
export function createReportEditor(blocks: readonly ReportBlock[], newId: () => string): ReportEditor {
  const editor = withHistory(withReact(createEditor())) as ReportEditor;
  const { isVoid, isInline, normalizeNode, insertBreak, insertText, deleteBackward, deleteForward } = editor;
  editor.isVoid = (element) => isLive(element) || isVoid(element);
  editor.isInline = (element) => typeOf(element) === "link" || isInline(element);
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (path.length === 0 ? mendBlocks(editor, newId) : path.length === 1 && mendInside(editor, node, path)) return;
    normalizeNode(entry, options);
  };
  editor.insertBreak = () => {
    const index = currentIndex(editor);
    const block = index === null ? undefined : elementsOf(editor)[index];
    if (index === null || block === undefined) return insertBreak();
    if (isLive(block)) return insertBlock(editor, index + 1, paragraphLike(block), newId);
    if (block.type === "item" && isEmpty(editor, index)) return turnInto(editor, index, { type: "paragraph" });
    // An item goes on as one; behind anything else a plain paragraph begins.
    if (block.type === "item" || !isAtEnd(editor, index)) return insertBreak();
    insertBlock(editor, index + 1, paragraphLike(block), newId);
  };
  editor.insertSoftBreak = () => editor.insertText("\n");
  editor.insertText = (text, options) => {
    const index = currentIndex(editor);
    // A live block takes no words: they begin a paragraph under it.
    const block = index === null ? undefined : elementsOf(editor)[index];
    if (index !== null && isLive(block)) insertBlock(editor, index + 1, paragraphLike(block), newId);
    if (text === " " && shortcut(editor)) return;
    insertText(text, options);
  };
  editor.deleteBackward = (unit) => (removeByKey(editor, "before", newId) ? undefined : deleteBackward(unit));
  editor.deleteForward = (unit) => (removeByKey(editor, "after", newId) ? undefined : deleteForward(unit));
  editor.insertData = (data) => {
    if (takesFragment(data) && editor.insertFragmentData(data)) return;
    insertPlain(editor, data.getData("text/plain"));
  };
  editor.children = asNodes(toReportValue(blocks.length === 0 ? [{ ...EMPTY, id: newId() }] : blocks));
  Editor.normalize(editor, { force: true });
  editor.history = { undos: [], redos: [] };
  return editor;
}

function isAtEnd(editor: Editor, index: number): boolean {
  const { selection } = editor;
  return selection !== null && Range.isCollapsed(selection) && Editor.isEnd(editor, selection.anchor, [index]);
}

const EMPTY = { type: "paragraph", audience: "public", children: [{ text: "" }] } satisfies TemplateBlock;

/** A new paragraph is for whom its neighbour is. */
function paragraphLike(block: ReportElement | undefined): TemplateBlock {
  return { ...EMPTY, audience: block?.audience ?? "public" };
}

function mendBlocks(editor: ReportEditor, newId: () => string): boolean {
  if (editor.children.length === 0) {
    Transforms.insertNodes(editor, asNodes([{ ...EMPTY, id: newId() }]), { at: [0] });
    return true;
  }
  const seen = new Set<string>();
  for (const [index, block] of elementsOf(editor).entries()) {
    if (!isLive(block) && !isProseNode(block)) {
      const children = [{ text: Node.string(block as never) }];
      Transforms.insertNodes(editor, asNodes([{ ...EMPTY, id: newId(), children }]), { at: [index + 1] });
      Transforms.removeNodes(editor, { at: [index] });
      return true;
    }
    if (typeof block.id !== "string" || seen.has(block.id)) {
      setBlock(editor, index, { id: newId() });
      return true;
    }
    seen.add(block.id);
  }
  return false;
}

/** Inside a block there are words and links, and inside a link words. */
function mendInside(editor: Editor, node: SlateNode, path: number[]): boolean {
  if (!Element.isElement(node) || isLive(node)) return false;
  for (const [index, child] of node.children.entries()) {
    if (Text.isText(child)) continue;
    const at = [...path, index];
    if (typeOf(child) !== "link") Transforms.unwrapNodes(editor, { at });
    else if (Node.string(child) === "") Transforms.removeNodes(editor, { at });
    else continue;
    return true;
  }
  return false;
}

/** The block in which the caret is. */
export function currentIndex(editor: Editor): number | null {
  return editor.selection?.focus.path[0] ?? null;
}

function isEmpty(editor: Editor, index: number): boolean {
  const node = editor.children[index];
  return node !== undefined && Node.string(node) === "";
}

/** Puts a block there, with the caret in it. */
export function insertBlock(editor: Editor, index: number, block: TemplateBlock, newId: () => string): void {
  const fresh = toReportValue([{ ...block, id: newId() } as ReportBlock]);
  Transforms.insertNodes(editor, asNodes(fresh), { at: [index] });
  Transforms.select(editor, Editor.start(editor, [index]));
}

export interface ProseForm {
  type: ProseKind;
  level?: 2 | 3;
  ordered?: boolean;
}

/** The same words as another kind of prose; a live block stays what it is. */
export function turnInto(editor: Editor, index: number, { type, level, ordered }: ProseForm): void {
  if (!isProseNode(editor.children[index])) return;
  Editor.withoutNormalizing(editor, () => {
    Transforms.unsetNodes(editor, ["level", "ordered"] as never[], { at: [index] });
    setBlock(editor, index, {
      type,
      ...(type === "heading" ? { level: level ?? 2 } : {}),
      ...(type === "item" ? { ordered: ordered ?? false } : {}),
    });
  });
}

const SHORTCUTS: Record<string, ProseForm> = {
  "#": { type: "heading", level: 2 },
  "##": { type: "heading", level: 2 },
  "###": { type: "heading", level: 3 },
  "-": { type: "item", ordered: false },
  "*": { type: "item", ordered: false },
  "1.": { type: "item", ordered: true },
  ">": { type: "quote" },
};

/** "## " at the start of a paragraph makes a heading, and so on, as other editors have it. */
function shortcut(editor: Editor): boolean {
  const { selection } = editor;
  const index = currentIndex(editor);
  if (selection === null || index === null || !Range.isCollapsed(selection)) return false;
  if (typeOf(editor.children[index]) !== "paragraph") return false;
  const range = { anchor: selection.anchor, focus: Editor.start(editor, [index]) };
  const form = SHORTCUTS[Editor.string(editor, range)];
  if (form === undefined) return false;
  Transforms.delete(editor, { at: range });
  turnInto(editor, index, form);
  return true;
}

/** Backspace and Delete at the edges of blocks: a live block is chosen before it goes, never swallowed by the way. */
function removeByKey(editor: ReportEditor, side: "before" | "after", newId: () => string): boolean {
  const { selection } = editor;
  const index = currentIndex(editor);
  if (selection === null || index === null || !Range.isCollapsed(selection)) return false;
  const block = elementsOf(editor)[index];
  if (isLive(block)) {
    Transforms.removeNodes(editor, { at: [index] });
    if (editor.children.length === 0) insertBlock(editor, 0, EMPTY, newId);
    return true;
  }
  const edge = side === "before" ? Editor.isStart : Editor.isEnd;
  if (!edge(editor, selection.anchor, [index])) return false;
  if (side === "before" && block !== undefined && block.type !== "paragraph") {
    turnInto(editor, index, { type: "paragraph" });
    return true;
  }
  const next = index + (side === "before" ? -1 : 1);
  if (!isLive(editor.children[next])) return false;
  if (isEmpty(editor, index)) Transforms.removeNodes(editor, { at: [index] });
  Transforms.select(editor, Editor.start(editor, [isEmptyShift(next, index)]));
  return true;
}

function isEmptyShift(next: number, index: number): number {
  return Math.min(next, Math.max(0, next > index ? next - 1 : next));
}

function takesFragment(data: DataTransfer): boolean {
  const raw = data.getData("application/x-slate-fragment");
  if (raw === "") return false;
  try {
    const nodes: unknown = JSON.parse(decodeURIComponent(window.atob(raw)));
    return Array.isArray(nodes) && nodes.every((node) => isLive(node) || isProseNode(node));
  } catch {
    return false;
  }
}

/** Words from elsewhere come without their form: each line its own block. */
function insertPlain(editor: Editor, text: string): void {
  const lines = text.replaceAll("\0", "").split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (index > 0) editor.insertBreak();
    if (line !== "") editor.insertText(line);
  }
}

/** Prose without a character: a line to write in, or to turn into something else. */
export function isEmptyProse(block: ReportElement): boolean {
  return "audience" in block && blockText(block) === "";
}

export function blocksOf(editor: Editor): ReportBlock[] {
  return fromReportValue(elementsOf(editor));
}

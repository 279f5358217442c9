import type { BlockKind } from "@assay/domain";
import { Editor, Element, Node, Path, Point, Range, Text, Transforms } from "slate";
import { emptyParagraph, type DraftElement } from "./draft-value.ts";

export interface BlockFormat {
  kind: BlockKind;
  level: number | null;
}

export type Emphasis = "bold" | "italic";

/** The format of the block with the caret. */
export function blockFormat(editor: Editor): BlockFormat | null {
  const { selection } = editor;
  const block = selection === null ? undefined : editor.children[Range.start(selection).path[0] ?? -1];
  if (block === undefined || !Element.isElement(block)) return null;
  const { kind, level } = block as DraftElement;
  return { kind, level };
}

export function setBlockFormat(editor: Editor, { kind, level }: BlockFormat): void {
  Transforms.setNodes<Element>(editor, { kind, level }, { match: isBlock });
}

export function hasEmphasis(editor: Editor, emphasis: Emphasis): boolean {
  const marks = editor.selection === null ? null : Editor.marks(editor);
  return marks !== null && emphasis in marks;
}

export function toggleEmphasis(editor: Editor, emphasis: Emphasis): void {
  if (hasEmphasis(editor, emphasis)) Editor.removeMark(editor, emphasis);
  else Editor.addMark(editor, emphasis, true);
}

/** The address under the caret, or of the first selected words that lead anywhere. */
export function linkAt(editor: Editor): string | null {
  if (editor.selection === null) return null;
  for (const [leaf] of Editor.nodes(editor, { match: Text.isText })) {
    if ("link" in leaf && leaf.link !== undefined) return leaf.link;
  }
  return null;
}

/** Links the selected words, or the whole link under the caret, to an address; null takes the link away. */
export function setLink(editor: Editor, address: string | null): void {
  const at = linkedRange(editor);
  if (at === null || Range.isCollapsed(at)) return;
  const options = { at, match: Text.isText, split: true };
  if (address === null) Transforms.unsetNodes(editor, "link" as never, options);
  else Transforms.setNodes(editor, { link: address }, options);
}

function linkedRange(editor: Editor): Range | null {
  const { selection } = editor;
  if (selection === null || Range.isExpanded(selection)) return selection;
  const address = linkAt(editor);
  const block = editor.children[selection.anchor.path[0] ?? 0];
  if (address === null || block === undefined || !Element.isElement(block)) return selection;
  const isPart = (index: number) => {
    const leaf = block.children[index];
    return leaf !== undefined && "link" in leaf && leaf.link === address;
  };
  let [from, until] = [selection.anchor.path[1] ?? 0, selection.anchor.path[1] ?? 0];
  while (isPart(from - 1)) from -= 1;
  while (isPart(until + 1)) until += 1;
  const path = selection.anchor.path.slice(0, 1);
  return { anchor: Editor.start(editor, [...path, from]), focus: Editor.end(editor, [...path, until]) };
}

/** A heading is followed by a paragraph; a list ends with an empty item. */
export function breakBlock(editor: Editor, insertBreak: () => void): void {
  const format = blockFormat(editor);
  const { selection } = editor;
  const block = selection === null ? undefined : editor.children[selection.anchor.path[0] ?? -1];
  const isEmpty = block !== undefined && Node.string(block) === "";
  if (format === null || selection === null || (format.kind === "paragraph" && !isEmpty)) return insertBreak();
  if (isEmpty && format.kind !== "paragraph") return setBlockFormat(editor, { kind: "paragraph", level: null });
  Editor.withoutNormalizing(editor, () => {
    insertBreak();
    if (format.kind !== "heading" || editor.selection === null) return;
    const path = editor.selection.anchor.path.slice(0, 1);
    const isAtStart = Point.equals(editor.selection.anchor, Editor.start(editor, path)) && Node.string(Node.get(editor, path)) !== "";
    if (!isAtStart) setBlockFormat(editor, { kind: "paragraph", level: null });
  });
}

/** Backspace at the start of anything but a paragraph makes it one, before it is joined to the block above. */
export function plainBefore(editor: Editor): boolean {
  const { selection } = editor;
  const format = blockFormat(editor);
  if (selection === null || format === null || Range.isExpanded(selection) || format.kind === "paragraph") return false;
  if (!Editor.isStart(editor, selection.anchor, selection.anchor.path.slice(0, 1))) return false;
  setBlockFormat(editor, { kind: "paragraph", level: null });
  return true;
}

/** Pasted words, as they may be stored (X2): an empty line parts paragraphs, a single break stays inside one. */
export function insertWords(editor: Editor, raw: string): void {
  const text = raw.replace(/\r\n?/g, "\n").replace(/\0/g, "").replace(/\p{Cs}/gu, "\uFFFD");
  const [first = "", ...rest] = text.split(/\n[^\S\n]*\n\s*/u);
  const last = rest.pop();
  Editor.withoutNormalizing(editor, () => {
    if (editor.selection !== null && Range.isExpanded(editor.selection)) Transforms.delete(editor);
    editor.insertText(first);
    if (last === undefined || editor.selection === null) return;
    Transforms.splitNodes(editor, { always: true });
    const at: Path = editor.selection.anchor.path.slice(0, 1);
    const between: DraftElement[] = rest.map((words) => ({ ...emptyParagraph(), children: [{ text: words }] }));
    if (between.length > 0) Transforms.insertNodes(editor, between, { at, select: false });
    editor.insertText(last);
  });
}

function isBlock(node: Node): boolean {
  return Element.isElement(node);
}

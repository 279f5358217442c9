import { Editor, Node, Range, Transforms, type Element, type Path } from "slate";
import type { DraftElement, DraftLeaf } from "./draft-value.ts";

/**
 * Puts formatted blocks in where the caret is, as one step of undo. The first joins the block that is written in and the
 * last what follows the caret; each gives its format only to a block without words of its own.
 */
export function insertBlocks(editor: Editor, blocks: readonly DraftElement[]): void {
  const [first, ...rest] = blocks;
  if (first === undefined || editor.selection === null) return;
  const last = rest.pop();
  Editor.withoutNormalizing(editor, () => {
    if (editor.selection !== null && Range.isExpanded(editor.selection)) Transforms.delete(editor);
    takeFormat(editor, first);
    insertLeaves(editor, first.children);
    if (last === undefined || editor.selection === null) return;
    Transforms.splitNodes(editor, { always: true });
    const at: Path = editor.selection.anchor.path.slice(0, 1);
    if (rest.length > 0) Transforms.insertNodes(editor, rest, { at, select: false });
    takeFormat(editor, last);
    insertLeaves(editor, last.children);
  });
}

function takeFormat(editor: Editor, { kind, level }: DraftElement): void {
  const path = editor.selection?.anchor.path.slice(0, 1);
  if (path === undefined || Node.string(Node.get(editor, path)) !== "") return;
  Transforms.setNodes<Element>(editor, { kind, level }, { at: path });
}

function insertLeaves(editor: Editor, leaves: readonly DraftLeaf[]): void {
  const words = leaves.filter(({ text }) => text !== "");
  if (words.length > 0) Transforms.insertNodes(editor, words, { select: true });
}

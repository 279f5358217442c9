import { Editor, Element, Node, Text, Transforms, type Descendant, type NodeEntry, type Operation } from "slate";
import { HistoryEditor, withHistory } from "slate-history";
import type { BaseEditor } from "slate";
import { readAnchors, type DraftAnchor } from "./draft-anchor.ts";
import { emptyParagraph, type DraftElement } from "./draft-value.ts";
import { moveAnchors } from "./move-anchors.ts";

export interface AnchorEditor {
  /** Where the tagged passages are now. Read them through `anchorsOf`, which looks at their words. */
  anchors: readonly DraftAnchor[];
}

interface Batch {
  before: readonly DraftAnchor[];
  after: readonly DraftAnchor[];
}

/**
 * A draft's editor: blocks that never nest, undo and redo, and passages that go where their words go. An undo puts every
 * passage back where it was, those too whose words had been deleted.
 */
export function withDraft<E extends BaseEditor>(base: E): E & HistoryEditor & AnchorEditor {
  const editor = Object.assign(withHistory(base as E & Editor), { anchors: [] as readonly DraftAnchor[] });
  const { apply, undo, redo, normalizeNode } = editor;
  const batches = new WeakMap<object, Batch>();
  let depth = 0;

  editor.apply = (op: Operation) => {
    const before = editor.anchors;
    // Before the operation itself: what it makes Slate mend comes through here too, and has to find the anchors moved.
    editor.anchors = moveAnchors(editor.children, op, before);
    depth += 1;
    try {
      apply(op);
    } finally {
      depth -= 1;
    }
    const batch = editor.history.undos.at(-1);
    if (depth > 0 || op.type === "set_selection" || batch === undefined) return;
    if (HistoryEditor.isSaving(editor) !== false && !batches.has(batch)) batches.set(batch, { before, after: before });
  };

  editor.undo = () => {
    const batch = batchOf(editor.history.undos.at(-1));
    const { anchors } = editor;
    undo();
    if (batch === undefined) return;
    batch.after = anchors;
    editor.anchors = restored(batch.before, editor.anchors);
  };

  editor.redo = () => {
    const batch = batchOf(editor.history.redos.at(-1));
    redo();
    if (batch !== undefined) editor.anchors = restored(batch.after, editor.anchors);
  };

  editor.normalizeNode = (entry, options) => {
    if (!mend(editor, entry)) normalizeNode(entry, options);
  };

  return editor as E & HistoryEditor & AnchorEditor;

  function batchOf(key: object | undefined): Batch | undefined {
    return key === undefined ? undefined : batches.get(key);
  }
}

/** The passages with their words looked at. */
export function anchorsOf(editor: AnchorEditor & { children: Descendant[] }): readonly DraftAnchor[] {
  return (editor.anchors = readAnchors(editor.children, editor.anchors));
}

/** Where anchors were when the text was what it is again; passages that came since then stay where they are. */
function restored(then: readonly DraftAnchor[], now: readonly DraftAnchor[]): readonly DraftAnchor[] {
  const known = new Map(then.map((anchor) => [anchor.id, anchor]));
  return now.map((anchor) => known.get(anchor.id) ?? anchor);
}

/** Keeps the document flat and never without a block; true when something had to be mended. */
function mend(editor: Editor, [node, path]: NodeEntry): boolean {
  if (Editor.isEditor(node)) {
    if (node.children.length === 0) {
      Transforms.insertNodes(editor, emptyParagraph(), { at: [0] });
      return true;
    }
    for (const [index, child] of node.children.entries()) {
      if (!Text.isText(child)) continue;
      Transforms.wrapNodes(editor, { ...emptyParagraph(), children: [] }, { at: [index] });
      return true;
    }
    return false;
  }
  if (!Element.isElement(node)) return false;
  const nested = [...Node.children(editor, path)].find(([child]) => Element.isElement(child));
  if (nested !== undefined) {
    if (node.children.every((child) => Element.isElement(child))) Transforms.unwrapNodes(editor, { at: path });
    else Transforms.unwrapNodes(editor, { at: nested[1] });
    return true;
  }
  const { kind, before } = node as Partial<DraftElement>;
  if (kind !== undefined && before !== undefined) return false;
  const { level } = emptyParagraph();
  Transforms.setNodes<Element>(editor, { kind: kind ?? "paragraph", level, before: before ?? "" }, { at: path });
  return true;
}

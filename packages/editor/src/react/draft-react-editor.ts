import { Editor, Node, Range, Transforms, createEditor, type BaseEditor, type Point } from "slate";
import type { HistoryEditor } from "slate-history";
import { ReactEditor, withReact } from "slate-react";
import { CHUNK_SIZE } from "../chunk-heights.ts";
import type { DraftAnchor, DraftPlace } from "../draft-anchor.ts";
import { withDraft, type AnchorEditor } from "../draft-editor.ts";
import { breakBlock, insertWords, plainBefore } from "../draft-formats.ts";
import { insertBlocks } from "../insert-blocks.ts";
import { readHtml } from "./read-html.ts";

export type DraftEditor = BaseEditor &
  ReactEditor &
  HistoryEditor &
  AnchorEditor & {
    /** Told once of the operations of one tick, before anything is rendered. */
    onSelect: () => void;
  };

/** A draft's editor in a page: chunked, and taking in what was copied elsewhere by its words and its basic formatting. */
export function createDraftEditor(): DraftEditor {
  const editor = Object.assign(withDraft(withReact(createEditor())), { onSelect: () => {} }) as DraftEditor;
  const { apply, insertBreak, deleteBackward, setFragmentData } = editor;
  let isTold = true;
  editor.getChunkSize = (node) => ("apply" in node ? CHUNK_SIZE : null);
  editor.apply = (op) => {
    apply(op);
    if (!isTold) return;
    isTold = false;
    queueMicrotask(() => {
      isTold = true;
      editor.onSelect();
    });
  };
  editor.insertBreak = () => breakBlock(editor, insertBreak);
  editor.deleteBackward = (unit) => {
    if (!plainBefore(editor)) deleteBackward(unit);
  };
  editor.setFragmentData = (data, origin) => {
    setFragmentData(data, origin);
    // Slate reads the words off the page, where those of a long selection are not.
    data.setData("text/plain", selectedWords(editor));
  };
  editor.insertData = (data) => {
    if (editor.insertFragmentData(data)) return;
    const blocks = readHtml(data.getData("text/html"));
    if (blocks.length > 0) insertBlocks(editor, blocks);
    else insertWords(editor, data.getData("text/plain"));
  };
  return editor;
}

/** Everything, or from the caret to one end: the browser knows only what is in the page. */
export function selectTo(editor: DraftEditor, target: "all" | "start" | "end", extend: boolean): void {
  if (target === "all") return Transforms.select(editor, Editor.range(editor, []));
  const point = target === "start" ? Editor.start(editor, []) : Editor.end(editor, []);
  const anchor = extend && editor.selection !== null ? editor.selection.anchor : point;
  Transforms.select(editor, { anchor, focus: point });
}

/** Selects a passage and goes to it. */
export function selectAnchor(editor: DraftEditor, { start, end }: Pick<DraftAnchor, "start" | "end">): void {
  Transforms.select(editor, { anchor: pointAt(editor, start, "start"), focus: pointAt(editor, end, "end") });
  focusDraft(editor);
}

/** Gives the writing the focus, with the caret where it was, or at the beginning. */
export function focusDraft(editor: DraftEditor): void {
  if (editor.selection === null) selectTo(editor, "start", false);
  // What holds the caret may not be in the page before the next rendering.
  setTimeout(() => ReactEditor.focus(editor), 0);
}

function pointAt(editor: DraftEditor, { block, offset }: DraftPlace, side: "start" | "end"): Point {
  let rest = offset;
  const leaves = [...Node.texts(editor, { from: [block], to: [block] })].filter(([, path]) => path[0] === block);
  for (const [leaf, path] of leaves) {
    const { length } = leaf.text;
    if (side === "start" ? rest < length : rest <= length) return { path, offset: rest };
    rest -= length;
  }
  return Editor.end(editor, [block]);
}

/** The selected words over unmounted text too, as they would be stored. */
export function selectedWords(editor: DraftEditor): string {
  const { selection } = editor;
  if (selection === null || Range.isCollapsed(selection)) return "";
  return Editor.fragment(editor, selection)
    .map((block) => Node.string(block))
    .join("\n\n");
}

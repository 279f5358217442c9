import type { Editor } from "slate";
import { newId } from "../../trpc.ts";
import { duplicateBlocks, moveBlocks, removeBlocks, toggleAudience, toggleMark } from "./model/block-edits.ts";

export type Say = (words: string) => void;
export type EditorDeed = (editor: Editor, say: Say) => void;

export const moveUp: EditorDeed = (editor, say) => say(moveBlocks(editor, -1) ? "Moved up." : "It is at the top.");
export const moveDown: EditorDeed = (editor, say) => say(moveBlocks(editor, 1) ? "Moved down." : "It is at the end.");
export const duplicate: EditorDeed = (editor, say) => (duplicateBlocks(editor, newId), say("Duplicated."));
export const remove: EditorDeed = (editor, say) => (removeBlocks(editor), say("Removed. Undo brings it back."));
export const switchAudience: EditorDeed = (editor, say) => {
  const done = toggleAudience(editor);
  if (done === null) return;
  const what = done.count === 1 ? "This block is" : `These ${done.count} blocks are`;
  say(done.audience === "internal" ? `${what} internal now: for the desk alone.` : `${what} public now.`);
};

/** Heard while writing. The keys dialog lists them under “Report”. */
export const EDITOR_KEYS: readonly { key: string; label: string; run: EditorDeed | "link" }[] = [
  { key: "alt+ArrowUp", label: "Move the block up", run: moveUp },
  { key: "alt+ArrowDown", label: "Move the block down", run: moveDown },
  { key: "mod+Enter", label: "Make the block, or a heading’s section, internal or public", run: switchAudience },
  { key: "mod+shift+d", label: "Duplicate the block", run: duplicate },
  { key: "mod+shift+Backspace", label: "Remove the block", run: remove },
  { key: "mod+b", label: "Bold", run: (editor) => toggleMark(editor, "bold") },
  { key: "mod+i", label: "Italic", run: (editor) => toggleMark(editor, "italic") },
  { key: "mod+k", label: "Link", run: "link" },
];

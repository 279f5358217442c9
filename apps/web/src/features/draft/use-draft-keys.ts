import { setBlockFormat, toggleEmphasis } from "@assay/editor";
import type { DraftEditor } from "@assay/editor/react";
import type { KeyBinding } from "../../components/keys.ts";
import { useKeys } from "../../components/keys.ts";
import { FORMATS } from "./draft-toolbar.tsx";

/** Keys that hold while somebody writes; undo, redo and everything about the caret are the editor's own. */
export function useDraftKeys(editor: DraftEditor, actions: { save: () => void; link: () => void }): void {
  const formats = FORMATS.map(
    (format): KeyBinding => ({
      key: format.kbd,
      label: format.label,
      whileTyping: true,
      run: () => setBlockFormat(editor, format),
    }),
  );
  useKeys("Draft", [
    { key: "mod+s", label: "Save as revision", bar: "save as revision", whileTyping: true, run: actions.save },
    { key: "mod+b", label: "Bold", bar: "bold", whileTyping: true, run: () => toggleEmphasis(editor, "bold") },
    { key: "mod+i", label: "Italic", bar: "italic", whileTyping: true, run: () => toggleEmphasis(editor, "italic") },
    { key: "mod+k", label: "Link the selected words", bar: "link", whileTyping: true, run: actions.link },
    ...formats,
  ]);
}

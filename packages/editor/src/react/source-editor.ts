import { createEditor } from "slate";
import { IS_COMPOSING } from "slate-dom";
import { withReact, type ReactEditor } from "slate-react";
import type { BaseEditor } from "slate";
import { CHUNK_SIZE } from "../chunk-heights.ts";

/**
 * A Slate editor that holds a revision and refuses every operation: revisions are immutable. Selections too are refused,
 * since the pane keeps its own in offsets; Slate's would render the whole pane at every move of the caret.
 */
export function createSourceEditor(): BaseEditor & ReactEditor {
  const editor = withReact(createEditor());
  editor.apply = () => {};
  // Slate lets the browser's selection alone while something is being composed. Else it would work out its own places for
  // every selection, clone what is selected, and then have them refused.
  IS_COMPOSING.set(editor, true);
  editor.getChunkSize = (node) => ("apply" in node ? CHUNK_SIZE : null);
  return editor;
}

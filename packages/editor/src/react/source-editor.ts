import { createEditor } from "slate";
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
  editor.getChunkSize = (node) => ("apply" in node ? CHUNK_SIZE : null);
  return editor;
}

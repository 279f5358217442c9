import { Editor, Range } from "slate";
import type { BaseRange } from "slate";
import { currentIndex, typeOf } from "./report-editor.ts";

/** What was typed behind a `/` that begins a block or follows a space, and where it stands. */
export interface SlashQuery {
  text: string;
  range: BaseRange;
}

const MOST = 30;

export function slashQuery(editor: Editor): SlashQuery | null {
  const { selection } = editor;
  const index = currentIndex(editor);
  if (selection === null || index === null || !Range.isCollapsed(selection)) return null;
  if (typeOf(editor.children[index]) === "") return null;
  const start = Editor.start(editor, [index]);
  const before = Editor.string(editor, { anchor: start, focus: selection.anchor });
  const found = /(?:^|\s)\/([\p{L}\p{N} ]*)$/u.exec(before);
  const text = found?.[1];
  if (text === undefined || text.length > MOST) return null;
  const from = Editor.before(editor, selection.anchor, { unit: "character", distance: text.length + 1 });
  return from === undefined ? null : { text, range: { anchor: from, focus: selection.anchor } };
}

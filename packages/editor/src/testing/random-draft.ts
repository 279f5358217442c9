import { Editor, Node, Path, Text, Transforms, createEditor } from "slate";
import type { Range } from "slate";
import { anchorPassages } from "../draft-anchor.ts";
import { withDraft, type AnchorEditor } from "../draft-editor.ts";
import { readDraft } from "../draft-text.ts";
import { openDraft, type DraftDocument, type DraftElement } from "../draft-value.ts";
import type { HistoryEditor } from "slate-history";
import type { TextRange } from "../text-range.ts";

export type TestDraft = Editor & HistoryEditor & AnchorEditor;

export const NO_EDGES = { lead: "", trail: "" };

/** Characters that come once: whoever finds words of them again has found the very same words. */
export class Signs {
  #next = 0x4e00;

  take(count: number): string {
    let text = "";
    for (let index = 0; index < count; index++) text += String.fromCharCode(this.#next++);
    return text;
  }
}

export function draftWith({ value }: DraftDocument, passages: readonly (TextRange & { id: string })[]): TestDraft {
  const editor = withDraft(createEditor());
  editor.children = value;
  const draft = readDraft({ value, edges: NO_EDGES });
  const known = passages.map((one) => ({ ...one, exact: draft.text.slice(one.start, one.end) }));
  editor.anchors = anchorPassages(draft, known);
  return editor as TestDraft;
}

/** A draft of paragraphs of these lengths. */
export function signDraft(lengths: readonly number[], signs: Signs): DraftDocument {
  const words = lengths.map((length) => signs.take(length));
  const text = words.join("\n\n");
  let at = 0;
  const blocks = words.map((word) => {
    const start = at;
    at += word.length + 2;
    return { kind: "paragraph" as const, start, end: start + word.length };
  });
  return openDraft(text, blocks);
}

export function textOf(editor: Editor): string {
  return readDraft({ value: editor.children as DraftElement[], edges: NO_EDGES }).text;
}

/** Does one thing to a draft; the numbers choose what and where. */
export function perturb(editor: TestDraft, signs: Signs, [what, a, b, c]: readonly [number, number, number, number]): void {
  const texts = [...Node.texts(editor)];
  const [text, path] = texts[a % texts.length]!;
  const offset = b % (text.text.length + 1);
  const point = { path, offset };
  const blocks = editor.children.length;
  switch (what % 13) {
    case 0:
      return editor.apply({ type: "insert_text", path, offset, text: signs.take(1 + (c % 4)) });
    case 1: {
      const cut = text.text.slice(offset, offset + 1 + (c % 5));
      return cut === "" ? undefined : editor.apply({ type: "remove_text", path, offset, text: cut });
    }
    case 2:
      return Transforms.splitNodes(editor, { at: point, always: true });
    case 3:
      return a % blocks === 0 ? undefined : Transforms.mergeNodes(editor, { at: [a % blocks] });
    case 4: {
      const at = rangeOf(editor, a, b, c);
      return Transforms.setNodes(editor, c % 2 === 0 ? { bold: true } : { italic: true }, { at, match: Text.isText, split: true });
    }
    case 5:
      return Transforms.setNodes(editor, { kind: c % 2 === 0 ? "heading" : "line" }, { at: [a % blocks] });
    case 6: {
      const element: DraftElement = { kind: "paragraph", level: null, before: "", children: [{ text: signs.take(c % 3) }] };
      return Transforms.insertNodes(editor, element, { at: [b % (blocks + 1)] });
    }
    case 7:
      return blocks < 2 ? undefined : Transforms.removeNodes(editor, { at: [a % blocks] });
    case 8:
      return Transforms.moveNodes(editor, { at: [a % blocks], to: [b % blocks] });
    case 9: {
      const target = b % blocks;
      const to = [target, c % ((editor.children[target] as DraftElement).children.length + 1)];
      return Path.equals(path, to) || Path.isSibling(path, to) ? undefined : Transforms.moveNodes(editor, { at: path, to });
    }
    case 10:
      return Transforms.delete(editor, { at: rangeOf(editor, a, b, c) });
    case 11:
      return editor.undo();
    default:
      return editor.redo();
  }
}

function rangeOf(editor: TestDraft, a: number, b: number, c: number): Range {
  const texts = [...Node.texts(editor)];
  const [text, path] = texts[a % texts.length]!;
  const [other, otherPath] = texts[Math.min(texts.length - 1, (a % texts.length) + (c % 3))]!;
  return { anchor: { path, offset: b % (text.text.length + 1) }, focus: { path: otherPath, offset: c % (other.text.length + 1) } };
}

import { Editor, Transforms } from "slate";
import { describe, expect, it } from "vitest";
import { anchorsOf } from "./draft-editor.ts";
import { breakBlock, insertWords, linkAt, plainBefore, setBlockFormat, setLink, toggleEmphasis } from "./draft-formats.ts";
import { readDraft } from "./draft-text.ts";
import { openDraft, type DraftElement } from "./draft-value.ts";
import { insertBlocks } from "./insert-blocks.ts";
import { NO_EDGES, draftWith, type TestDraft } from "./testing/random-draft.ts";

const TEXT = "The ferry\n\nIt left at noon.";

function open(): TestDraft {
  const document = openDraft(TEXT, [
    { kind: "heading", level: 1, start: 0, end: 9 },
    { kind: "paragraph", start: 11, end: 27 },
  ]);
  return draftWith(document, [{ id: "noon", start: 22, end: 26 }]);
}

const stored = (editor: Editor) => readDraft({ value: editor.children as DraftElement[], edges: NO_EDGES });
const kinds = (editor: Editor) => stored(editor).blocks.map(({ kind, level }) => (level === undefined ? kind : `${kind} ${level}`));
const at = (block: number, offset: number) => ({ path: [block, 0], offset });

describe("writing a draft", () => {
  it("goes on with a paragraph after a heading, and with an item after an item until one is left empty", () => {
    const editor = open();
    const enter = () => breakBlock(editor, () => Transforms.splitNodes(editor, { always: true }));
    Transforms.select(editor, at(0, 9));
    enter();
    editor.insertText("By our own desk");
    expect(kinds(editor)).toEqual(["heading 1", "paragraph", "paragraph"]);
    setBlockFormat(editor, { kind: "list-item", level: null });
    enter();
    editor.insertText("Two");
    enter();
    enter();
    editor.insertText("Then");
    expect(kinds(editor)).toEqual(["heading 1", "list-item", "list-item", "paragraph", "paragraph"]);
    expect(stored(editor).text).toBe("The ferry\n\nBy our own desk\n\nTwo\n\nThen\n\nIt left at noon.");
    expect(anchorsOf(editor)).toMatchObject([{ state: "kept", start: { block: 4, offset: 11 } }]);
  });

  it("puts a line above a heading without making a paragraph of it", () => {
    const editor = open();
    Transforms.select(editor, at(0, 0));
    breakBlock(editor, () => Transforms.splitNodes(editor, { always: true }));
    expect(kinds(editor)).toEqual(["heading 1", "paragraph"]);
    expect(stored(editor).text).toBe(TEXT);
  });

  it("makes a paragraph of a heading before it is joined to what stands above", () => {
    const editor = open();
    Transforms.select(editor, at(0, 0));
    expect(plainBefore(editor)).toBe(true);
    expect(kinds(editor)).toEqual(["paragraph", "paragraph"]);
    expect(plainBefore(editor)).toBe(false);
  });

  it("formats words without moving a passage, and undoes it", () => {
    const editor = open();
    Transforms.select(editor, { anchor: at(1, 8), focus: at(1, 15) });
    toggleEmphasis(editor, "bold");
    expect(stored(editor).blocks[1]?.marks).toEqual([{ kind: "bold", start: 19, end: 26 }]);
    expect(anchorsOf(editor)).toMatchObject([{ state: "kept" }]);
    editor.undo();
    expect(stored(editor).blocks[1]?.marks).toBeUndefined();
  });

  it("links words, and takes the whole link away from anywhere in it", () => {
    const editor = open();
    Transforms.select(editor, { anchor: at(1, 3), focus: at(1, 7) });
    setLink(editor, "https://example.com/left");
    Transforms.select(editor, Editor.end(editor, [1, 1]));
    Transforms.move(editor, { distance: 2, reverse: true });
    expect(linkAt(editor)).toBe("https://example.com/left");
    setLink(editor, null);
    expect(stored(editor).blocks[1]?.marks).toBeUndefined();
  });

  it("never stores a link that leads elsewhere than to the web", () => {
    const editor = open();
    Transforms.select(editor, { anchor: at(1, 3), focus: at(1, 7) });
    setLink(editor, "javascript:alert(1)");
    expect(stored(editor).blocks[1]?.marks).toBeUndefined();
  });

  it("[X2] takes pasted words in as paragraphs, without what cannot be stored", () => {
    const editor = open();
    Transforms.select(editor, at(1, 8));
    insertWords(editor, "late,\r\nsaid one\r\n\r\nMiddle \ud83d\0one\n \n\nlast ");
    const { text } = stored(editor);
    expect(text).toBe("The ferry\n\nIt left late,\nsaid one\n\nMiddle \ufffdone\n\nlast at noon.");
    expect(anchorsOf(editor)).toMatchObject([{ state: "kept", start: { block: 3, offset: 8 } }]);
    while (editor.history.undos.length > 0) editor.undo();
    expect(stored(editor).text).toBe(TEXT);
  });

  it("[X2] takes formatted blocks in around the words of the one that is written in", () => {
    const editor = open();
    Transforms.select(editor, at(1, 8));
    insertBlocks(editor, [
      { kind: "heading", level: 2, before: "", children: [{ text: "late, " }, { text: "very", bold: true }] },
      { kind: "quote", level: null, before: "", children: [{ text: "Middle one" }] },
      { kind: "list-item", level: null, before: "", children: [{ text: "last", italic: true }, { text: " " }] },
    ]);
    const { text, blocks } = stored(editor);
    expect(text).toBe("The ferry\n\nIt left late, very\n\nMiddle one\n\nlast at noon.");
    expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "quote", "paragraph"]);
    expect(blocks.flatMap(({ marks = [] }) => marks.map(({ kind, start, end }) => [kind, text.slice(start, end)]))).toEqual([
      ["bold", "very"],
      ["italic", "last"],
    ]);
    expect(anchorsOf(editor)).toMatchObject([{ state: "kept", start: { block: 3, offset: 8 } }]);
    editor.undo();
    expect(stored(editor).text).toBe(TEXT);
    expect(anchorsOf(editor)).toMatchObject([{ state: "kept", start: { block: 1 } }]);
  });

  it("gives the format of pasted blocks to an empty one", () => {
    const editor = open();
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertBreak();
    insertBlocks(editor, [
      { kind: "heading", level: 3, before: "", children: [{ text: "Later" }] },
      { kind: "list-item", level: null, before: "", children: [{ text: "One" }] },
    ]);
    expect(stored(editor).blocks.slice(2)).toMatchObject([{ kind: "heading", level: 3 }, { kind: "list-item" }]);
  });

  it("keeps the document flat and never empty, whatever is put into it", () => {
    const editor = open();
    Transforms.select(editor, []);
    Transforms.insertFragment(editor, [
      { children: [{ children: [{ text: "Nested" }] }, { children: [{ text: "deep" }] }] },
    ] as never);
    for (const block of editor.children as DraftElement[]) {
      expect(block.kind).toBeDefined();
      expect(block.children.every((leaf) => typeof leaf.text === "string")).toBe(true);
    }
    Transforms.removeNodes(editor, { at: [0] });
    while (stored(editor).text !== "") Transforms.removeNodes(editor, { at: [0] });
    expect(editor.children).toHaveLength(1);
  });
});

import type { ReportBlock } from "@assay/domain";
import { blockText } from "@assay/domain";
import { Editor, Transforms } from "slate";
import { describe, expect, it } from "vitest";
import {
  duplicateBlocks,
  moveBlockTo,
  moveBlocks,
  removeBlocks,
  replaceBlocks,
  setLink,
  takeBlocks,
  toggleAudience,
} from "./block-edits.ts";
import type { ReportEditor } from "./report-editor.ts";
import { blocksOf, createReportEditor } from "./report-editor.ts";
import { findInsertables } from "./block-kinds.ts";
import { slashQuery } from "./slash-query.ts";

let last = 0;
const newId = () => `id-${(last += 1)}`;
const paragraph = (text: string): ReportBlock => {
  return { id: newId(), type: "paragraph", audience: "public", children: [{ text }] };
};
const heading = (text: string, level: 2 | 3 = 2): ReportBlock => {
  return { id: newId(), type: "heading", level, audience: "public", children: [{ text }] };
};
const matrix = (): ReportBlock => ({ id: newId(), type: "matrix", audience: "public" });

function open(...blocks: ReportBlock[]): ReportEditor {
  return createReportEditor(blocks, newId);
}

/** The caret at the end, or the start, of a block. */
function at(editor: ReportEditor, index: number, edge: "start" | "end" = "end"): ReportEditor {
  Transforms.select(editor, edge === "end" ? Editor.end(editor, [index]) : Editor.start(editor, [index]));
  return editor;
}

const shape = (editor: ReportEditor) => blocksOf(editor).map((block) => blockText(block) || block.type);
const audiences = (editor: ReportEditor) => blocksOf(editor).map(({ audience }) => audience);

describe("the report editor", () => {
  it("changes nothing by being opened, and gives back what it was given", () => {
    const link = { type: "link" as const, url: "https://x.example/", children: [{ text: "b" }] };
    const linked = { ...paragraph(""), children: [{ text: "a " }, link] } as ReportBlock;
    const blocks = [matrix(), paragraph("One."), linked];
    const editor = open(...blocks);
    expect(blocksOf(editor)).toEqual(blocks);
    expect(editor.history.undos).toEqual([]);
  });

  it("gives each block an id of its own when one is divided or pasted twice", () => {
    const editor = at(open(paragraph("One two.")), 0);
    Transforms.select(editor, { path: [0, 0], offset: 4 });
    editor.insertBreak();
    const ids = blocksOf(editor).map(({ id }) => id);
    expect(shape(editor)).toEqual(["One ", "two."]);
    expect(new Set(ids).size).toBe(2);
  });

  it("goes on with a paragraph behind a heading or a live block, and with an item behind an item", () => {
    const editor = at(open(heading("Findings")), 0);
    editor.insertBreak();
    expect(blocksOf(editor).map(({ type }) => type)).toEqual(["heading", "paragraph"]);
    const live = at(open(matrix()), 0);
    live.insertText("Words");
    expect(shape(live)).toEqual(["matrix", "Words"]);
    const list = at(open(paragraph("")), 0);
    for (const key of "- One") list.insertText(key);
    list.insertBreak();
    expect(blocksOf(list).map(({ type }) => type)).toEqual(["item", "item"]);
    list.insertBreak();
    expect(blocksOf(list).map(({ type }) => type)).toEqual(["item", "paragraph"]);
  });

  it("makes headings and quotations of what begins like one", () => {
    for (const [typed, type] of [["## ", "heading"], ["> ", "quote"], ["1. ", "item"]] as const) {
      const editor = at(open(paragraph("")), 0);
      for (const key of typed) editor.insertText(key);
      expect(blocksOf(editor)[0]).toMatchObject({ type, children: [{ text: "" }] });
    }
  });

  it("chooses a live block before it removes one", () => {
    const editor = at(open(matrix(), paragraph("Words")), 1, "start");
    editor.deleteBackward("character");
    expect(shape(editor)).toEqual(["matrix", "Words"]);
    expect(editor.selection?.focus.path[0]).toBe(0);
    editor.deleteBackward("character");
    expect(shape(editor)).toEqual(["Words"]);
  });

  it("moves blocks by keys and by drag, and undoes it", () => {
    const editor = at(open(paragraph("a"), paragraph("b"), paragraph("c")), 2);
    expect(moveBlocks(editor, 1)).toBe(false);
    expect(moveBlocks(editor, -1)).toBe(true);
    expect(shape(editor)).toEqual(["a", "c", "b"]);
    expect(editor.selection?.focus.path[0]).toBe(1);
    editor.undo();
    expect(shape(editor)).toEqual(["a", "b", "c"]);
    const [first] = blocksOf(editor);
    moveBlockTo(editor, first?.id ?? "", 3);
    expect(shape(editor)).toEqual(["b", "c", "a"]);
    moveBlockTo(editor, first?.id ?? "", 0);
    expect(shape(editor)).toEqual(["a", "b", "c"]);
  });

  it("duplicates and removes, and never holds nothing", () => {
    const editor = at(open(paragraph("a")), 0);
    duplicateBlocks(editor, newId);
    expect(shape(editor)).toEqual(["a", "a"]);
    expect(editor.selection?.focus.path[0]).toBe(1);
    removeBlocks(editor);
    removeBlocks(editor);
    expect(shape(editor)).toEqual(["paragraph"]);
    editor.undo();
    expect(shape(editor)).toEqual(["a"]);
  });

  it("makes a heading's whole section internal, with its parts, and public again", () => {
    const section = [heading("A"), paragraph("a"), heading("part", 3), matrix()];
    const editor = at(open(paragraph("x"), ...section, heading("B")), 1);
    expect(toggleAudience(editor)).toEqual({ audience: "internal", count: 4 });
    expect(audiences(editor)).toEqual(["public", "internal", "internal", "internal", "internal", "public"]);
    at(editor, 2);
    expect(toggleAudience(editor)).toEqual({ audience: "public", count: 1 });
    at(editor, 1);
    expect(toggleAudience(editor)?.audience).toBe("internal");
    expect(toggleAudience(editor)?.audience).toBe("public");
    expect(new Set(audiences(editor))).toEqual(new Set(["public"]));
  });

  it("links the chosen words, and lets them go again", () => {
    const editor = at(open(paragraph("as logged")), 0);
    Transforms.select(editor, { anchor: { path: [0, 0], offset: 3 }, focus: { path: [0, 0], offset: 9 } });
    setLink(editor, "https://x.example/");
    expect(blocksOf(editor)[0]).toMatchObject({
      children: [{ text: "as " }, { type: "link", url: "https://x.example/", children: [{ text: "logged" }] }],
    });
    Transforms.select(editor, { path: [0, 1, 0], offset: 2 });
    setLink(editor, null);
    expect(shape(editor)).toEqual(["as logged"]);
  });

  it("lays a template as one step, and takes another's text without moving the caret", () => {
    const editor = at(open(paragraph("a"), paragraph("b")), 1);
    replaceBlocks(editor, [heading("T"), matrix()]);
    expect(shape(editor)).toEqual(["T", "matrix"]);
    editor.undo();
    expect(shape(editor)).toEqual(["a", "b"]);
    at(editor, 1);
    const [a, b] = blocksOf(editor);
    if (a === undefined || b === undefined) throw new Error("There are two blocks");
    takeBlocks(editor, [{ ...a, children: [{ text: "A!" }] } as ReportBlock, paragraph("new"), b]);
    expect(shape(editor)).toEqual(["A!", "new", "b"]);
    expect(editor.selection?.focus.path[0]).toBe(2);
    editor.undo();
    expect(shape(editor)).toEqual(["A!", "new", "b"]);
  });

  it("opens the menu behind a slash that begins a word, and finds blocks by what is typed", () => {
    const query = (text: string) => slashQuery(at(open(paragraph(text)), 0))?.text ?? null;
    expect(["/", "Words /cl", "and/or", "/x!", "plain"].map(query)).toEqual(["", "cl", null, null, null]);
    expect(findInsertables("cl")[0]?.key).toBe("claim");
    expect(findInsertables("all brief").map(({ key }) => key)).toEqual(["brief"]);
    expect(findInsertables("kappa").map(({ key }) => key)).toEqual(["agreement"]);
    expect(findInsertables("zzz")).toEqual([]);
  });
});

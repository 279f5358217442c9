import type { ReportBlock, TemplateBlock } from "@assay/domain";
import type { ReportElement } from "@assay/editor";
import { toReportValue } from "@assay/editor";
import type { Editor } from "slate";
import { Editor as Slate, Element, Range, Transforms } from "slate";
import type { ReportEditor } from "./report-editor.ts";
import { asNodes, blocksOf, elementsOf, setBlock, typeOf } from "./report-editor.ts";

/** First and last of the blocks that the selection touches. */
export function selectedBlocks(editor: Editor): [first: number, last: number] | null {
  if (editor.selection === null) return null;
  const [start, end] = Range.edges(editor.selection);
  const [first, last] = [start.path[0], end.path[0]];
  return first === undefined || last === undefined ? null : [first, last];
}

/** Moves the chosen blocks by one place. False at the edge. */
export function moveBlocks(editor: Editor, by: -1 | 1): boolean {
  const chosen = selectedBlocks(editor);
  if (chosen === null) return false;
  const [first, last] = chosen;
  // What moves is the neighbour, to the other side of the chosen ones.
  const neighbour = by === -1 ? first - 1 : last + 1;
  if (neighbour < 0 || neighbour >= editor.children.length) return false;
  Transforms.moveNodes(editor, { at: [neighbour], to: [by === -1 ? last : first] });
  return true;
}

/** Drag: the block with this id goes to where it stands between two others. */
export function moveBlockTo(editor: Editor, id: string, before: number): void {
  const from = elementsOf(editor).findIndex((block) => block.id === id);
  const to = from < before ? before - 1 : before;
  if (from !== -1 && to !== from) Transforms.moveNodes(editor, { at: [from], to: [to] });
}

export function duplicateBlocks(editor: Editor, newId: () => string): void {
  const chosen = selectedBlocks(editor);
  if (chosen === null) return;
  const [first, last] = chosen;
  const copies = blocksOf(editor)
    .slice(first, last + 1)
    .map((block): ReportBlock => ({ ...structuredClone(block), id: newId() }));
  Transforms.insertNodes(editor, asNodes(toReportValue(copies)), { at: [last + 1] });
  Transforms.select(editor, Slate.start(editor, [last + 1]));
}

export function removeBlocks(editor: Editor): void {
  const chosen = selectedBlocks(editor);
  if (chosen === null) return;
  const [first, last] = chosen;
  Slate.withoutNormalizing(editor, () => {
    removeFrom(editor, first, last);
  });
  const next = Math.min(first, editor.children.length - 1);
  if (next >= 0) Transforms.select(editor, Slate.start(editor, [next]));
}

function removeFrom(editor: Editor, first: number, last: number): void {
  for (let index = last; index >= first; index -= 1) Transforms.removeNodes(editor, { at: [index] });
}

/** Where the section of a heading ends: before the next heading that is no part of it. */
export function sectionEnd(blocks: readonly ReportElement[], index: number): number {
  const head = blocks[index];
  if (head?.type !== "heading") return index;
  const next = blocks.findIndex((one, at) => at > index && one.type === "heading" && one.level <= head.level);
  return (next === -1 ? blocks.length : next) - 1;
}

/** Public or internal: the chosen blocks, and of a heading its whole section. Says what became of them. */
export function toggleAudience(editor: Editor): { audience: "public" | "internal"; count: number } | null {
  const chosen = selectedBlocks(editor);
  if (chosen === null) return null;
  const [first, last] = chosen;
  const blocks = elementsOf(editor);
  const end = first === last ? sectionEnd(blocks, first) : last;
  const part = blocks.slice(first, end + 1);
  const audience = part.every((block) => block.audience === "internal") ? "public" : "internal";
  Slate.withoutNormalizing(editor, () => {
    part.forEach((block, index) => {
      if (block.audience !== audience) setBlock(editor, first + index, { audience });
    });
  });
  return { audience, count: part.length };
}

export function isMarked(editor: Editor, mark: "bold" | "italic"): boolean {
  const marks = Slate.marks(editor) as Record<string, unknown> | null;
  return marks?.[mark] === true;
}

export function toggleMark(editor: Editor, mark: "bold" | "italic"): void {
  if (isMarked(editor, mark)) Slate.removeMark(editor, mark);
  else Slate.addMark(editor, mark, true);
}

/** The address of the link in which the selection is. */
export function linkAt(editor: Editor): string | null {
  if (editor.selection === null) return null;
  const [found] = Slate.nodes(editor, { match: (node) => typeOf(node) === "link" });
  const node = found?.[0] as { url?: unknown } | undefined;
  return typeof node?.url === "string" ? node.url : null;
}

/** Null takes the link away and leaves its words. With nothing selected the address itself becomes the words. */
export function setLink(editor: Editor, url: string | null): void {
  const { selection } = editor;
  if (selection === null) return;
  const isInLink = linkAt(editor) !== null;
  if (isInLink && url !== null && Range.isCollapsed(selection)) {
    const fields = { url } as never;
    Transforms.setNodes(editor, fields, { match: (node) => typeOf(node) === "link" });
    return;
  }
  if (isInLink) Transforms.unwrapNodes(editor, { match: (node) => typeOf(node) === "link", split: true });
  if (url === null) return;
  if (Range.isCollapsed(selection)) {
    Transforms.insertNodes(editor, asNodes([{ type: "link", url, children: [{ text: url }] }]));
  } else {
    Transforms.wrapNodes(editor, { type: "link", url, children: [] } as unknown as Element, { split: true });
    Transforms.collapse(editor, { edge: "end" });
  }
}

/** All blocks at once, as one step that can be undone: a template, or an earlier state. */
export function replaceBlocks(editor: Editor, blocks: readonly ReportBlock[]): void {
  Slate.withoutNormalizing(editor, () => {
    removeFrom(editor, 0, editor.children.length - 1);
    Transforms.insertNodes(editor, asNodes(toReportValue(blocks)), { at: [0] });
  });
  Transforms.select(editor, Slate.start(editor, []));
}

/**
 * What somebody else stored, laid over what is shown: only blocks that differ are replaced, so that the caret stays
 * where it was. Earlier undo steps would not fit it any more and are dropped.
 */
export function takeBlocks(editor: ReportEditor, blocks: readonly ReportBlock[]): void {
  const [old, fresh] = [blocksOf(editor).map(keyOf), blocks.map(keyOf)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  Slate.withoutNormalizing(editor, () => {
    removeFrom(editor, start, old.length - tail - 1);
    const inserted = toReportValue(blocks.slice(start, blocks.length - tail));
    if (inserted.length > 0) Transforms.insertNodes(editor, asNodes(inserted), { at: [start] });
  });
  editor.history = { undos: [], redos: [] };
}

function keyOf(block: ReportBlock | TemplateBlock): string {
  return JSON.stringify(block, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

import type { Block, BlockKind } from "@assay/domain";
import type { BaseEditor, Point } from "slate";
import type { ReactEditor } from "slate-react";
import { blockOfCaret } from "./block-search.ts";
import type { DraftElement, DraftLeaf } from "./draft-value.ts";

export interface SourceLeaf {
  text: string;
}

/** One block of a revision as Slate holds it: a single leaf, whose text is the revision's between `start` and `end`. */
export interface SourceElement {
  kind: BlockKind;
  level: number | null;
  index: number;
  start: number;
  end: number;
  children: [SourceLeaf];
}

declare module "slate" {
  interface CustomTypes {
    Editor: BaseEditor & ReactEditor;
    Element: SourceElement | DraftElement;
    Text: SourceLeaf | DraftLeaf;
  }
}

export function toSourceValue(text: string, blocks: readonly Block[]): SourceElement[] {
  return blocks.map(({ kind, level, start, end }, index) => ({
    kind,
    level: level ?? null,
    index,
    start,
    end,
    children: [{ text: text.slice(start, end) }],
  }));
}

/** Throws on a point that is not in the value: it could only come from another document. */
export function pointToOffset(value: readonly SourceElement[], point: Point): number {
  const [index, leaf] = point.path;
  const element = index === undefined ? undefined : value[index];
  if (element === undefined || leaf !== 0 || point.path.length !== 2) {
    throw new RangeError(`No text at [${point.path.join(", ")}]`);
  }
  if (point.offset < 0 || point.offset > element.end - element.start) {
    throw new RangeError(`Offset ${point.offset} lies outside block ${index}`);
  }
  return element.start + point.offset;
}

/** The point of an offset; one that falls between two blocks goes to the start of the later block. */
export function offsetToPoint(value: readonly SourceElement[], offset: number): Point {
  const index = blockOfCaret(value, offset);
  const element = value[index];
  if (element === undefined) throw new RangeError("A source without blocks has no points");
  const inside = Math.max(element.start, Math.min(element.end, offset));
  return { path: [index, 0], offset: inside - element.start };
}

import { isBlank, isGraphemeBoundary } from "@assay/domain";
import type { Descendant } from "slate";
import { firstBlockEndingAfter } from "./block-search.ts";
import { blockText, gapBefore, type DraftText } from "./draft-text.ts";
import type { DraftElement } from "./draft-value.ts";
import type { TextRange } from "./text-range.ts";

/** A place in a draft: UTF-16 units into the text of a block, whichever leaf they fall into. */
export interface DraftPlace {
  block: number;
  offset: number;
}

/** kept: the words stand there as they are; changed: other words do; gone: nothing is left between the edges. */
export type DraftAnchorState = "kept" | "changed" | "gone";

export interface DraftAnchor {
  id: string;
  /** The words that were tagged. */
  exact: string;
  start: DraftPlace;
  end: DraftPlace;
  /** `unread` from the operation that may have changed its words until `readAnchors` has looked. */
  state: DraftAnchorState | "unread";
}

export interface Passage extends TextRange {
  id: string;
  exact: string;
}

/** Passages of a draft's text, tied to its blocks; one that touches no block is left out. */
export function anchorPassages({ blocks, origins }: DraftText, passages: readonly Passage[]): DraftAnchor[] {
  const place = (at: number, index: number): DraftPlace | null => {
    const block = blocks[index];
    const origin = origins[index];
    if (block === undefined || origin === undefined) return null;
    return { block: origin, offset: Math.max(0, Math.min(block.end, at) - block.start) };
  };
  return passages.flatMap(({ id, exact, start, end }): DraftAnchor[] => {
    const from = place(start, firstBlockEndingAfter(blocks, start));
    const until = place(end, firstBlockEndingAfter(blocks, end - 1));
    return from === null || until === null ? [] : [{ id, exact, start: from, end: until, state: "unread" }];
  });
}

/** Looks at the words of the anchors that were touched; the same array when none was. */
export function readAnchors(value: readonly Descendant[], anchors: readonly DraftAnchor[]): readonly DraftAnchor[] {
  if (!anchors.some(({ state }) => state === "unread")) return anchors;
  return anchors.map((anchor) => (anchor.state === "unread" ? { ...anchor, state: stateOf(value, anchor) } : anchor));
}

function stateOf(value: readonly Descendant[], { start, end, exact }: DraftAnchor): DraftAnchorState {
  const words = textBetween(value, start, end);
  if (words === exact && isCut(value, start) && isCut(value, end)) return "kept";
  return isBlank(words) ? "gone" : "changed";
}

/** Between two characters: an accent typed behind a passage makes its last letter another one (X3). */
function isCut(value: readonly Descendant[], { block, offset }: DraftPlace): boolean {
  const element = value[block];
  return element !== undefined && isGraphemeBoundary(blockText(element), offset);
}

/** What `readDraft` would store between two places. */
export function textBetween(value: readonly Descendant[], start: DraftPlace, end: DraftPlace): string {
  let text = "";
  let above: DraftElement | null = null;
  for (let index = start.block; index <= end.block; index++) {
    const element = value[index] as DraftElement | undefined;
    if (element === undefined) break;
    const whole = blockText(element);
    if (isBlank(whole)) continue;
    if (above !== null) text += gapBefore(element, above.kind);
    text += whole.slice(index === start.block ? start.offset : 0, index === end.block ? end.offset : whole.length);
    above = element;
  }
  return text;
}

/** Where an anchor is in the text that `readDraft` made of the same value. */
export function rangeInText({ starts }: DraftText, { start, end }: DraftAnchor): TextRange {
  return { start: (starts[start.block] ?? 0) + start.offset, end: (starts[end.block] ?? 0) + end.offset };
}

import type { BlockKind } from "@assay/domain";
import { blockOfCaret, toCaretOffset } from "./block-search.ts";
import { isFalseSentenceEnd } from "./false-sentence-end.ts";
import type { TextRange } from "./text-range.ts";

export type CaretUnit = "character" | "word" | "sentence" | "paragraph" | "document";
export type CaretDirection = "forward" | "backward";

export interface CaretText {
  text: string;
  blocks: readonly (TextRange & { kind: BlockKind })[];
}

const segmenters = {
  character: new Intl.Segmenter("und", { granularity: "grapheme" }),
  word: new Intl.Segmenter("und", { granularity: "word" }),
  sentence: new Intl.Segmenter("und", { granularity: "sentence" }),
};

/**
 * Where the caret goes from `offset`, in reading order. Forward goes to the end of a word, sentence or paragraph and
 * backward to its start, so that a selection extended with the keyboard holds whole units and no space after them.
 * At the end of the text it stays.
 */
export function moveCaret(source: CaretText, offset: number, unit: CaretUnit, direction: CaretDirection): number {
  const { text, blocks } = source;
  const caret = toCaretOffset(blocks, offset);
  const index = blockOfCaret(blocks, caret);
  const block = blocks[index];
  if (block === undefined) return 0;
  const forward = direction === "forward";
  if (unit === "document") return forward ? blocks[blocks.length - 1]!.end : blocks[0]!.start;
  if (caret === (forward ? block.end : block.start)) {
    const neighbour = blocks[index + (forward ? 1 : -1)];
    if (neighbour === undefined) return caret;
    const edge = forward ? neighbour.start : neighbour.end;
    return unit === "character" ? edge : moveCaret(source, edge, unit, direction);
  }
  if (unit === "paragraph") return forward ? block.end : block.start;
  const keepsLines = block.kind === "code" || block.kind === "line";
  const written = text.slice(block.start, block.end);
  // A hard-wrapped paragraph's line ends are spaces to the reader, but the end of a sentence to the segmenter.
  const inBlock = keepsLines ? written : written.replaceAll("\n", " ");
  const local = caret - block.start;
  if (unit === "character") return block.start + moveCharacter(inBlock, local, forward, !keepsLines);
  return block.start + (forward ? endOfNext(inBlock, local, unit) : startOfPrevious(inBlock, local, unit));
}

/** Where white space collapses, a run of it is one step: the caret would seem to stand still inside. */
function moveCharacter(text: string, at: number, forward: boolean, collapses: boolean): number {
  const inside = segmenters.character.segment(text).containing(forward ? at : at - 1);
  if (inside === undefined) return at;
  let to = forward ? inside.index + inside.segment.length : inside.index;
  if (!collapses || !isSpace(text, inside.index)) return to;
  while (forward ? to < text.length && isSpace(text, to) : to > 0 && isSpace(text, to - 1)) to += forward ? 1 : -1;
  return to;
}

function endOfNext(text: string, at: number, unit: "word" | "sentence"): number {
  const segments = segmenters[unit].segment(text);
  for (let segment = segments.containing(at); segment !== undefined; ) {
    const end = segment.index + segment.segment.trimEnd().length;
    const next = segment.index + segment.segment.length;
    if (end > at && (unit === "sentence" ? !isFalseSentenceEnd(text, next) : segment.isWordLike === true)) return end;
    segment = segments.containing(next);
  }
  return text.length;
}

function startOfPrevious(text: string, at: number, unit: "word" | "sentence"): number {
  const segments = segmenters[unit].segment(text);
  for (let segment = segments.containing(at - 1); segment !== undefined; ) {
    const start = segment.index + segment.segment.length - segment.segment.trimStart().length;
    if (start < at && (unit === "sentence" ? !isFalseSentenceEnd(text, start) : segment.isWordLike === true)) return start;
    segment = segment.index === 0 ? undefined : segments.containing(segment.index - 1);
  }
  return 0;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a || code === 0x09;
}

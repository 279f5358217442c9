import { isBlank, type Block, type BlockKind, type BlockMark } from "@assay/domain";
import { Node, type Descendant } from "slate";
import type { DraftDocument, DraftElement, DraftLeaf } from "./draft-value.ts";

/** A draft as a revision would store it. */
export interface DraftText {
  text: string;
  blocks: Block[];
  /** Where the text of each of the draft's blocks begins; of one left out for want of words, where it would. */
  starts: number[];
  /** Which of the draft's blocks each stored one is. */
  origins: number[];
}

/** Blocks without a visible character are left out: a revision has none. */
export function readDraft({ value, edges }: DraftDocument): DraftText {
  const parts = [edges.lead];
  const blocks: Block[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let length = edges.lead.length;
  let above: BlockKind | null = null;
  for (const [index, element] of value.entries()) {
    const words = blockText(element);
    if (isBlank(words)) {
      starts.push(length);
      continue;
    }
    const gap = above === null ? "" : gapBefore(element, above);
    const start = length + gap.length;
    parts.push(gap, words);
    length = start + words.length;
    starts.push(start);
    origins.push(index);
    blocks.push(blockOf(element, start, length));
    above = element.kind;
  }
  parts.push(edges.trail);
  return { text: parts.join(""), blocks, starts, origins };
}

/** The white space that parts a block from the one above it. */
export function gapBefore({ kind, before }: DraftElement, above: BlockKind): string {
  if (before.includes("\n")) return before;
  return kind === "line" && above === "line" ? "\n" : "\n\n";
}

export function blockText(block: Descendant): string {
  return Node.string(block);
}

/** What else a link may say, pasted from who knows where, is no link. */
export function isWebAddress(address: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

function blockOf(element: DraftElement, start: number, end: number): Block {
  const { kind, level } = element;
  const marks = marksOf(element.children, start);
  return { kind, start, end, ...(level === null ? {} : { level }), ...(marks.length === 0 ? {} : { marks }) };
}

function marksOf(leaves: readonly DraftLeaf[], start: number): BlockMark[] {
  const marks: BlockMark[] = [];
  const add = (kind: BlockMark["kind"], from: number, until: number, href?: string) => {
    const open = marks.findLast((mark) => mark.kind === kind);
    if (open !== undefined && open.end === from && open.href === href) open.end = until;
    else marks.push({ kind, start: from, end: until, ...(href === undefined ? {} : { href }) });
  };
  let at = start;
  for (const { text, bold, italic, link } of leaves) {
    const until = at + text.length;
    if (text !== "") {
      if (bold === true) add("bold", at, until);
      if (italic === true) add("italic", at, until);
      if (link !== undefined && isWebAddress(link)) add("link", at, until, link);
    }
    at = until;
  }
  return marks;
}

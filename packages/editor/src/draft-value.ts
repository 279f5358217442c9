import type { Block, BlockKind, BlockMark } from "@assay/domain";

export interface DraftLeaf {
  text: string;
  bold?: true;
  italic?: true;
  /** Web address. */
  link?: string;
}

/** One block of a draft that is being edited: its leaves one after the other are its text. Blocks never nest. */
export interface DraftElement {
  kind: BlockKind;
  level: number | null;
  /** The white space in front of it, kept so that what nobody touched is stored as it was. */
  before: string;
  children: DraftLeaf[];
}

/** White space around the whole text. */
export interface DraftEdges {
  lead: string;
  trail: string;
}

export interface DraftDocument {
  value: DraftElement[];
  edges: DraftEdges;
}

/** A revision made editable. `readDraft` leads back to the very same text and blocks. */
export function openDraft(text: string, blocks: readonly Block[]): DraftDocument {
  const value: DraftElement[] = blocks.map(({ kind, level, start, end, marks = [] }, index) => ({
    kind,
    level: level ?? null,
    before: index === 0 ? "" : text.slice(blocks[index - 1]!.end, start),
    children: leavesOf(text, start, end, marks),
  }));
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return { value: [emptyParagraph()], edges: { lead: "", trail: "" } };
  return { value, edges: { lead: text.slice(0, first.start), trail: text.slice(last.end) } };
}

export function emptyParagraph(): DraftElement {
  return { kind: "paragraph", level: null, before: "", children: [{ text: "" }] };
}

function leavesOf(text: string, start: number, end: number, marks: readonly BlockMark[]): DraftLeaf[] {
  const cuts = new Set([start, end]);
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((until, index) => {
    const from = edges[index]!;
    const leaf: DraftLeaf = { text: text.slice(from, until) };
    for (const { kind, start: first, end: last, href } of marks) {
      if (first > from || last < until) continue;
      if (kind === "link") leaf.link = href ?? "";
      else leaf[kind] = true;
    }
    return leaf;
  });
}

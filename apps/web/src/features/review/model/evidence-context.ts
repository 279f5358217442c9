import type { Block, Evidence } from "@assay/domain";
import { anchorMatches } from "@assay/domain";

export interface ContextPart {
  text: string;
  /** The evidence that covers it; null between passages. */
  evidenceId: string | null;
  /** The first part of its passage: where the glyph hangs. */
  opens: boolean;
}

export interface ContextBlock {
  kind: Block["kind"];
  level: number;
  start: number;
  /** A neighbour, shown for its context only. */
  dim: boolean;
  parts: ContextPart[];
}

export interface EvidenceContext {
  blocks: ContextBlock[];
}

export interface PlacedEvidence {
  contexts: EvidenceContext[];
  /** Passages without a place in this text: lost anchors, or words that do not stand at their offsets. */
  unplaced: Evidence[];
}

/** A neighbouring paragraph longer than this is cut, at its far end. */
const NEIGHBOUR_MAX = 700;

/** Each passage in its block with the blocks beside it; passages whose surroundings touch share one excerpt. */
export function placeEvidence(text: string, blocks: readonly Block[], evidence: readonly Evidence[]): PlacedEvidence {
  const placed: Evidence[] = [];
  const unplaced: Evidence[] = [];
  for (const one of evidence) (isPlaced(text, one) ? placed : unplaced).push(one);
  placed.sort((a, b) => a.start - b.start || b.end - a.end);

  const spans: { from: number; to: number }[] = [];
  for (const { start, end } of placed) {
    const first = blocks.findIndex((block) => block.end > start);
    const last = blocks.findLastIndex((block) => block.start < end);
    if (first < 0 || last < first) continue;
    const span = { from: Math.max(0, first - 1), to: Math.min(blocks.length - 1, last + 1) };
    const before = spans.at(-1);
    if (before !== undefined && span.from <= before.to + 1) before.to = Math.max(before.to, span.to);
    else spans.push(span);
  }
  const contexts = spans.map(({ from, to }) => ({
    blocks: blocks.slice(from, to + 1).map((block) => contextBlock(text, block, placed)),
  }));
  return { contexts, unplaced };
}

function isPlaced(text: string, one: Evidence): boolean {
  return one.state !== "orphaned" && one.state !== "ambiguous" && anchorMatches(text, one);
}

function contextBlock(text: string, block: Block, evidence: readonly Evidence[]): ContextBlock {
  const inside = evidence.filter((one) => one.start < block.end && one.end > block.start);
  const base = { kind: block.kind, level: block.level ?? 2, start: block.start };
  if (inside.length === 0) {
    const words = clip(text.slice(block.start, block.end));
    return { ...base, dim: true, parts: [{ text: words, evidenceId: null, opens: false }] };
  }
  const cuts = [...new Set([block.start, block.end, ...inside.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= block.start && at <= block.end)
    .sort((a, b) => a - b);
  const parts: ContextPart[] = [];
  const opened = new Set<string>();
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1] ?? block.end;
    const covering = inside.find((one) => one.start <= from && one.end >= to);
    const id = covering?.id ?? null;
    const opens = id !== null && !opened.has(id) && covering?.start === from;
    if (id !== null) opened.add(id);
    parts.push({ text: text.slice(from, to), evidenceId: id, opens });
  }
  return { ...base, dim: false, parts };
}

function clip(words: string): string {
  if (words.length <= NEIGHBOUR_MAX) return words;
  const cut = words.lastIndexOf(" ", NEIGHBOUR_MAX);
  return `${words.slice(0, cut > 0 ? cut : NEIGHBOUR_MAX)} …`;
}

/** The ¶ number of the block in which an offset lies, from 1. */
export function paragraphOf(blocks: readonly Block[], offset: number): number {
  const index = blocks.findIndex((block) => block.end > offset);
  return index < 0 ? blocks.length : index + 1;
}

import type { Block } from "@assay/domain";

/** Blocks in one chunk: large enough that 10,000 blocks make 625 chunks, small enough to mount one within a frame. */
export const CHUNK_SIZE = 16;

/** Slate chunks only what has more children than one chunk holds; below that everything is one chunk, always mounted. */
export function chunkCount(blocks: number): number {
  return Math.max(1, Math.ceil(blocks / CHUNK_SIZE));
}

export function chunkOfBlock(block: number): number {
  return Math.floor(block / CHUNK_SIZE);
}

export interface ReadingMeasure {
  /** Width of a line and mean advance of a character, in CSS pixels. */
  lineWidth: number;
  characterWidth: number;
  lineHeight: number;
  /** Space after a block. */
  gap: number;
}

/** How tall the blocks of a chunk will be when laid out: a guess that only has to keep the scroll bar honest. */
export function estimateChunkHeight(blocks: readonly Block[], chunk: number, measure: ReadingMeasure): number {
  const perLine = Math.max(1, measure.lineWidth / measure.characterWidth);
  let height = 0;
  for (const { kind, start, end } of blocks.slice(chunk * CHUNK_SIZE, (chunk + 1) * CHUNK_SIZE)) {
    const lines = Math.max(1, Math.ceil((end - start) / perLine));
    height += lines * measure.lineHeight * (kind === "heading" ? 1.3 : 1) + (kind === "line" ? 0 : measure.gap);
  }
  return Math.round(height);
}

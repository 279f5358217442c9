import type { Block, BlockKind } from "@assay/domain";

/** A text made of blocks, one blank line apart, for formats whose file holds more than its words. */
export class Page {
  readonly blocks: Block[] = [];
  #parts: string[] = [];
  #length = 0;

  get text(): string {
    return this.#parts.join("\n\n");
  }

  /**
   * Adds nothing for words that are only white space, so that no block is ever empty. What a text may not hold (X2) can
   * come from a character reference or a damaged font, long after the file itself was looked at.
   */
  add(kind: BlockKind, words: string, level?: number): void {
    const trimmed = words.replace(/\r\n?/g, "\n").replace(/\p{Cs}|\0/gu, "\uFFFD").trim();
    if (trimmed === "") return;
    const start = this.#length + (this.#parts.length === 0 ? 0 : 2);
    this.#parts.push(trimmed);
    this.#length = start + trimmed.length;
    this.blocks.push({ kind, start, end: this.#length, ...(level === undefined ? {} : { level }) });
  }
}

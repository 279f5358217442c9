/** Two sources of the largest size, in UTF-16 code units; memory is twice that at most. */
const CAPACITY = 52_000_000;

/**
 * Texts of revisions by id, the least recently used leaving first. A revision never changes, so nothing here can be
 * out of date. It knows nothing of workspaces: whoever asks has found the revision in their own.
 */
export class TextCache {
  readonly #texts = new Map<string, string>();
  readonly #capacity: number;
  #size = 0;

  constructor(capacity = CAPACITY) {
    this.#capacity = capacity;
  }

  /** `length` is the text's, known before it is read: one larger than the whole cache is not kept. */
  async get(revisionId: string, length: number, read: () => Promise<string>): Promise<string> {
    const known = this.#texts.get(revisionId);
    if (known !== undefined) {
      this.#texts.delete(revisionId);
      this.#texts.set(revisionId, known);
      return known;
    }
    const text = await read();
    if (length <= this.#capacity) this.#keep(revisionId, text);
    return text;
  }

  #keep(revisionId: string, text: string): void {
    // Somebody else may have read the same text at the same time.
    if (this.#texts.has(revisionId)) return;
    this.#texts.set(revisionId, text);
    this.#size += text.length;
    for (const [oldest, { length }] of this.#texts) {
      if (this.#size <= this.#capacity) break;
      this.#texts.delete(oldest);
      this.#size -= length;
    }
  }
}

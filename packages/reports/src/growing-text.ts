/**
 * Text that grows at its end, kept as UTF-8 outside the heap. A long document held as strings is walked through by every
 * round of garbage collection, and stands in memory once more when it is encoded.
 */
export class GrowingText {
  #bytes = Buffer.allocUnsafeSlow(65_536);
  #length = 0;

  constructor(words = "") {
    this.add(words);
  }

  add(words: string): void {
    // No UTF-16 unit takes more than three bytes.
    const needed = this.#length + words.length * 3;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(words, this.#length, "utf8");
  }

  /** What was added until now; good until more is added. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

export const DIMENSIONS = 100;

/** Which words are used like which. A word that is not in the list is like itself only. */
export class WordVectors {
  private readonly rows: Map<string, number>;
  private readonly bytes: Int8Array;
  private readonly lengths: Float32Array;

  constructor(words: string[], bytes: Int8Array) {
    this.rows = new Map(words.map((word, row) => [word, row]));
    this.bytes = bytes;
    this.lengths = new Float32Array(words.length);
    for (let row = 0; row < words.length; row++) this.lengths[row] = Math.sqrt(this.product(row, row)) || 1;
  }

  get size(): number {
    return this.rows.size;
  }

  /** -1 for a word that has none. The list is in the order of frequency: a low row is a common word. */
  rowOf(word: string): number {
    return this.rows.get(word) ?? -1;
  }

  /** Cosine, -1 to 1. */
  rowSimilarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    return this.product(a, b) / ((this.lengths[a] ?? 1) * (this.lengths[b] ?? 1));
  }

  similarity(a: string, b: string): number {
    return a === b ? 1 : this.rowSimilarity(this.rowOf(a), this.rowOf(b));
  }

  /** Adds a word's vector, at unit length times `weight`, to a sum of 100 numbers. */
  addTo(sum: Float32Array, row: number, weight: number): void {
    if (row < 0) return;
    const scale = weight / (this.lengths[row] ?? 1);
    for (let i = 0, j = row * DIMENSIONS; i < DIMENSIONS; i++, j++) sum[i] = (sum[i] as number) + scale * (this.bytes[j] as number);
  }

  private product(a: number, b: number): number {
    const { bytes } = this;
    const from = b * DIMENSIONS - a * DIMENSIONS;
    let sum = 0;
    // Whole numbers all through: "| 0" says so to the compiler, and "as number" costs nothing in this innermost of loops.
    for (let i = a * DIMENSIONS, end = i + DIMENSIONS; i < end; i += 1) {
      sum = (sum + (bytes[i] as number) * (bytes[i + from] as number)) | 0;
    }
    return sum;
  }
}

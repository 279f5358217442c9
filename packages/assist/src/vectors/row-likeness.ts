import type { WordVectors } from "./word-vectors.ts";

const BITS = 15;
const PLACES = 2 ** BITS;

/**
 * How alike the words of two rows are, the latest answers kept: the sentences of a case are compared with each other, so
 * that the same few hundred words meet over and over. A pair has one place, and the next that needs it takes it.
 */
export class RowLikeness {
  private readonly vectors: WordVectors;
  private readonly firsts = new Int32Array(PLACES).fill(-1);
  private readonly seconds = new Int32Array(PLACES);
  private readonly found = new Float64Array(PLACES);

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
  }

  /** Cosine, -1 to 1; 0 for a row of -1. */
  of(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    const first = a < b ? a : b;
    const second = a < b ? b : a;
    const place = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS);
    if (this.firsts[place] !== first || this.seconds[place] !== second) {
      this.firsts[place] = first;
      this.seconds[place] = second;
      this.found[place] = this.vectors.rowSimilarity(first, second);
    }
    return this.found[place] as number;
  }
}

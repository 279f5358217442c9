import type { CaseIndex } from "./case-index.ts";
import type { IndexedWord } from "./words.ts";

/** How well the passages of a case meet each of a query's words, 0 to 1. Only those that meet one have a row. */
export class Met {
  /** Row after row, a number for each of the words. */
  readonly values: Float32Array;
  /** Of each passage, where its row begins; 0 is none, everything else one more than it. */
  private readonly rows: Int32Array;

  constructor(index: CaseIndex, words: readonly IndexedWord[]) {
    this.rows = new Int32Array(index.passages.length);
    const neighbours = Array.from(words, (word) => index.neighboursOf(word));
    let size = 0;
    for (const found of neighbours) {
      for (const { term } of found) {
        for (const passage of term.postings) {
          if (this.rows[passage] !== 0) continue;
          this.rows[passage] = size + 1;
          size += words.length;
        }
      }
    }
    this.values = new Float32Array(size);
    for (const [position, found] of neighbours.entries()) {
      for (const { term, likeness } of found) {
        for (const passage of term.postings) {
          const at = (this.rows[passage] as number) - 1 + position;
          if (likeness > (this.values[at] as number)) this.values[at] = likeness;
        }
      }
    }
  }

  /** Where the row of a passage begins in `values`; -1 when it meets none of the words. */
  at(passage: number): number {
    return (this.rows[passage] as number) - 1;
  }
}

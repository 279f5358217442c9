import type { Piece } from "./load-pages.ts";

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LTR = /[\p{L}\p{N}]/u;

/** Whether most letters of the line are of a script that runs from right to left. */
export function runsLeft(pieces: readonly Piece[]): boolean {
  let left = 0;
  let right = 0;
  for (const { words } of pieces) {
    for (const letter of words) {
      if (RTL.test(letter)) left += 1;
      else if (LTR.test(letter)) right += 1;
    }
  }
  return left > right;
}

/**
 * The pieces of such a line as they are read: from the right, but for numbers and words of other scripts, whose pieces
 * follow each other from the left. Within a piece the letters are in their order already.
 */
export function inReadingOrder(pieces: readonly Piece[]): Piece[] {
  const fromRight = pieces.toSorted((a, b) => b.x - a.x);
  const ordered: Piece[] = [];
  let run: Piece[] = [];
  const end = (): void => {
    // What is around the run's words, such as the space before the next word, belongs to the line.
    const last = run.findLastIndex(({ words }) => LTR.test(words));
    ordered.push(...run.slice(0, last + 1).toReversed(), ...run.slice(last + 1));
    run = [];
  };
  for (const piece of fromRight) {
    if (RTL.test(piece.words)) {
      end();
      ordered.push(piece);
    } else if (run.length > 0 || LTR.test(piece.words)) run.push(piece);
    else ordered.push(piece);
  }
  end();
  return ordered;
}

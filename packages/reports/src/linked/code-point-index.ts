/**
 * Code points ↔ UTF-16 code units of one text (X1), for many offsets: the domain's functions count from the start each
 * time. Both ways throw on an offset that is not between two characters of the text.
 */
export interface CodePointIndex {
  /** Length of the text in code points. */
  length: number;
  toCodePoint(offset: number): number;
  toUtf16(offset: number): number;
}

export function codePointIndex(text: string): CodePointIndex {
  /** Where each surrogate pair begins, in code units. */
  const pairs: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (!isPair) continue;
    pairs.push(at);
    at += 1;
  }
  const length = text.length - pairs.length;
  const check = (offset: number, most: number): void => {
    if (Number.isInteger(offset) && offset >= 0 && offset <= most) return;
    throw new RangeError(`Offset ${offset} is not within 0 to ${most}`);
  };
  return {
    length,
    toCodePoint(offset) {
      check(offset, text.length);
      const before = countBelow(pairs.length, (index) => (pairs[index] ?? 0) < offset);
      if (before > 0 && (pairs[before - 1] ?? 0) === offset - 1) {
        throw new RangeError(`Offset ${offset} splits a surrogate pair`);
      }
      return offset - before;
    },
    toUtf16(offset) {
      check(offset, length);
      // The pair with this index begins at code point `pairs[index] - index`.
      return offset + countBelow(pairs.length, (index) => (pairs[index] ?? 0) - index < offset);
    },
  };
}

/** How many of the first `count` indices hold, where those that hold come first. */
function countBelow(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

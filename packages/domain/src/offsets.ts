/**
 * UTF-16 code units (ours, X1) ↔ Unicode code points (W3C Web Annotation). Exact inverses on code-point boundaries; an
 * offset outside the text or inside a surrogate pair throws. A lone surrogate counts as one code point.
 */
export function utf16ToCodePoint(text: string, offset: number): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`Offset ${offset} is not inside a text of ${text.length} units`);
  }
  let points = 0;
  let at = 0;
  while (at < offset) {
    at += widthAt(text, at);
    points += 1;
  }
  if (at !== offset) throw new RangeError(`Offset ${offset} splits a surrogate pair`);
  return points;
}

export function codePointToUtf16(text: string, offset: number): number {
  if (!Number.isInteger(offset) || offset < 0) throw new RangeError(`Offset ${offset} is not a code-point offset`);
  let at = 0;
  for (let points = 0; points < offset; points += 1) {
    if (at >= text.length) throw new RangeError(`Offset ${offset} is past the text's ${points} code points`);
    at += widthAt(text, at);
  }
  return at;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

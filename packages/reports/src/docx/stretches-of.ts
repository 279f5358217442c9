const RIGHT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
const FROM_RIGHT = new RegExp(`[${RIGHT}]`, "u");
const LETTER = /\p{L}/u;
/** Letters of one direction with whatever stands between two of them. */
const RIGHT_STRETCH = new RegExp(String.raw`[${RIGHT}](?:\P{L}*[${RIGHT}])*\p{M}*`, "gu");
const LEFT_STRETCH = new RegExp(String.raw`(?![${RIGHT}])\p{L}(?:(?:(?![${RIGHT}])[^])*(?![${RIGHT}])\p{L})?\p{M}*`, "gu");

export interface Stretch {
  text: string;
  fromRight: boolean;
}

/**
 * Word orders figures, brackets and full stops of a right-to-left passage only in runs that are marked as such; left
 * alone, it would print other words than the source has. Letters that run from left to right stay out of those runs.
 */
export function stretchesOf(line: string, inTurned: boolean): Stretch[] {
  const fromRight = inTurned && !LETTER.test(line);
  if (!FROM_RIGHT.test(line)) return [{ text: line, fromRight }];
  const stretch = inTurned ? LEFT_STRETCH : RIGHT_STRETCH;
  const found: Stretch[] = [];
  let end = 0;
  for (const match of line.matchAll(stretch)) {
    if (match.index > end) found.push({ text: line.slice(end, match.index), fromRight: inTurned });
    found.push({ text: match[0], fromRight: !inTurned });
    end = match.index + match[0].length;
  }
  if (end < line.length) found.push({ text: line.slice(end), fromRight: inTurned });
  return found;
}

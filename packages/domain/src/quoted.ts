/** Inches and seconds are no quotation. */
const MARK = /["“”„«»](?<!\d"(?=.))/gsu;

/**
 * Words between quotation marks, for show only: spans and offsets are of the words as printed. Marks that the words bring
 * along at their ends are not doubled, and a quotation within them is told by single marks, as print has it.
 */
export function quoted(words: string): string {
  return `“${withinQuotes(words)}”`;
}

/** The same for where the marks are set by somebody else, as by an element that stands for a quotation. */
export function withinQuotes(words: string): string {
  const text = words.trim();
  const opens = (at: number): boolean => /[“„«]/u.test(text.charAt(at)) || (text.charAt(at) === '"' && /^$|[\s([—–]/u.test(text.charAt(at - 1)));
  const last = text.length - 1;
  const marks = [...text.matchAll(MARK)].map(({ index }) => index);
  const inner = marks.filter((at) => at > 0 && at < last);
  // The mark at the start has its other half within, or that at the end: then it is no outer one.
  const closedWithin = inner[0] !== undefined && !opens(inner[0]);
  const openedWithin = inner.at(-1) !== undefined && opens(inner.at(-1) ?? 0);
  const from = marks[0] === 0 && !closedWithin ? 1 : 0;
  const to = marks.at(-1) === last && last > 0 && !openedWithin ? last : text.length;
  let shown = "";
  for (let at = from; at < to; at += 1) shown += marks.includes(at) ? (opens(at) ? "‘" : "’") : text.charAt(at);
  return shown.trim();
}

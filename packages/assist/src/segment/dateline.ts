/** "LOWMOUTH, May 4 (Wire) – " and its kin, at the head of a first sentence. */
const DATELINE = /^\p{Lu}[\p{L}\p{M}.' ]{2,30}(?:,\s[^–—()\n]{2,30})?(?:\s\([^()\n]{2,40}\))?\s(?:-{1,2}|[–—])\s/u;
const LONGEST = 140;

/** Length of the dateline that starts at `start`, its dash and space included; 0 when there is none. */
export function datelineLength(text: string, start: number): number {
  const line = DATELINE.exec(text.slice(start, start + LONGEST))?.[0] ?? "";
  // A name and a dash open many a sentence: a place in capitals, a date or an agency tells a dateline.
  return /^\p{Lu}{3}|[\d(]/u.test(line) ? line.length : 0;
}

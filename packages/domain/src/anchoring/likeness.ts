/** Units to insert, delete or replace to make one text of the other. Quadratic: for short texts. */
export function editDistance(a: string, b: string): number {
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > from && bEnd > from && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd -= 1;
    bEnd -= 1;
  }
  const width = bEnd - from;
  if (aEnd === from || width === 0) return Math.max(aEnd - from, width);
  const row = new Uint16Array(width + 1);
  for (let j = 0; j <= width; j += 1) row[j] = j;
  for (let i = from; i < aEnd; i += 1) {
    let diagonal = row[0] ?? 0;
    let left = diagonal + 1;
    row[0] = left;
    const unit = a.charCodeAt(i);
    for (let j = 1; j <= width; j += 1) {
      const above = row[j] ?? 0;
      const replaced = unit === b.charCodeAt(from + j - 1) ? diagonal : diagonal + 1;
      left = Math.min(replaced, above + 1, left + 1);
      row[j] = left;
      diagonal = above;
    }
  }
  return row[width] ?? 0;
}

/** What two stretches of unrelated prose of one language have in common anyway. */
const CHANCE = 0.3;

/** 1 for equal surroundings, 0 for as much as any two stretches of prose have in common. */
export function contextLikeness(wanted: string, found: string): number {
  if (wanted === found) return 1;
  const length = Math.max(wanted.length, found.length);
  const share = 1 - editDistance(wanted, found) / length;
  return Math.max(0, (share - CHANCE) / (1 - CHANCE));
}

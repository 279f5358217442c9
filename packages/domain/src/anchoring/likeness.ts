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
const CHANCE = 0.35;

/** How much longer than the wanted stretch the found one may be, for what was inserted in between. */
export const CONTEXT_ROOM = 1.5;

/**
 * How alike what follows two places is: 1 for equal, 0 for as much as any two stretches of prose have in common. `found`
 * may be longer than `wanted`: what it has beyond costs nothing.
 */
export function likenessAfter(wanted: string, found: string): number {
  if (wanted === "" || found.startsWith(wanted)) return 1;
  return aboveChance(1 - distanceToEdge(wanted, found, "start") / wanted.length);
}

/** The same for what stands before two places, which agrees at its end. */
export function likenessBefore(wanted: string, found: string): number {
  if (wanted === "" || found.endsWith(wanted)) return 1;
  return aboveChance(1 - distanceToEdge(wanted, found, "end") / wanted.length);
}

function aboveChance(share: number): number {
  return Math.max(0, (share - CHANCE) / (1 - CHANCE));
}

/** Edits that make `a` of as much of `b`, from its start or up to its end, as suits best. */
function distanceToEdge(a: string, b: string, edge: "start" | "end"): number {
  const unitsOf = (text: string) => {
    const last = text.length - 1;
    const units = new Uint16Array(text.length);
    for (let at = 0; at <= last; at += 1) units[at] = text.charCodeAt(edge === "start" ? at : last - at);
    return units;
  };
  const from = unitsOf(a);
  const to = unitsOf(b);
  const row = Uint16Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 0; i < from.length; i += 1) {
    const unit = from[i];
    let diagonal = i;
    let left = i + 1;
    row[0] = left;
    for (let j = 1; j <= to.length; j += 1) {
      const above = row[j] ?? 0;
      const replaced = unit === to[j - 1] ? diagonal : diagonal + 1;
      left = replaced <= above ? replaced : above + 1;
      if (left > (row[j - 1] ?? 0) + 1) left = (row[j - 1] ?? 0) + 1;
      row[j] = left;
      diagonal = above;
    }
  }
  return row.reduce((least, distance) => Math.min(least, distance), from.length);
}

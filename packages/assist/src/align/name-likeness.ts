/** How alike two spellings are, 0 to 1: shared pairs of letters, the first letters counting most (Dice). */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length > short.length * 2 || short[0] !== long[0]) return 0;
  const pairs = pairsOf(short);
  const others = pairsOf(long);
  let shared = 0;
  for (const pair of pairs) {
    const at = others.indexOf(pair);
    if (at < 0) continue;
    others[at] = "";
    shared += 1;
  }
  return (2 * shared) / (pairs.length + others.length);
}

function pairsOf(word: string): string[] {
  const marked = `^${word}`;
  return Array.from({ length: marked.length - 1 }, (_, i) => marked.slice(i, i + 2));
}

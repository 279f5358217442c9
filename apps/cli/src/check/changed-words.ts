export interface WordRun {
  words: string;
  changed: boolean;
}

/** Longest quotation, in words, that is compared word by word; a longer one is shown as it is. */
const MOST_WORDS = 400;

/** Two wordings as runs of the words that both have in the same order and of those that only one has. */
export function changedWords(a: string, b: string): { one: WordRun[]; other: WordRun[] } {
  const [left, right] = [piecesOf(a), piecesOf(b)];
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) return { one: [{ words: a, changed: false }], other: [{ words: b, changed: false }] };
  const within = wholeWithin(left, right);
  if (within !== null) return within;
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        left[i]?.key === right[j]?.key
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const kept = { left: new Set<number>(), right: new Set<number>() };
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i]?.key === right[j]?.key) {
      kept.left.add(i);
      kept.right.add(j);
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return { one: runsOf(left, kept.left), other: runsOf(right, kept.right) };
}

/** One wording cut out of the other: shown as one piece, not as words picked here and there. */
function wholeWithin(left: readonly Piece[], right: readonly Piece[]): { one: WordRun[]; other: WordRun[] } | null {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const at = long.findIndex((_, from) => from + short.length <= long.length && short.every(({ key }, i) => key === long[from + i]?.key));
  if (at === -1 || short.length === 0) return null;
  const cut = runsOf(long, new Set(short.map((_, i) => at + i)));
  const whole = runsOf(short, new Set(short.keys()));
  return short === left ? { one: whole, other: cut } : { one: cut, other: whole };
}

interface Piece {
  words: string;
  key: string;
}

/** Words with what stands before them; case, accents and marks make no other word. */
function piecesOf(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*/gu)) {
    const end = match.index + match[0].length;
    found.push({ words: text.slice(from, end), key: match[0].normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase() });
    from = end;
  }
  const last = found.at(-1);
  if (last !== undefined) last.words += text.slice(from);
  return found;
}

function runsOf(pieces: readonly Piece[], kept: ReadonlySet<number>): WordRun[] {
  const runs: WordRun[] = [];
  for (const [at, { words }] of pieces.entries()) {
    const changed = !kept.has(at);
    const last = runs.at(-1);
    if (last !== undefined && last.changed === changed) last.words += words;
    else if (changed && /^[^\p{L}\p{N}]+/u.test(words)) {
      // The space before a changed word is not changed.
      const lead = /^[^\p{L}\p{N}]+/u.exec(words)?.[0] ?? "";
      if (last === undefined) runs.push({ words: lead, changed: false });
      else last.words += lead;
      runs.push({ words: words.slice(lead.length), changed });
    } else runs.push({ words, changed });
  }
  return runs;
}

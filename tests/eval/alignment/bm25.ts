/** Okapi BM25 over the lines of one page: the plain word-matching that any search has. Best line first. */
export function bm25(lines: readonly string[], query: string, k = 1.2, b = 0.75): number[] {
  const documents = lines.map(termsOf);
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const counts = new Map<string, number>();
  for (const document of documents) for (const term of new Set(document)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const scores = documents.map((document) => {
    let score = 0;
    for (const term of new Set(termsOf(query))) {
      const frequency = document.filter((other) => other === term).length;
      const holders = counts.get(term) ?? 0;
      const rarity = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
      score += (rarity * frequency * (k + 1)) / (frequency + k * (1 - b + (b * document.length) / mean));
    }
    return score;
  });
  return scores
    .map((score, line) => ({ score, line }))
    .toSorted((x, y) => y.score - x.score || x.line - y.line)
    .map(({ line }) => line);
}

const termsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

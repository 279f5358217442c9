/** Is a suggestion worded as its passage is, but for capitals, points and a word of connection ("yet", "and") before it? */
export function isWordedSo({ text, exact }: { text: string; exact: string }): boolean {
  const worded = bare(text);
  const printed = bare(exact);
  return worded === printed || worded === printed.slice(printed.indexOf(" ") + 1);
}

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

export interface QuoteRange {
  /** UTF-16 offsets into the text, end exclusive (X1). */
  start: number;
  end: number;
}

/**
 * Where a quote stands in a text. `occurrence` is 1-based. Without it the quote has to be unique: a script that names
 * words which occur twice has not said which passage it means. Throws when the words are not there that often.
 */
export function resolveQuote(text: string, quote: string, occurrence?: number): QuoteRange {
  if (quote === "") throw new RangeError("A quote needs at least one character");
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) starts.push(at);
  if (occurrence === undefined && starts.length > 1) {
    throw new RangeError(`“${quote}” occurs ${starts.length} times; the script has to say which`);
  }
  const start = starts[(occurrence ?? 1) - 1];
  if (start === undefined) {
    throw new RangeError(`“${quote}” occurs ${starts.length} times, not ${occurrence ?? 1}`);
  }
  return { start, end: start + quote.length };
}

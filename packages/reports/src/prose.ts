const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Small numbers in words, as running text has them; larger ones in figures with a thin grouping. */
export function inWords(value: number): string {
  return WORDS[value] ?? figure(value);
}

/** Groups by a narrow no-break space from five digits on, so that a year-like number stays as it is. */
export function figure(value: number): string {
  const digits = String(value);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, "\u202f");
}

export function counted(value: number, one: string, many: string): string {
  return `${inWords(value)} ${value === 1 ? one : many}`;
}

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

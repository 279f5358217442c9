import { isolated } from "@assay/domain";

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

/** "a", "a and b", "a, b and c". Names that run from right to left keep their places in it. */
export function listed(items: readonly string[]): string {
  const parts = items.map(isolated);
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/**
 * A field as RFC 4180 has it, in quotes where it holds a quote, a comma or the end of a line. What a spreadsheet could
 * take for a formula gets an apostrophe before it; a number may begin with a minus.
 */
export function csvField(value: string | number): string {
  if (typeof value === "number") return String(value);
  const words = FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Full-width signs too: Numbers takes them for their ASCII twins. */
const FORMULA = /^[-=+@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;
const SPECIAL = /[",\r\n]/u;

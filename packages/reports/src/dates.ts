const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/u;

/**
 * A date as a sentence has it: "8 October 2026", "8 October 2026, 21.40 UTC". Worked out from the digits, never
 * through the machine's time zone or locale, so that an export is the same everywhere. What is no ISO date is printed
 * as it is.
 */
export function longDate(value: string): string {
  return write(value, (month) => month);
}

export function shortDate(value: string): string {
  return write(value, (month) => (month.length <= 4 ? month : month.slice(0, 3)));
}

/** Without the time of day: enough for who reviewed what. */
export function shortDay(value: string): string {
  return ISO.test(value) ? shortDate(value.slice(0, 10)) : value;
}

/** The day alone, for file names. */
export function isoDay(value: string): string {
  return ISO.test(value) ? value.slice(0, 10) : "undated";
}

function write(value: string, style: (month: string) => string): string {
  const parts = ISO.exec(value.trim());
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (parts === null || month === undefined) return value;
  const day = `${Number(parts[3])}\u00a0${style(month)} ${parts[1] ?? ""}`;
  if (parts[4] === undefined) return day;
  const zone = parts[6] === undefined ? "" : ` ${parts[6] === "Z" ? "UTC" : `UTC${parts[6].replace("-", "\u2212")}`}`;
  return `${day}, ${parts[4]}.${parts[5] ?? ""}${zone}`;
}

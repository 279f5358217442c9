import type { SourceMeta } from "@assay/domain";

export type MetaErrors = Partial<Record<keyof SourceMeta, string>>;

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

/** What can be said before asking the server, which has the last word. */
export function checkMeta(meta: SourceMeta): MetaErrors {
  const errors: MetaErrors = {};
  for (const field of ["publishedAt", "retrievedAt"] as const) {
    const problem = dateProblem(meta[field] ?? "");
    if (problem !== null) errors[field] = problem;
  }
  if (!isWebAddress(meta.url)) errors.url = "This is not a web address. It starts with https:// or http://.";
  if (!isLanguageTag(meta.language)) errors.language = "This is not a language tag. Write one such as en or pt-BR.";
  return errors;
}

/** `2026-10-08`, alone or with a time. Null when it is fine or empty. */
export function dateProblem(entered: string): string | null {
  const text = entered.trim();
  if (text === "") return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text,
  );
  if (match === null) return "Write the date as year-month-day, for example 2026-10-08.";
  const [, year, month, day, hour = "0", minute = "0"] = match.map(Number) as unknown as number[];
  const name = MONTHS[(month ?? 0) - 1];
  if (name === undefined) return "There are 12 months. Write the date as year-month-day.";
  const days = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  if ((day ?? 0) > days) return `${name}${month === 2 ? ` ${year}` : ""} has ${days} days.`;
  if (day === 0) return "Days begin at 1.";
  if (Number(hour) > 23 || Number(minute) > 59) return "The time goes from 00:00 to 23:59.";
  return null;
}

function isWebAddress(text: string): boolean {
  if (text.trim() === "") return true;
  try {
    return ["http:", "https:"].includes(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text.trim()).length === 1;
  } catch {
    return false;
  }
}

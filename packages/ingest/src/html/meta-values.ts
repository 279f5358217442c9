/** Nothing longer is a title or a name. */
const LONGEST = 300;

/** On one line, cut where a field would refuse it; null when it says nothing. */
export function clipped(value: string): string | null {
  const line = value.replace(/\s+/gu, " ").trim();
  return line === "" ? null : line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, "");
}

export function asWebAddress(value: string): string | null {
  if (value.length > 2_000 || !URL.canParse(value)) return null;
  return /^https?:$/u.test(new URL(value).protocol) ? value : null;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/u;

/** ISO 8601 as pages write it, in the form that a source keeps: to the second, with a colon in its offset. */
export function asDate(value: string): string | null {
  const match = DATE.exec(value.trim());
  if (match === null) return null;
  const [, day = "", time, seconds = "", zone = ""] = match;
  if (!isDay(day)) return null;
  const moment = `${day}T${time}${seconds}${zone.replace(/^([+-]\d{2})(\d{2})$/u, "$1:$2")}`;
  return time === undefined || Number.isNaN(Date.parse(moment)) ? day : moment;
}

/** A day that the calendar has. */
function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

/** BCP 47; `en_GB`, as some pages have it, is `en-GB`. */
export function asLanguage(value: string): string | null {
  const tag = value.split(",", 1)[0]?.trim().replaceAll("_", "-") ?? "";
  try {
    return tag.length > 35 ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    return null;
  }
}

/** Times as a desk reads them: "14.32", "8 Oct, 21.40". The reader's own clock and time zone. */
const DAY = 86_400_000;

/** Made once: `toLocaleDateString` makes one at each call, which a list of hundreds of times feels. */
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const SHORT_WITH_YEAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const WHOLE = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export function clock(date: Date): string {
  return `${String(date.getHours()).padStart(2, "0")}.${String(date.getMinutes()).padStart(2, "0")}`;
}

export function day(date: Date, now: Date): string {
  const sameYear = date.getFullYear() === now.getFullYear();
  return (sameYear ? SHORT : SHORT_WITH_YEAR).format(date);
}

/** "just now", "11 min", "14.32", "yesterday 14.32", "8 Oct, 21.40". */
export function timeAgo(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const age = now.getTime() - date.getTime();
  if (age >= 0 && age < 60_000) return "just now";
  if (age >= 0 && age < 3_600_000) return `${Math.floor(age / 60_000)} min`;
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const since = date.getTime() - midnight;
  if (since >= 0 && since < DAY) return clock(date);
  if (since < 0 && since >= -DAY) return `yesterday ${clock(date)}`;
  return `${day(date, now)}, ${clock(date)}`;
}

/** Everything, for the tooltip: "Thursday 8 October 2026, 21.40.07". */
export function fullTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${WHOLE.format(date)}, ${clock(date)}.${String(date.getSeconds()).padStart(2, "0")}`;
}

/**
 * A date somebody entered: `YYYY-MM-DD` or an ISO date-time. A bare date is a day, not a moment, and must not slip to
 * the day before in a zone west of Greenwich.
 */
export function printedDate(entered: string, now: Date): string {
  const bare = /^(\d{4})-(\d{2})-(\d{2})$/.exec(entered);
  if (bare !== null) return day(new Date(Number(bare[1]), Number(bare[2]) - 1, Number(bare[3])), now);
  // Browsers read almost anything as some date; only what says so itself is one.
  const date = new Date(/^\d{4}-\d{2}-\d{2}T/.test(entered) ? entered : Number.NaN);
  return Number.isNaN(date.getTime()) ? entered : `${day(date, now)}, ${clock(date)}`;
}

import { HISTORY_GROUPS } from "@assay/domain";
import type { HistoryGroup } from "@assay/domain";

/** What the history is narrowed to; all of it can be sent as an address. */
export interface HistorySearch {
  /** Claim number, as in C5. */
  claim?: number;
  /** Source number. */
  source?: number;
  /** A person's id. */
  by?: string;
  what?: HistoryGroup;
  /** Days, YYYY-MM-DD, of the reader's own calendar; both count in. */
  from?: string;
  to?: string;
}

export function historySearch(raw: Record<string, unknown>): HistorySearch {
  return {
    claim: positive(raw.claim),
    source: positive(raw.source),
    by: typeof raw.by === "string" && raw.by !== "" ? raw.by : undefined,
    what: HISTORY_GROUPS.find((one) => one === raw.what),
    from: day(raw.from),
    to: day(raw.to),
  };
}

/** The moments between which those days lie. */
export function momentsOf({ from, to }: HistorySearch): { from?: string; to?: string } {
  const start = from === undefined ? undefined : new Date(`${from}T00:00:00`);
  const end = to === undefined ? undefined : new Date(`${to}T00:00:00`);
  // The calendar's next day: not every day has 24 hours.
  end?.setDate(end.getDate() + 1);
  return {
    ...(start === undefined ? {} : { from: start.toISOString() }),
    ...(end === undefined ? {} : { to: end.toISOString() }),
  };
}

function positive(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function day(value: unknown): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  // 31 June is no day, whatever a browser makes of it.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value ? undefined : value;
}

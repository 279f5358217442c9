/**
 * What may stand in the address bar. Each function takes whatever is there and keeps what it understands: a mistyped
 * link opens the page, never an error. What is refused is named as undefined: the router lays the result over the raw
 * address, where a key that is only left out would come through as it was typed.
 */
export interface CellSearch {
  /** Claim number, as in C5. */
  claim?: number;
  /** Source number. */
  source?: number;
}

export interface PassageSearch extends CellSearch {
  /** "start-end", UTF-16 offsets into the source's revision (X1). */
  at?: string;
  /** Id of one tag where a cell holds several. */
  tag?: string;
  /** Number of an older revision of the source. */
  revision?: number;
  /** The sources stand aligned on the claim's passages. */
  compare?: true;
}

export function cellSearch(raw: Record<string, unknown>): CellSearch {
  return { claim: positive(raw.claim), source: positive(raw.source) };
}

export function passageSearch(raw: Record<string, unknown>): PassageSearch {
  const range = typeof raw.at === "string" ? parseRange(raw.at) : null;
  return {
    ...cellSearch(raw),
    at: range === null ? undefined : formatRange(range),
    tag: typeof raw.tag === "string" && raw.tag !== "" ? raw.tag : undefined,
    revision: positive(raw.revision),
    compare: raw.compare === true || raw.compare === "true" ? true : undefined,
  };
}

/** The part of a case whose agreement is looked at: "source-2", "type-date". */
export function sliceSearch(raw: Record<string, unknown>): { slice?: string } {
  const { slice } = raw;
  return { slice: typeof slice === "string" && /^(source-\d+|type-[a-z]+)$/.test(slice) ? slice : undefined };
}

/** Where to go after signing in: only a path of this site, never another origin. */
export function nextSearch(raw: Record<string, unknown>): { next?: string } {
  const { next } = raw;
  return { next: typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : undefined };
}

export function parseRange(at: string): { start: number; end: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at);
  if (match === null) return null;
  const start = Number(match[1]);
  const end = Number(match[2]);
  return start < end ? { start, end } : null;
}

export function formatRange(range: { start: number; end: number }): string {
  return `${range.start}-${range.end}`;
}

function positive(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

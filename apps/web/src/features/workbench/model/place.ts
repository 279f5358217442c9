/** The workbench's address: which claim, which source, which words. */
export interface Place {
  claim?: number | undefined;
  source?: number | undefined;
  /** `start-end`, UTF-16 offsets. */
  at?: string;
  /** An older revision of the source; left out: the newest. */
  revision?: number;
  tag?: string;
  /** The sources stand aligned on the claim's passages. */
  compare?: true;
}

export interface Span {
  start: number;
  end: number;
}

export function parseSpan(at: string | undefined): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? "");
  if (match === null) return null;
  const start = Number(match[1]);
  const end = Number(match[2]);
  return start < end ? { start, end } : null;
}

export function formatSpan(span: Span): string {
  return `${span.start}-${span.end}`;
}

export function linkTo(origin: string, caseId: string, place: Place): string {
  const query = new URLSearchParams();
  if (place.claim !== undefined) query.set("claim", String(place.claim));
  if (place.source !== undefined) query.set("source", String(place.source));
  if (place.revision !== undefined) query.set("revision", String(place.revision));
  if (place.at !== undefined) query.set("at", place.at);
  if (place.compare === true) query.set("compare", "true");
  const search = query.toString();
  return `${origin}/c/${encodeURIComponent(caseId)}${search === "" ? "" : `?${search}`}`;
}

/** The bytes as the desk received them. */
export function originalPath(caseId: string, sourceId: string): string {
  return `/api/cases/${caseId}/sources/${sourceId}/original`;
}

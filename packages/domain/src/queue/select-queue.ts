import { countItems } from "./queue-item.ts";
import type { QueueCounts, QueueItem, QueueKind, QueueReason } from "./queue-item.ts";

/** A piece of work with the names that a list across cases shows. */
export interface QueueEntry extends QueueItem {
  caseId: string;
  caseTitle: string;
  claim: { number: number; text: string } | null;
  source: { number: number; name: string } | null;
  authorName: string | null;
  /** Why a tag of one's own came back, in the words of whoever decided; empty for all else. */
  reason: string;
  /** To review: this person has had this version before their eyes. */
  opened: boolean;
}

export const QUEUE_DUE = ["overdue", "today", "week", "later", "none"] as const;
export type QueueDue = (typeof QUEUE_DUE)[number];

export const QUEUE_SORTS = ["due", "oldest", "newest", "case"] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

export const QUEUE_HOLDERS = ["me", "others", "nobody"] as const;
export type QueueHolder = (typeof QUEUE_HOLDERS)[number];

/** Every field left out lets everything through. */
export interface QueueFilter {
  kind?: QueueKind | undefined;
  caseId?: string | undefined;
  claimId?: string | undefined;
  sourceId?: string | undefined;
  /** Who wrote it, or named me. */
  authorId?: string | undefined;
  why?: QueueReason | undefined;
  due?: QueueDue | undefined;
  /** Who it is assigned to, or taken by. */
  holder?: QueueHolder | undefined;
}

export interface QueueAsk {
  filter: QueueFilter;
  sort: QueueSort;
  /** The asking person's calendar day, ISO 8601. */
  today: string;
  cursor: string | null;
  limit: number;
}

export interface QueuePage {
  items: QueueEntry[];
  /** Null at the end. Stays good when items before it are done or new ones come. */
  nextCursor: string | null;
  /** As many as the items of each kind that the same filter, with that kind, would list. */
  counts: QueueCounts;
  /** What a filter can be set to, each with the count that it would show; all other filters as they are. */
  cases: { id: string; title: string; counts: QueueCounts }[];
  sources: { id: string; caseId: string; name: string; count: number }[];
  authors: { id: string; name: string; count: number }[];
}

/** One page of somebody's work: counts and items are made of the same list by the same filter. */
export function selectQueue(entries: readonly QueueEntry[], ask: QueueAsk): QueuePage {
  const { filter, sort, today, cursor, limit } = ask;
  const matching = (loose: keyof QueueFilter) =>
    entries.filter((one) => matches(one, { ...filter, [loose]: undefined }, today));
  const sorted = entries
    .filter((one) => matches(one, filter, today))
    .map((entry) => ({ entry, key: keyOf(entry, sort) }))
    .sort((a, b) => compareKeys(a.key, b.key, sort));
  const after = cursor === null ? null : readCursor(cursor);
  const rest = after === null ? sorted : sorted.filter(({ key }) => compareKeys(key, after, sort) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ entry }) => entry),
    nextCursor: last === undefined || page.length === rest.length ? null : JSON.stringify(last.key),
    counts: countItems(matching("kind")),
    cases: casesOf(entries.filter((one) => matches(one, { ...filter, caseId: undefined, kind: undefined }, today))),
    sources: sourcesOf(matching("sourceId")),
    authors: authorsOf(matching("authorId")),
  };
}

function matches(one: QueueEntry, filter: QueueFilter, today: string): boolean {
  const { kind, caseId, claimId, sourceId, authorId, why, due, holder } = filter;
  return (
    (kind === undefined || one.kind === kind) &&
    (caseId === undefined || one.caseId === caseId) &&
    (claimId === undefined || one.claimId === claimId) &&
    (sourceId === undefined || one.sourceId === sourceId) &&
    (authorId === undefined || one.authorId === authorId) &&
    (why === undefined || one.why === why) &&
    (due === undefined || dueOf(one, today) === due) &&
    (holder === undefined || holderOf(one) === holder)
  );
}

export function dueOf({ dueOn }: Pick<QueueItem, "dueOn">, today: string): QueueDue {
  if (dueOn === null) return "none";
  if (dueOn <= today) return dueOn === today ? "today" : "overdue";
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  return days <= 7 ? "week" : "later";
}

function holderOf({ assignmentId, assigneeIds }: QueueItem): QueueHolder {
  if (assignmentId !== null) return "me";
  return assigneeIds.length > 0 ? "others" : "nobody";
}

/** What an order looks at, with the id as its last word, so that no two are equal. */
type Key = [string, string, string];

/** After every calendar day. */
const NO_DAY = "~";

function keyOf(one: QueueEntry, sort: QueueSort): Key {
  if (sort === "due") return [one.dueOn ?? NO_DAY, one.since, one.id];
  if (sort !== "case") return [one.since, "", one.id];
  return [`${one.caseTitle} ${one.caseId}`, place(one.claim?.number) + place(one.source?.number), one.id];
}

/** Numbers as text that sorts like them. */
function place(number: number | undefined): string {
  return String(number ?? 0).padStart(9, "0");
}

function compareKeys(a: Key, b: Key, sort: QueueSort): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? "";
    if (text !== other) return (text < other ? -1 : 1) * (sort === "newest" ? -1 : 1);
  }
  return 0;
}

/** A damaged cursor begins from the beginning: nothing is lost by it. */
function readCursor(cursor: string): Key | null {
  try {
    const key: unknown = JSON.parse(cursor);
    return Array.isArray(key) && key.length === 3 && key.every((part) => typeof part === "string") ? (key as Key) : null;
  } catch {
    return null;
  }
}

function casesOf(entries: QueueEntry[]): QueuePage["cases"] {
  const groups = new Map<string, QueuePage["cases"][number]>();
  for (const { caseId: id, caseTitle: title, kind } of entries) {
    const known = groups.get(id) ?? { id, title, counts: countItems([]) };
    known.counts[kind] += 1;
    groups.set(id, known);
  }
  return [...groups.values()];
}

function sourcesOf(entries: QueueEntry[]): QueuePage["sources"] {
  const groups = new Map<string, QueuePage["sources"][number]>();
  for (const { sourceId, source, caseId } of entries) {
    if (sourceId === null || source === null) continue;
    const known = groups.get(sourceId);
    if (known === undefined) groups.set(sourceId, { id: sourceId, caseId, name: source.name, count: 1 });
    else known.count += 1;
  }
  return [...groups.values()];
}

function authorsOf(entries: QueueEntry[]): QueuePage["authors"] {
  const groups = new Map<string, QueuePage["authors"][number]>();
  for (const { authorId, authorName } of entries) {
    if (authorId === null) continue;
    const known = groups.get(authorId);
    if (known === undefined) groups.set(authorId, { id: authorId, name: authorName ?? "", count: 1 });
    else known.count += 1;
  }
  return [...groups.values()];
}

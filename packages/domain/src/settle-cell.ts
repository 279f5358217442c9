import type { AdjudicationView, TagView } from "./case-view.ts";
import type { Stance } from "./stance.ts";
import { STANCES } from "./stance.ts";

/** An adjudication that still stands, with the stance it leaves standing (A2). */
export interface Ruling {
  id: string;
  stance: Stance;
  tag: TagView;
  createdAt: string;
}

export interface Settlement {
  /** The latest of the rulings that stand. */
  ruling: Ruling | null;
  /** Ids of the tags that a ruling overturned in favour of another stance. */
  overturned: Set<string>;
  /** Submitted and approved tags that may contend with each other, or with the ruling (B4). */
  rivals: TagView[];
  /** The stances in contention, the ruling's included. Two or more: the cell is contested. */
  stances: Stance[];
}

/** A ruling overrules the tags that were there: only what was touched since can contend with it. */
export function settleCell(live: readonly TagView[], adjudications: readonly AdjudicationView[]): Settlement {
  const rulings = live.flatMap((tag) => rulingOn(tag, adjudications) ?? []);
  const ruling = latest(rulings);
  const since = ruling?.createdAt ?? "";
  const rivals = live.filter(
    ({ state, updatedAt }) => (state === "submitted" || state === "approved") && updatedAt > since,
  );
  const said = new Set(rivals.map((tag) => tag.stance));
  if (ruling !== null) said.add(ruling.stance);
  return {
    ruling,
    overturned: new Set(rulings.filter(({ tag }) => tag.state === "overturned").map(({ tag }) => tag.id)),
    rivals,
    stances: STANCES.filter((stance) => said.has(stance)),
  };
}

/**
 * The ruling that a tag's state rests on. It lasts while the tag is overturned, or is approved in the version that was
 * upheld: a new version, or a staleness, reopens the cell (T6, T9).
 */
function rulingOn(tag: TagView, adjudications: readonly AdjudicationView[]): Ruling | null {
  const outcome = tag.state === "overturned" ? "overturn" : tag.state === "approved" ? "uphold" : null;
  if (outcome === null) return null;
  const last = latest(adjudications.filter((one) => one.tagId === tag.id && one.outcome === outcome));
  if (last === null || (outcome === "uphold" && last.tagVersion !== tag.version)) return null;
  const stance = outcome === "uphold" ? tag.stance : last.stance;
  return stance === null ? null : { id: last.id, stance, tag, createdAt: last.createdAt };
}

/** The stance that a ruling left standing over an overturned tag; null for every other one. */
export function ruledStance(tag: TagView, adjudications: readonly AdjudicationView[]): Stance | null {
  return tag.state === "overturned" ? (rulingOn(tag, adjudications)?.stance ?? null) : null;
}

function latest<T extends { id: string; createdAt: string }>(entries: readonly T[]): T | null {
  let last: T | null = null;
  for (const one of entries) {
    const isLater = last === null || one.createdAt > last.createdAt;
    if (isLater || (one.createdAt === last?.createdAt && one.id > last.id)) last = one;
  }
  return last;
}

import type { AdjudicationView, TagView } from "./case-view.ts";
import type { Stance } from "./stance.ts";
import { STANCES } from "./stance.ts";

export interface Settlement {
  /** The adjudication that stands: the latest overturning of a tag that is still overturned (A2). */
  ruling: AdjudicationView | null;
  /** Ids of the tags that an adjudication overturned in favour of another stance. */
  overturned: Set<string>;
  /** Submitted and approved tags that may contend with each other, or with the ruling (B4). */
  rivals: TagView[];
  /** The stances in contention, the ruling's included. Two or more: the cell is contested. */
  stances: Stance[];
}

/** A ruling lasts as long as its tag is overturned: a new version, or a staleness, reopens the cell (T6, T9). */
export function settleCell(live: readonly TagView[], adjudications: readonly AdjudicationView[]): Settlement {
  const overturned = new Set<string>();
  let ruling: AdjudicationView | null = null;
  for (const tag of live) {
    if (tag.state !== "overturned") continue;
    const last = latest(adjudications.filter(({ tagId, outcome }) => tagId === tag.id && outcome === "overturn"));
    if (last === null || last.stance === null) continue;
    overturned.add(tag.id);
    ruling = latest(ruling === null ? [last] : [ruling, last]);
  }
  const since = ruling?.createdAt ?? "";
  const rivals = live.filter(
    ({ state, updatedAt }) => (state === "submitted" || state === "approved") && updatedAt > since,
  );
  const said = new Set(rivals.map((tag) => tag.stance));
  if (ruling !== null && ruling.stance !== null) said.add(ruling.stance);
  return { ruling, overturned, rivals, stances: STANCES.filter((stance) => said.has(stance)) };
}

function latest(adjudications: readonly AdjudicationView[]): AdjudicationView | null {
  let last: AdjudicationView | null = null;
  for (const one of adjudications) {
    const isLater = last === null || one.createdAt > last.createdAt;
    if (isLater || (one.createdAt === last?.createdAt && one.id > last.id)) last = one;
  }
  return last;
}

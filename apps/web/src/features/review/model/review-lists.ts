import type { CaseView, CellView, ReviewView, TagView } from "@assay/domain";
import { decidedByMe, myReturned, reviewQueue } from "@assay/domain";

export const REVIEW_LISTS = ["to_review", "contested", "returned"] as const;
export type ReviewListName = (typeof REVIEW_LISTS)[number];

export interface Decided {
  review: ReviewView;
  tag: TagView;
}

export interface ReviewLists {
  /** Empty for those who may not review, as a list they are not offered: it would stand under another's name. */
  to_review: TagView[];
  /** One tag for each contested cell; empty for those who may not adjudicate. */
  contested: TagView[];
  returned: TagView[];
  decided: Decided[];
}

interface ListInput {
  view: CaseView;
  cells: ReadonlyMap<string, ReadonlyMap<string, CellView>>;
  userId: string;
  mayReview: boolean;
  mayAdjudicate: boolean;
  /** Start of the reader's day. */
  sinceIso: string;
  /** Tags whose decision is on its way to the server. */
  sending: ReadonlySet<string>;
}

export function reviewLists({ view, cells, userId, mayReview, mayAdjudicate, sinceIso, sending }: ListInput): ReviewLists {
  const tags = new Map(view.tags.map((tag) => [tag.id, tag]));
  const standing = new Set(view.claims.filter((claim) => !claim.withdrawn).map((claim) => claim.id));
  const contested: TagView[] = [];
  if (mayAdjudicate) {
    for (const [claimId, row] of cells) {
      if (!standing.has(claimId)) continue;
      for (const { state, leading } of row.values()) {
        if (state === "contested" && leading !== null && !sending.has(leading.id)) contested.push(leading);
      }
    }
  }
  const decided = new Map<string, Decided>();
  for (const review of decidedByMe(view, userId, sinceIso)) {
    const tag = tags.get(review.tagId);
    if (tag !== undefined && !decided.has(tag.id)) decided.set(tag.id, { review, tag });
  }
  return {
    to_review: mayReview ? reviewQueue(view, userId).filter((tag) => !sending.has(tag.id)) : [],
    contested: contested.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    returned: myReturned(view, userId),
    decided: [...decided.values()],
  };
}

/** Lists in which nothing moved stay the very objects they were, so that what shows them need not be drawn anew. */
export function keepLists(before: ReviewLists | null, next: ReviewLists): ReviewLists {
  if (before === null) return next;
  const kept: ReviewLists = {
    to_review: keepTags(before.to_review, next.to_review),
    contested: keepTags(before.contested, next.contested),
    returned: keepTags(before.returned, next.returned),
    decided: keepAll(before.decided, next.decided, (a, b) => a.tag === b.tag && a.review === b.review),
  };
  const names = [...REVIEW_LISTS, "decided"] as const;
  return names.every((name) => kept[name] === before[name]) ? before : kept;
}

function keepTags(before: TagView[], next: TagView[]): TagView[] {
  return keepAll(before, next, (a, b) => a === b);
}

function keepAll<Row>(before: Row[], next: Row[], same: (a: Row, b: Row) => boolean): Row[] {
  const isSame = (row: Row, at: number) => {
    const old = before[at];
    return old !== undefined && same(old, row);
  };
  return before.length === next.length && next.every(isSame) ? before : next;
}

/**
 * The list a page shows: the one that was opened by hand unless another holds the tag that is open, then the one where
 * the tag stands, then the first with something in it that is this person's work.
 */
export function listToOpen(
  lists: ReviewLists,
  tagId: string | null,
  mayReview: boolean,
  chosen: ReviewListName | null = null,
): ReviewListName {
  const holds = (name: ReviewListName) => lists[name].some((tag) => tag.id === tagId);
  const holding = tagId === null ? undefined : REVIEW_LISTS.find(holds);
  if (chosen !== null && (holding === undefined || holds(chosen))) return chosen;
  if (holding !== undefined) return holding;
  if (!mayReview) return "returned";
  return REVIEW_LISTS.find((name) => lists[name].length > 0) ?? "to_review";
}

/** Where to go from a tag: the next one, else the one before; null when nothing else is left. */
export function nextInList(list: readonly TagView[], tagId: string | null): TagView | null {
  const at = list.findIndex((tag) => tag.id === tagId);
  if (at < 0) return list[0] ?? null;
  return list[at + 1] ?? list[at - 1] ?? null;
}

/** One step that stays inside the list; from outside it, its first or last. */
export function stepInList(list: readonly TagView[], tagId: string | null, by: 1 | -1): TagView | null {
  const at = list.findIndex((tag) => tag.id === tagId);
  if (at < 0) return (by > 0 ? list[0] : list.at(-1)) ?? null;
  return list[at + by] ?? null;
}

/** Skipping comes round to the tags that were skipped before. */
export function skipInList(list: readonly TagView[], tagId: string | null): TagView | null {
  const at = list.findIndex((tag) => tag.id === tagId);
  return list[at + 1] ?? list.find((tag) => tag.id !== tagId) ?? null;
}

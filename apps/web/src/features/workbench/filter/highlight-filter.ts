import type { CellView, Stance, TagState, TagView } from "@assay/domain";
import { TAG_STATES, isLostState, stateWord } from "@assay/domain";

/** Which highlights are shown. An empty list stands for all of its kind. */
export interface HighlightFilter {
  stances: readonly Stance[];
  states: readonly TagState[];
  /** Ids of people. */
  authors: readonly string[];
  /** Only those of cells that are not settled yet. */
  unsettled: boolean;
  /** Only those of the chosen claim, whichever that is. */
  solo: boolean;
  /** None at all: the bare text. */
  hidden: boolean;
}

export const SHOW_ALL: HighlightFilter = {
  stances: [],
  states: [],
  authors: [],
  unsettled: false,
  solo: false,
  hidden: false,
};

/** A finding of absence has no words to mark, and a withdrawn tag has none any more. */
export const FILTER_STANCES = ["verified", "disputed"] as const satisfies readonly Stance[];
export const FILTER_STATES = TAG_STATES.filter((state) => state !== "withdrawn");

export function isFiltered(filter: HighlightFilter): boolean {
  return (
    filter.hidden || filter.solo || filter.unsettled || [filter.stances, filter.states, filter.authors].some((l) => l.length > 0)
  );
}

interface Seen {
  /** The chosen claim; without one, `solo` shows every claim. */
  claimId: string | null;
  cellOf: (claimId: string, sourceId: string) => CellView;
}

/** What a tag has to be for its highlights to show; null when all of them do. */
export function showsTag(filter: HighlightFilter, { claimId, cellOf }: Seen): ((tag: TagView) => boolean) | null {
  if (!isFiltered(filter)) return null;
  if (filter.hidden) return () => false;
  const { stances, states, authors, unsettled, solo } = filter;
  return (tag) =>
    (!solo || claimId === null || tag.claimId === claimId) &&
    (stances.length === 0 || stances.includes(tag.stance)) &&
    (states.length === 0 || states.includes(tag.state)) &&
    (authors.length === 0 || authors.includes(tag.authorId)) &&
    (!unsettled || cellOf(tag.claimId, tag.sourceId).state !== "settled");
}

/** How many passages of these sources stand, and how many of them show. */
export function countShown(
  tags: readonly TagView[],
  sourceIds: readonly string[],
  shows: ((tag: TagView) => boolean) | null,
): { shown: number; all: number } {
  let shown = 0;
  let all = 0;
  for (const tag of tags) {
    if (tag.state === "withdrawn" || !sourceIds.includes(tag.sourceId)) continue;
    const passages = tag.evidence.filter((one) => !isLostState(one.state)).length;
    all += passages;
    if (shows === null || shows(tag)) shown += passages;
  }
  return { shown, all };
}

export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/** "disputed, submitted or stale, by Ana Marsh, unsettled only, of C5 only". */
export function filterWords(filter: HighlightFilter, nameOf: (id: string) => string, claim: string | null): string {
  if (filter.hidden) return "none";
  const parts = [
    filter.stances.join(" or "),
    filter.states.map(stateWord).join(" or "),
    filter.authors.length === 0 ? "" : `by ${filter.authors.map(nameOf).join(" or ")}`,
    filter.unsettled ? "unsettled only" : "",
    filter.solo && claim !== null ? `of ${claim} only` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "all" : parts.join(", ");
}

/** What was kept on the device may be of an earlier version of this page. */
export function isHighlightFilter(value: unknown): value is HighlightFilter {
  if (typeof value !== "object" || value === null) return false;
  const { stances, states, authors, unsettled, solo, hidden } = value as Record<string, unknown>;
  return (
    [stances, states, authors].every((list) => Array.isArray(list) && list.every((item) => typeof item === "string")) &&
    [unsettled, solo, hidden].every((flag) => typeof flag === "boolean")
  );
}

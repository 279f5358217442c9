import type { AdjudicationView, CaseView, TagView } from "./case-view.ts";
import type { Stance } from "./stance.ts";
import { settleCell } from "./settle-cell.ts";

export const CELL_STATES = [
  "empty",
  "in_progress",
  "awaiting_review",
  "changes_requested",
  "contested",
  "settled",
  "stale",
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** What one claim × source cell comes to. Always derived from its tags, never stored. */
export interface CellView {
  state: CellState;
  /** The settled stance; in an open cell the one its tags agree on, or the leading tag's; null where tags contend. */
  stance: Stance | null;
  /** S4: a settled stance is attributed when every approved tag that carries it is. */
  attributed: boolean;
  /** All but withdrawn ones, oldest first. */
  tags: TagView[];
  /** The tag to show first: the last touched of those that make the cell what it is. */
  leading: TagView | null;
  /** Tags that the cell's settlement does not rest on, and that somebody still has to finish. */
  pending: TagView[];
  waitsFor: "author" | "reviewer" | "adjudicator" | null;
  reason: string;
}

export const EMPTY_CELL: CellView = Object.freeze({
  state: "empty",
  stance: null,
  attributed: false,
  tags: Object.freeze([]) as unknown as TagView[],
  leading: null,
  pending: Object.freeze([]) as unknown as TagView[],
  waitsFor: null,
  reason: "Nobody has tagged this cell yet.",
});

/**
 * Derives one cell from its tags, in any order. What decides, when tags are in several states:
 *
 * 1. contested: a challenged tag, or submitted and approved tags of different stances (B4). An adjudicated stance (A2)
 *    overrules the tags that were there; one touched later that says otherwise contests the cell anew.
 * 2. settled: an approved tag or an adjudicated stance. Another person's open tag does not unsettle it: it is pending.
 * 3. without a settlement, by what is most urgent: stale, changes requested, awaiting review, in progress.
 */
export function deriveCell(tags: readonly TagView[], adjudications: readonly AdjudicationView[] = []): CellView {
  const live = tags.filter((tag) => tag.state !== "withdrawn").sort(byAge);
  if (live.length === 0) return EMPTY_CELL;
  return contestedCell(live, adjudications) ?? settledCell(live, adjudications) ?? openCell(live);
}

function contestedCell(live: TagView[], adjudications: readonly AdjudicationView[]): CellView | null {
  const challenged = lastTouched(live.filter((tag) => tag.state === "challenged"));
  const base = { state: "contested", tags: live, pending: live, waitsFor: "adjudicator" } as const;
  if (challenged !== null) {
    const { stance, attributed, stateReason } = challenged;
    return { ...base, stance, attributed, leading: challenged, reason: sentence("Challenged", stateReason) };
  }
  const { rivals, stances } = settleCell(live, adjudications);
  if (stances.length < 2) return null;
  const approved = rivals.filter((tag) => tag.state === "approved");
  const agreed = approved.every((tag) => tag.stance === approved[0]?.stance);
  const leading = lastTouched(agreed && approved.length > 0 ? approved : rivals);
  return {
    ...base,
    stance: agreed ? (approved[0]?.stance ?? null) : null,
    attributed: false,
    leading,
    reason: `Tags differ: ${stances.join(" against ")}. A lead has to adjudicate.`,
  };
}

function settledCell(live: TagView[], adjudications: readonly AdjudicationView[]): CellView | null {
  const { ruling, overturned } = settleCell(live, adjudications);
  const approved = live.filter((tag) => tag.state === "approved");
  const stance = ruling?.stance ?? approved[0]?.stance;
  if (stance === undefined) return null;
  const carrying = approved.filter((tag) => tag.stance === stance);
  const pending = live.filter((tag) => tag.state !== "approved" && !overturned.has(tag.id));
  const settled = ruling === null ? "Approved." : "Settled by adjudication.";
  return {
    state: "settled",
    stance,
    attributed: carrying.length > 0 && carrying.every((tag) => tag.attributed),
    tags: live,
    leading: lastTouched(carrying) ?? ruling?.tag ?? null,
    pending,
    waitsFor: null,
    reason: pending.length === 0 ? settled : `${settled} ${openTags(pending.length)}`,
  };
}

/** In order of urgency. An overturned tag without an adjudicated stance is back with its author. */
const OPEN_STATES = [
  { state: "stale", of: ["stale"], waitsFor: "author", word: "Stale" },
  {
    state: "changes_requested",
    of: ["changes_requested", "overturned"],
    waitsFor: "author",
    word: "Changes requested",
  },
  { state: "awaiting_review", of: ["submitted"], waitsFor: "reviewer", word: "Submitted, not reviewed yet" },
  { state: "in_progress", of: ["draft"], waitsFor: "author", word: "A draft, not submitted yet" },
] as const;

function openCell(live: TagView[]): CellView {
  for (const { state, of, waitsFor, word } of OPEN_STATES) {
    const leading = lastTouched(live.filter((tag) => (of as readonly string[]).includes(tag.state)));
    if (leading === null) continue;
    const { stance, attributed } = leading;
    const told = waitsFor === "author" && state !== "in_progress" ? leading.stateReason : "";
    const reason = sentence(word, told);
    return { state, stance, attributed, tags: live, leading, pending: live, waitsFor, reason };
  }
  throw new Error(`No rule for tags in ${live.map((tag) => tag.state).join(", ")}`);
}

/** Every cell of a case, empty ones and those of withdrawn claims included: claim id → source id → cell. One pass. */
export function deriveCells(view: CaseView): Map<string, Map<string, CellView>> {
  const tags = groupBy(view.tags, (tag) => `${tag.claimId} ${tag.sourceId}`);
  const adjudications = groupBy(view.adjudications, (adjudication) => adjudication.tagId);
  return new Map(
    view.claims.map((claim) => {
      const row = view.sources.map((source): [string, CellView] => {
        const own = tags.get(`${claim.id} ${source.id}`);
        if (own === undefined) return [source.id, EMPTY_CELL];
        return [source.id, deriveCell(own, own.flatMap((tag) => adjudications.get(tag.id) ?? []))];
      });
      return [claim.id, new Map(row)];
    }),
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function byAge(a: TagView, b: TagView): number {
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

function lastTouched(tags: readonly TagView[]): TagView | null {
  let last: TagView | null = null;
  for (const tag of tags) {
    if (last === null || (compare(tag.updatedAt, last.updatedAt) || compare(tag.id, last.id)) > 0) last = tag;
  }
  return last;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function openTags(count: number): string {
  return count === 1 ? "1 other tag is open." : `${count} other tags are open.`;
}

function sentence(word: string, told: string): string {
  const text = told.trim();
  return text === "" ? `${word}.` : `${word}: ${text}${/[.?!…]$/.test(text) ? "" : "."}`;
}

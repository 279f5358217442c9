import type { CaseChange, CaseView, TagView } from "./case-view.ts";
import type { CellRef } from "./queue/covers.ts";
import type { Policy } from "./policy.ts";

/**
 * B1, in one place. While a cell is blind everybody, whatever their role, sees of it only what they wrote themselves.
 * Whatever leaves the server goes through `seeCase`, `seeChange` or `isHiddenFrom`.
 */

/** What decides which cells of a case are blind: nothing that is itself hidden from anybody. */
export interface Blindness {
  requiredTags: number;
  /** Cells that have opened, for good, as `cellKey` names them. */
  opened: ReadonlySet<string>;
}

export const NOT_BLIND: Blindness = { requiredTags: 1, opened: new Set() };

export function cellKey({ claimId, sourceId }: CellRef): string {
  return `${claimId} ${sourceId}`;
}

export function blindnessOf(policy: Pick<Policy, "requiredTags">, openings: readonly CellRef[]): Blindness {
  const { requiredTags } = policy;
  return requiredTags < 2 ? NOT_BLIND : { requiredTags, opened: new Set(openings.map(cellKey)) };
}

/** What a person is told of a blind cell: what opens it, and nothing of how far it is. */
export function blindWords(requiredTags: number): string {
  return `Blind: it opens when ${requiredTags} people have submitted. Until then everybody sees only their own tag.`;
}

/** Blind from the first moment, without a tag in it, until it opens (B2). */
export function isBlindCell(blindness: Blindness, cell: CellRef): boolean {
  return blindness.requiredTags > 1 && !blindness.opened.has(cellKey(cell));
}

/** Whether the cell has all of its tags hidden from somebody. For a button; the server asks for itself. */
export function isBlindTo(view: Pick<CaseView, "policy" | "openings">, cell: CellRef): boolean {
  return isBlindCell(blindnessOf(view.policy, view.openings), cell);
}

type Written = CellRef & Pick<TagView, "authorId">;

export function isHiddenFrom(blindness: Blindness, tag: Written, viewerId: string): boolean {
  return tag.authorId !== viewerId && isBlindCell(blindness, tag);
}

/** Whether anything of the case can be hidden from somebody now. */
export function hasBlindCell(view: Pick<CaseView, "policy" | "openings" | "claims" | "sources" | "removedSources">): boolean {
  const blindness = blindnessOf(view.policy, view.openings);
  if (blindness.requiredTags < 2) return false;
  // Taken out, a source keeps its secrets: it may be put back.
  const sources = [...view.sources, ...view.removedSources];
  return view.claims.some(({ id: claimId }) =>
    sources.some(({ id: sourceId }) => isBlindCell(blindness, { claimId, sourceId })),
  );
}

type Entries = Pick<CaseView, "tags" | "reviews" | "adjudications" | "threads">;

/**
 * The case as this person may see it. A hash of the log tells whoever knows its neighbours whether something lies
 * between them, so that there is none while a cell is blind.
 */
export function seeCase(view: CaseView, viewerId: string): CaseView {
  if (!hasBlindCell(view)) return view;
  return { ...view, ...seeEntries(view, blindnessOf(view.policy, view.openings), viewerId), lastHash: "" };
}

/** A change as this person may see it; its place in the log is for `seenNumber`. */
export function seeChange<Change extends CaseChange>(change: Change, blindness: Blindness, viewerId: string): Change {
  if (blindness.requiredTags < 2) return change;
  const { tags = [], reviews = [], adjudications = [], threads = [] } = change;
  const { tags: _, reviews: __, adjudications: ___, threads: ____, ...rest } = change;
  const seen = Object.entries(seeEntries({ tags, reviews, adjudications, threads }, blindness, viewerId));
  // An empty list would tell that something fell out of it.
  return { ...rest, ...Object.fromEntries(seen.filter(([, list]) => list.length > 0)), lastHash: "" } as Change;
}

function seeEntries(entries: Entries, blindness: Blindness, viewerId: string): Entries {
  const hidden = new Set(entries.tags.filter((tag) => isHiddenFrom(blindness, tag, viewerId)).map(({ id }) => id));
  const isOfSeen = ({ tagId }: { tagId: string | null }) => tagId === null || !hidden.has(tagId);
  return {
    tags: entries.tags.filter(({ id }) => !hidden.has(id)),
    reviews: entries.reviews.filter(isOfSeen),
    adjudications: entries.adjudications.filter(isOfSeen),
    threads: entries.threads.filter(isOfSeen),
  };
}

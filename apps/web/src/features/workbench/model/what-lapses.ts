import { ratingOf } from "@assay/domain";
import type { CaseChange, CaseView } from "@assay/domain";
import { counted } from "../../source/source-words.ts";

/** What stands on a claim's words and falls with them (T6). */
export interface Lapsing {
  /** Submitted and approved tags. */
  tags: number;
  /** Whose verdict was set by hand; null where none was. */
  verdictBy: string | null;
  /** The desk's word; null where the claim is not rated. */
  rating: string | null;
}

export function lapsingWith(view: CaseView, claimId: string): Lapsing {
  const override = view.overrides.find((one) => one.claimId === claimId);
  const judged = view.tags.filter((one) => one.claimId === claimId && (one.state === "approved" || one.state === "submitted"));
  return {
    tags: judged.length,
    verdictBy: override === undefined ? null : nameIn(view, override.authorId),
    rating: ratingOf(view.ratings, claimId)?.label ?? null,
  };
}

/** Said before new words are saved; empty where nothing rests on the old ones. */
export function whatLapses({ tags, verdictBy, rating }: Lapsing): string {
  const stale = tags === 0 ? "" : `New words make ${counted(tags, "submitted or approved tag")} stale.`;
  const taken = decisions(verdictBy, rating);
  const both = verdictBy !== null && rating !== null;
  const given = both ? "they were given for the old ones" : "it was given for the old ones";
  const back = taken === "" ? "" : `${tags === 0 ? "New words" : "They also"} take back ${taken}: ${given}.`;
  return [stale, back].filter(Boolean).join(" ");
}

/** What the inverse of a rewording leaves as it is: nobody has decided it anew (T6, T9). `before` it was made. */
export function staysLapsed(change: CaseChange, before: Lapsing): string {
  const stale = change.tags?.filter(({ state }) => state === "stale").length ?? 0;
  const isLifted = (change.removedOverrides?.length ?? 0) > 0;
  const isUnrated = change.ratings?.some(({ entryId }) => entryId === null) ?? false;
  const taken = decisions(isLifted ? (before.verdictBy ?? "somebody") : null, isUnrated ? (before.rating ?? "") : null);
  return [
    stale === 0 ? "" : `${counted(stale, "tag stays", "tags stay")} stale until reaffirmed.`,
    taken === "" ? "" : `${taken.charAt(0).toUpperCase()}${taken.slice(1)} did not come back: whoever decided was told, and decides again.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function decisions(verdictBy: string | null, rating: string | null): string {
  const verdict = verdictBy === null ? "" : `${verdictBy}’s verdict`;
  return [verdict, rating === null ? "" : `the rating “${rating}”`].filter(Boolean).join(" and ");
}

function nameIn({ people }: CaseView, userId: string): string {
  return people.find(({ id }) => id === userId)?.name ?? "a former member";
}

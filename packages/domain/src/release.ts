import type { CaseChange, CaseView } from "./case-view.ts";
import type { EventKind } from "./event.ts";
import type { CorrectionView, ReleasePlan, ReleaseView, SignOffView } from "./release-views.ts";
import { blindnessOf, isBlindCell } from "./blindness.ts";
import { canonicalJson } from "./canonical-json.ts";
import { DEFAULT_RATING_SCALE } from "./rating-scale.ts";

/** The part of a view that is about publication, for a case in which nothing was ever rated, signed or released. */
export const UNPUBLISHED: Pick<
  CaseView,
  "ratingScale" | "ratings" | "signOffs" | "corrections" | "releases" | "documentVersion" | "dismissals"
> = {
  ratingScale: DEFAULT_RATING_SCALE,
  ratings: [],
  signOffs: [],
  corrections: [],
  releases: [],
  documentVersion: 0,
  dismissals: 0,
};

export function isSamePlan(one: ReleasePlan, other: ReleasePlan): boolean {
  return canonicalJson(planned(one)) === canonicalJson(planned(other));
}

/** The order in which claims were ticked says nothing. */
function planned({ claimIds, sourceIds, ...plan }: ReleasePlan) {
  const sorted = (ids: string[] | "all") => (ids === "all" ? ids : ids.toSorted());
  return { ...plan, claimIds: sorted(claimIds), sourceIds: sorted(sourceIds) };
}

/**
 * Events that change nothing a signature stands for: talk, who works on what, exports, links, and signatures
 * themselves. Whatever is not named here voids the signatures given before it: an approval never outlives what it
 * approved. `changesWhatIsSigned` is the same rule over a change.
 */
export const SIGNED_STAYS: readonly EventKind[] = [
  "report.exported",
  "assignment.created",
  "assignment.changed",
  "assignment.ended",
  "thread.opened",
  "thread.resolved",
  "thread.reopened",
  "comment.added",
  "comment.edited",
  "comment.withdrawn",
  "release.signed",
  "release.unsigned",
  "share.created",
  "share.revoked",
  "case.imported",
  "suggestion.dismissed",
  "suggestion.restored",
  "case.put_away",
  "case.brought_back",
];

type ChangePart = Exclude<keyof CaseChange, "lastEvent" | "lastHash" | "eventless">;

/** Everything that a change can carry, and whether it ends the signatures given before. */
const IS_SIGNED: Record<ChangePart, boolean> = {
  case: true,
  sources: true,
  removedSources: true,
  claims: true,
  tags: true,
  reviews: true,
  adjudications: true,
  overrides: true,
  removedOverrides: true,
  policy: true,
  ownPolicy: true,
  openings: true,
  ratings: true,
  ratingScale: true,
  corrections: true,
  releases: true,
  documentVersion: true,
  assignments: false,
  endedAssignments: false,
  threads: false,
  signOffs: false,
  removedSignOffs: false,
  dismissals: false,
  archivedAt: false,
};

/** Everything that a change can carry beside its place in the log. */
export const CHANGE_PARTS = Object.keys(IS_SIGNED) as ChangePart[];

/**
 * Whether a change, laid over a view, ends the signatures in it. One that made no event changed nothing; and tags in
 * cells that are still blind are no part of what is signed, for their author either. One that the view had before does
 * end them: the signature that it ended may have been told after it.
 */
export function changesWhatIsSigned(view: CaseView, change: CaseChange): boolean {
  if (change.eventless) return false;
  const blindness = blindnessOf(view.policy, view.openings);
  return Object.entries(IS_SIGNED).some(([key, signed]) => {
    const carried = change[key as keyof CaseChange];
    if (!signed || carried === undefined) return false;
    return key !== "tags" || (change.tags ?? []).some((tag) => !isBlindCell(blindness, tag));
  });
}

export function lastRelease(view: Pick<CaseView, "releases">): ReleaseView | null {
  return view.releases.at(-1) ?? null;
}

/** Corrections that wait for the release that will carry them. */
export function openCorrections({ corrections }: Pick<CaseView, "corrections">): CorrectionView[] {
  return corrections.filter(({ madeRelease, withdrawn }) => madeRelease === null && !withdrawn);
}

/** Those whose signature stands for this plan, each person once. */
export function signaturesFor({ signOffs }: Pick<CaseView, "signOffs">, plan: ReleasePlan): SignOffView[] {
  const people = new Set<string>();
  return signOffs.filter((signOff) => {
    if (people.has(signOff.userId) || !isSamePlan(signOff.plan, plan)) return false;
    people.add(signOff.userId);
    return true;
  });
}

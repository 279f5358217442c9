import type { CaseChange, CaseView, OpeningView, SourceView } from "./case-view.ts";
import type { SignOffView } from "./release-views.ts";
import { changesWhatIsSigned } from "./release.ts";
import { withoutRemoved } from "./without-removed.ts";

interface Entry {
  id: string;
  createdAt: string;
  /** Of what is counted through within a case. */
  number?: number;
  version?: number;
  updatedAt?: string;
  /** Of a tag: the revision it stands on. */
  revisionId?: string;
}

/** Whether one revision is newer than another one of its source. */
type IsNewerRevision = (one: string, other: string) => boolean;

/**
 * Lays what a mutation changed over a case. Answers and live events may arrive in any order, so a change that is older
 * than the view still lands where the view knows nothing newer, entry by entry, and lists are in the order of a fresh
 * load. What has neither version nor time (a policy, being put away, a lifted override, the end of a signature) ends up right when the
 * last to be laid are the log's, in order: see `followCase`. Untouched entries, and untouched lists, stay the same
 * objects, so that whatever is derived from them can be kept.
 */
export function applyChange(view: CaseView, change: CaseChange): CaseView {
  const late = change.lastEvent < view.lastEvent;
  const { sources, removedSources } = placeSources(view, change, late);
  const overrides = lay(view.overrides, change.overrides, late);
  const assignments = lay(view.assignments, change.assignments, late);
  const next: CaseView = {
    ...view,
    ...(late ? {} : { lastEvent: change.lastEvent, lastHash: change.lastHash }),
    ...(change.case !== undefined && change.case.version >= view.version ? change.case : {}),
    ...(change.archivedAt === undefined ? {} : { archivedAt: change.archivedAt }),
    ...(change.policy === undefined ? {} : { policy: change.policy }),
    ...(change.ownPolicy === undefined ? {} : { ownPolicy: change.ownPolicy }),
    sources,
    removedSources,
    claims: lay(view.claims, change.claims, late),
    tags: lay(view.tags, change.tags, late, (one, other) => comesAfter(sources, one, other)),
    reviews: lay(view.reviews, change.reviews, late),
    adjudications: lay(view.adjudications, change.adjudications, late),
    overrides: without(overrides, change.removedOverrides),
    openings: opened(view.openings, change.openings),
    assignments: without(assignments, change.endedAssignments),
    threads: lay(view.threads, change.threads, late),
    ...(change.ratingScale === undefined ? {} : { ratingScale: change.ratingScale }),
    ratings: lay(view.ratings, change.ratings, late),
    signOffs: signed(view, change, late),
    corrections: lay(view.corrections, change.corrections, late),
    releases: lay(view.releases, change.releases, late),
    documentVersion: Math.max(view.documentVersion, change.documentVersion ?? 0),
    dismissals: Math.max(view.dismissals, change.dismissals ?? 0),
  };
  const seen = withoutRemoved(next);
  const keys = Object.keys(seen) as (keyof CaseView)[];
  return keys.every((key) => seen[key] === view[key]) ? view : seen;
}

/** A source is in one of the two lists: taking it out and putting it back make it newer each time. */
function placeSources(view: CaseView, change: CaseChange, late: boolean): Pick<CaseView, "sources" | "removedSources"> {
  const sources = lay(view.sources, change.sources, late);
  const removedSources = lay(view.removedSources, change.removedSources, late);
  const isNewest = (one: SourceView, others: readonly SourceView[]) =>
    others.every(({ id, version }) => id !== one.id || version < one.version);
  return {
    sources: only(sources, (one) => isNewest(one, removedSources)),
    removedSources: only(removedSources, (one) => isNewest(one, sources)),
  };
}

function lay<T extends Entry>(
  known: T[],
  incoming: readonly T[] | undefined,
  late: boolean,
  isNewerRevision: IsNewerRevision = () => false,
): T[] {
  if (incoming === undefined || incoming.length === 0) return known;
  const places = new Map(known.map((entry, index) => [entry.id, index]));
  const result = known.slice();
  let changed = false;
  let added = false;
  for (const entry of incoming) {
    const place = places.get(entry.id);
    const old = place === undefined ? undefined : result[place];
    if (old === entry || (old !== undefined && isNewer(old, entry, late, isNewerRevision))) continue;
    changed = true;
    if (place !== undefined) {
      result[place] = entry;
    } else {
      places.set(entry.id, result.length);
      result.push(entry);
      added = true;
    }
  }
  if (added) return inOrder(result);
  return changed ? result : known;
}

function only<T>(known: T[], stays: (one: T) => boolean): T[] {
  return known.every(stays) ? known : known.filter(stays);
}

function without<T extends Entry>(known: T[], gone: readonly string[] = []): T[] {
  return known.some(({ id }) => gone.includes(id)) ? known.filter(({ id }) => !gone.includes(id)) : known;
}

/** A signature does not outlive what it was given for (R1). */
function signed(view: CaseView, change: CaseChange, late: boolean): SignOffView[] {
  const { signOffs: known } = view;
  const standing = known.length > 0 && changesWhatIsSigned(view, change) ? [] : known;
  return without(lay(standing, change.signOffs, late), change.removedSignOffs);
}

/** A cell opens once. */
function opened(known: OpeningView[], incoming: readonly OpeningView[] = []): OpeningView[] {
  const isKnown = (one: OpeningView) =>
    known.some(({ claimId, sourceId }) => claimId === one.claimId && sourceId === one.sourceId);
  const added = incoming.filter((one) => !isKnown(one));
  if (added.length === 0) return known;
  const key = (one: OpeningView) => `${one.openedAt} ${one.claimId} ${one.sourceId}`;
  return [...known, ...added].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * A review moves a tag's state without a new version, so at equal versions the time of the last touch decides. Being
 * carried to a newer revision of its source is no touch, and is told by the revision.
 */
function isNewer(known: Entry, incoming: Entry, late: boolean, isNewerRevision: IsNewerRevision): boolean {
  const [ours, theirs] = [known.version ?? 0, incoming.version ?? 0];
  if (ours !== theirs) return ours > theirs;
  const [stands, comes] = [known.revisionId, incoming.revisionId];
  if (stands !== undefined && comes !== undefined && stands !== comes) {
    if (isNewerRevision(stands, comes)) return true;
    if (isNewerRevision(comes, stands)) return false;
  }
  if (known.updatedAt !== undefined && incoming.updatedAt !== undefined && known.updatedAt !== incoming.updatedAt) {
    return known.updatedAt > incoming.updatedAt;
  }
  return late;
}

function comesAfter(sources: readonly SourceView[], one: string, other: string): boolean {
  return sources.some(({ revisions }) => {
    const numberOf = (id: string) => revisions.find((revision) => revision.id === id)?.number;
    const [first, second] = [numberOf(one), numberOf(other)];
    return first !== undefined && second !== undefined && first > second;
  });
}

function inOrder<T extends Entry>(entries: T[]): T[] {
  const isSorted = entries.every((entry, index) => index === 0 || compare(entries[index - 1] ?? entry, entry) <= 0);
  return isSorted ? entries : entries.toSorted(compare);
}

/** By number where there is one, else by time: the order in which a case is loaded. */
function compare(a: Entry, b: Entry): number {
  if (a.number !== undefined && b.number !== undefined) return a.number - b.number;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

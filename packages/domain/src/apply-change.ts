import type { CaseChange, CaseView, OpeningView } from "./case-view.ts";

interface Entry {
  id: string;
  version?: number;
  updatedAt?: string;
}

/**
 * Lays what a mutation changed over a case. Answers and live events may arrive in any order, so a change that is older
 * than the view still lands where the view knows nothing newer, entry by entry. Untouched entries, and untouched lists,
 * stay the same objects, so that whatever is derived from them can be kept.
 */
export function applyChange(view: CaseView, change: CaseChange): CaseView {
  const late = change.lastEvent < view.lastEvent;
  const overrides = lay(view.overrides, change.overrides, late);
  const assignments = lay(view.assignments, change.assignments, late);
  const next: CaseView = {
    ...view,
    ...(late ? {} : { lastEvent: change.lastEvent, lastHash: change.lastHash }),
    ...(change.case !== undefined && change.case.version >= view.version ? change.case : {}),
    ...(change.policy !== undefined && !late ? { policy: change.policy } : {}),
    ...(change.ownPolicy !== undefined && !late ? { ownPolicy: change.ownPolicy } : {}),
    sources: inOrder(lay(view.sources, change.sources, late)),
    claims: inOrder(lay(view.claims, change.claims, late)),
    tags: lay(view.tags, change.tags, late),
    reviews: lay(view.reviews, change.reviews, late),
    adjudications: lay(view.adjudications, change.adjudications, late),
    overrides: without(overrides, change.removedOverrides),
    openings: opened(view.openings, change.openings),
    assignments: without(assignments, change.endedAssignments),
    threads: lay(view.threads, change.threads, late),
  };
  const keys = Object.keys(next) as (keyof CaseView)[];
  return keys.every((key) => next[key] === view[key]) ? view : next;
}

function lay<T extends Entry>(known: T[], incoming: readonly T[] | undefined, late: boolean): T[] {
  if (incoming === undefined || incoming.length === 0) return known;
  const places = new Map(known.map((entry, index) => [entry.id, index]));
  const result = known.slice();
  let changed = false;
  for (const entry of incoming) {
    const place = places.get(entry.id);
    const old = place === undefined ? undefined : result[place];
    if (old === entry || (old !== undefined && isNewer(old, entry, late))) continue;
    changed = true;
    if (place !== undefined) {
      result[place] = entry;
    } else {
      places.set(entry.id, result.length);
      result.push(entry);
    }
  }
  return changed ? result : known;
}

function without<T extends Entry>(known: T[], gone: readonly string[] = []): T[] {
  return known.some(({ id }) => gone.includes(id)) ? known.filter(({ id }) => !gone.includes(id)) : known;
}

/** A cell opens once. */
function opened(known: OpeningView[], incoming: readonly OpeningView[] = []): OpeningView[] {
  const isKnown = (one: OpeningView) =>
    known.some(({ claimId, sourceId }) => claimId === one.claimId && sourceId === one.sourceId);
  const added = incoming.filter((one) => !isKnown(one));
  return added.length === 0 ? known : [...known, ...added];
}

/** A review moves a tag's state without a new version, so at equal versions the time of the last touch decides. */
function isNewer(known: Entry, incoming: Entry, late: boolean): boolean {
  const [ours, theirs] = [known.version ?? 0, incoming.version ?? 0];
  if (ours !== theirs) return ours > theirs;
  if (known.updatedAt !== undefined && incoming.updatedAt !== undefined && known.updatedAt !== incoming.updatedAt) {
    return known.updatedAt > incoming.updatedAt;
  }
  return late;
}

function inOrder<T extends { number: number }>(entries: T[]): T[] {
  const sorted = entries.every((entry, index) => index === 0 || (entries[index - 1]?.number ?? 0) <= entry.number);
  return sorted ? entries : entries.toSorted((a, b) => a.number - b.number);
}

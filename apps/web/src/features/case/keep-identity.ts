import type { CaseView, CellView } from "@assay/domain";
import { replaceEqualDeep } from "@tanstack/react-query";

/**
 * A freshly fetched case, with every entry that did not change being the very object the pages already hold, so that
 * memoised rows stay as they are. By id, not by place: a claim added in the middle must not touch its neighbours.
 */
export function keepIdentity(held: CaseView | undefined, next: CaseView): CaseView {
  if (held === undefined || held.id !== next.id) return next;
  const kept: CaseView = {
    ...next,
    policy: replaceEqualDeep(held.policy, next.policy),
    ownPolicy: replaceEqualDeep(held.ownPolicy, next.ownPolicy),
    people: keepList(held.people, next.people),
    sources: keepList(held.sources, next.sources),
    removedSources: keepList(held.removedSources, next.removedSources),
    claims: keepList(held.claims, next.claims),
    tags: keepList(held.tags, next.tags),
    reviews: keepList(held.reviews, next.reviews),
    adjudications: keepList(held.adjudications, next.adjudications),
    overrides: keepList(held.overrides, next.overrides),
    openings: replaceEqualDeep(held.openings, next.openings),
    assignments: keepList(held.assignments, next.assignments),
    threads: keepList(held.threads, next.threads),
    ratingScale: replaceEqualDeep(held.ratingScale, next.ratingScale),
    ratings: keepList(held.ratings, next.ratings),
    signOffs: keepList(held.signOffs, next.signOffs),
    corrections: keepList(held.corrections, next.corrections),
    releases: keepList(held.releases, next.releases),
  };
  return replaceEqualShallow(held, kept);
}

function keepList<Item extends { id: string }>(held: Item[], next: Item[]): Item[] {
  if (held === next) return held;
  const byId = new Map(held.map((item) => [item.id, item]));
  const kept = next.map((item) => {
    const before = byId.get(item.id);
    return before === undefined ? item : replaceEqualDeep(before, item);
  });
  return kept.length === held.length && kept.every((item, index) => item === held[index]) ? held : kept;
}

function replaceEqualShallow(held: CaseView, next: CaseView): CaseView {
  const keys = Object.keys(next) as (keyof CaseView)[];
  return keys.every((key) => held[key] === next[key]) ? held : next;
}

type Cells = Map<string, Map<string, CellView>>;

/** The same for derived cells: rows whose cells did not change keep their map, cells keep their object. */
export function keepCells(held: Cells | null, next: Cells): Cells {
  if (held === null) return next;
  for (const [claimId, row] of next) {
    const before = held.get(claimId);
    if (before === undefined) continue;
    let same = before.size === row.size;
    for (const [sourceId, cell] of row) {
      const old = before.get(sourceId);
      if (old !== undefined && sameCell(old, cell)) row.set(sourceId, old);
      else same = false;
    }
    if (same) next.set(claimId, before);
  }
  return next;
}

function sameCell(a: CellView, b: CellView): boolean {
  return (
    a.state === b.state &&
    a.stance === b.stance &&
    a.attributed === b.attributed &&
    a.waitsFor === b.waitsFor &&
    a.reason === b.reason &&
    a.leading === b.leading &&
    sameItems(a.tags, b.tags) &&
    sameItems(a.pending, b.pending)
  );
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

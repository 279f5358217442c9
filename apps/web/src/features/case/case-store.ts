import type { CaseView, DerivedCase, PersonView, TagView } from "@assay/domain";
import { can, deriveCase, EMPTY_CELL, whatDiffers } from "@assay/domain";
import { hashKey, notifyManager } from "@tanstack/react-query";
import type { StoreApi } from "zustand/vanilla";
import { createStore } from "zustand/vanilla";
import { queryClient } from "../../trpc.ts";
import { caseQuery, heldCase, textQuery } from "./case-query.ts";
import { keepCells } from "./keep-identity.ts";
import type { CaseContext } from "./use-case.ts";

/** Who looks at the case. Somebody who has left the desk while the page was open reads on, and changes nothing. */
export interface Looking {
  userId: string;
  name: string;
  removed: boolean;
}

export interface CaseStore {
  store: StoreApi<CaseContext>;
  setLooking: (looking: Looking) => void;
  /** Follows the held case until the returned function is called. */
  follow: () => () => void;
}

/** A case and what every page of it needs of it, worked out anew where it has changed. */
export function createCaseStore(first: CaseView, looking: Looking): CaseStore {
  let person = looking;
  let derived = deriveCase(first);
  let tags = { list: first.tags, byCell: tagsByCell(first.tags) };
  const latest = () => heldCase(first.id) ?? derived.view;
  const context = () => contextOf(derived, person, tags.byCell, latest);
  const store = createStore<CaseContext>(context);
  const refresh = () => {
    const view = heldCase(first.id);
    if (view === undefined || view === derived.view) return;
    derived = deriveCase(view, derived, keepCells);
    if (view.tags !== tags.list) tags = { list: view.tags, byCell: followTags(tags, view.tags) };
    store.setState(context(), true);
  };
  return {
    store,
    setLooking: (next) => {
      if (next.userId === person.userId && next.name === person.name && next.removed === person.removed) return;
      person = next;
      store.setState(context(), true);
    },
    follow: () => {
      refresh();
      const hash = hashKey(caseQuery(first.id).queryKey);
      return queryClient.getQueryCache().subscribe(({ type, query }) => {
        // With whatever else of the page hears of it, once what was under way has been done.
        if (type === "updated" && query.queryHash === hash) notifyManager.schedule(refresh);
      });
    },
  };
}

type TagsByCell = ReadonlyMap<string, readonly TagView[]>;

function contextOf(
  { view, cells, verdicts }: DerivedCase,
  looking: Looking,
  byCell: TagsByCell,
  latest: () => CaseView,
): CaseContext {
  const caseId = view.id;
  const member = looking.removed ? undefined : byId(view.people).get(looking.userId);
  const me = member ?? asReader(looking);
  const tagsOf = (claimId: string, sourceId: string): readonly TagView[] => byCell.get(`${claimId} ${sourceId}`) ?? NO_TAGS;
  return {
    caseId,
    view,
    cells,
    verdicts,
    me,
    can: (ability) => can(me.role, ability),
    sourceById: (id) => byId(view.sources).get(id),
    claimById: (id) => byId(view.claims).get(id),
    personById: (id) => byId(view.people).get(id),
    tagById: (id) => byId(view.tags).get(id),
    cellOf: (claimId, sourceId) => cells.get(claimId)?.get(sourceId) ?? EMPTY_CELL,
    tagsOf,
    myTag: (claimId, sourceId) => tagsOf(claimId, sourceId).find((tag) => tag.authorId === me.id),
    texts: (sourceId) => {
      const source = byId(view.sources).get(sourceId);
      return source === undefined ? undefined : queryClient.getQueryData(textQuery(caseId, source).queryKey);
    },
    isTaggedTwice: () => view.policy.requiredTags > 1 || hasSecond(byCell),
    latest,
  };
}

function hasSecond(byCell: TagsByCell): boolean {
  for (const tags of byCell.values()) if (tags.length > 1) return true;
  return false;
}

const readers = new WeakMap<Looking, PersonView>();

function asReader(looking: Looking): PersonView {
  const known = readers.get(looking);
  if (known !== undefined) return known;
  const reader: PersonView = { id: looking.userId, name: looking.name, role: "viewer" };
  readers.set(looking, reader);
  return reader;
}

const NO_TAGS: readonly TagView[] = [];
const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** Made once for each list: most changes of a case leave most lists the same. */
function byId<Item extends { id: string }>(list: readonly Item[]): ReadonlyMap<string, Item> {
  const known = indexes.get(list) as ReadonlyMap<string, Item> | undefined;
  if (known !== undefined) return known;
  const index = new Map<string, Item>();
  for (const item of list) index.set(item.id, item);
  indexes.set(list, index);
  return index;
}

function tagsByCell(tags: readonly TagView[]): TagsByCell {
  const byCell = new Map<string, TagView[]>();
  for (const tag of tags) {
    const cell = byCell.get(keyOf(tag));
    if (cell === undefined) byCell.set(keyOf(tag), [tag]);
    else cell.push(tag);
  }
  return byCell;
}

/** Only the cells of tags that are other ones than before get another list. */
function followTags({ list, byCell }: { list: readonly TagView[]; byCell: TagsByCell }, tags: readonly TagView[]): TagsByCell {
  const { gone, come } = whatDiffers(list, tags);
  const touched = new Map([...gone, ...come].map((tag) => [keyOf(tag), tag]));
  const next = new Map(byCell);
  for (const [key, { claimId, sourceId }] of touched) {
    next.set(key, tags.filter((tag) => tag.claimId === claimId && tag.sourceId === sourceId));
  }
  return next;
}

function keyOf({ claimId, sourceId }: TagView): string {
  return `${claimId} ${sourceId}`;
}

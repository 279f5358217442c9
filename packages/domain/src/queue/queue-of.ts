import type { AssignmentView } from "../assignment.ts";
import { blindnessOf, isBlindCell } from "../blindness.ts";
import type { CaseView, TagView } from "../case-view.ts";
import type { CellView } from "../cell.ts";
import { EMPTY_CELL, deriveCells } from "../cell.ts";
import { can } from "../permission.ts";
import { reviewQueue } from "../progress.ts";
import type { TagState } from "../tag.ts";
import { AssignmentIndex, isOneCell } from "./covers.ts";
import type { CellRef } from "./covers.ts";
import { isParty } from "./is-party.ts";
import type { QueueItem, QueueReason, Worker } from "./queue-item.ts";

type QueueView = Pick<
  CaseView,
  "id" | "policy" | "claims" | "sources" | "tags" | "reviews" | "adjudications" | "openings" | "assignments" | "threads"
>;
type Cells = ReadonlyMap<string, ReadonlyMap<string, CellView>>;

/**
 * One person's work in one case, the one rule for the page of a case and for the list across cases. It needs of a case
 * no more than its outline, with the reviews that challenge and the threads that are open. Each cell's work comes once a
 * kind, oldest first.
 */
export function queueOf(view: QueueView, me: Worker, cells: Cells = deriveCells(view as CaseView)): QueueItem[] {
  const items = [...toTag(view, me, cells), ...toReview(view, me), ...contested(view, me, cells), ...mentions(view, me)];
  return items.sort(oldestFirst);
}

const MINE: Partial<Record<TagState, QueueReason>> = {
  draft: "draft",
  changes_requested: "changes_requested",
  overturned: "overturned",
  stale: "stale",
};

/** What came back to me (T3, T9), what I began, and the cells given to me that lack my tag. */
function toTag(view: QueueView, me: Worker, cells: Cells): QueueItem[] {
  if (!can(me.role, "tag")) return [];
  const given = new AssignmentIndex(view.assignments, "tag");
  const standing = standingClaims(view);
  const items: QueueItem[] = [];
  const tagged = new Set<string>();
  for (const tag of view.tags) {
    if (tag.authorId !== me.id || tag.state === "withdrawn" || !standing.has(tag.claimId)) continue;
    tagged.add(`${tag.claimId} ${tag.sourceId}`);
    const why = MINE[tag.state];
    if (why !== undefined) items.push(itemOfTag(me, { kind: "to_tag", why, tag, given: given.on(tag) }));
  }
  for (const mine of view.assignments.filter((one) => one.kind === "tag" && one.assigneeId === me.id)) {
    for (const cell of cellsOf(view, standing, mine)) {
      const key = `${cell.claimId} ${cell.sourceId}`;
      if (tagged.has(key) || (!isOneCell(mine) && hasEnoughTags(view, cells, cell))) continue;
      tagged.add(key);
      items.push(itemOfCell(me, cell, given.on(cell)));
    }
  }
  return items;
}

/** A cell that somebody was given by itself is theirs to tag however many tags it has: that is what was asked for. */
function hasEnoughTags(view: QueueView, cells: Cells, { claimId, sourceId }: CellRef): boolean {
  const { tags } = cells.get(claimId)?.get(sourceId) ?? EMPTY_CELL;
  return tags.filter((tag) => tag.state !== "draft").length >= view.policy.requiredTags;
}

function cellsOf(view: QueueView, standing: ReadonlySet<string>, scope: AssignmentView): CellRef[] {
  const claims = scope.claimId === null ? view.claims.map(({ id }) => id) : [scope.claimId];
  const sources = scope.sourceId === null ? view.sources.map(({ id }) => id) : [scope.sourceId];
  return claims
    .filter((claimId) => standing.has(claimId))
    .flatMap((claimId) => sources.map((sourceId) => ({ claimId, sourceId })));
}

/** Submitted tags that this person may decide (T4), in cells that are open (B1). */
function toReview(view: QueueView, me: Worker): QueueItem[] {
  if (!can(me.role, "review")) return [];
  const given = new AssignmentIndex(view.assignments, "review");
  return reviewQueue(view, me.id).map((tag) =>
    itemOfTag(me, { kind: "to_review", why: "submitted", tag, given: given.on(tag) }),
  );
}

/** Contested cells in which this person is no party (A1), each once, by the tag that leads it. */
function contested(view: QueueView, me: Worker, cells: Cells): QueueItem[] {
  if (!can(me.role, "adjudicate")) return [];
  const given = new AssignmentIndex(view.assignments, "adjudicate");
  const standing = standingClaims(view);
  const blindness = blindnessOf(view.policy, view.openings);
  const items: QueueItem[] = [];
  for (const [claimId, row] of cells) {
    if (!standing.has(claimId)) continue;
    for (const { state, leading, tags } of row.values()) {
      if (state !== "contested" || leading === null || isBlindCell(blindness, leading)) continue;
      if (isParty(me.id, tags, view.reviews)) continue;
      items.push(itemOfTag(me, { kind: "contested", why: "contested", tag: leading, given: given.on(leading) }));
    }
  }
  return items;
}

/** Open threads in which somebody else named this person. */
function mentions(view: QueueView, me: Worker): QueueItem[] {
  const tags = new Map(view.tags.map((tag) => [tag.id, tag]));
  return view.threads.flatMap((thread): QueueItem[] => {
    if (thread.resolved !== null) return [];
    const naming = thread.comments.filter(
      ({ authorId, mentions: named, withdrawn }) => authorId !== me.id && !withdrawn && named.includes(me.id),
    );
    const last = naming.at(-1);
    if (last === undefined) return [];
    const tag = thread.tagId === null ? undefined : tags.get(thread.tagId);
    return [
      {
        ...NO_TAG,
        id: `mentions ${thread.id}`,
        kind: "mentions",
        why: "mentioned",
        claimId: thread.claimId ?? tag?.claimId ?? null,
        sourceId: thread.passage?.sourceId ?? tag?.sourceId ?? null,
        ...(tag === undefined ? {} : { tagId: tag.id, tagVersion: tag.version, state: tag.state, stance: tag.stance }),
        authorId: last.authorId,
        threadId: thread.id,
        since: last.createdAt,
      },
    ];
  });
}

const NO_TAG = {
  tagId: null,
  tagVersion: null,
  authorId: null,
  stance: null,
  state: null,
  threadId: null,
  dueOn: null,
  assignmentId: null,
  assigneeIds: [],
} satisfies Partial<QueueItem>;

interface TagWork extends Pick<QueueItem, "kind" | "why"> {
  tag: TagView;
  given: AssignmentView[];
}

function itemOfTag(me: Worker, { kind, why, tag, given }: TagWork): QueueItem {
  const { id, claimId, sourceId, version, authorId, stance, state, updatedAt } = tag;
  const work = { id: `${kind} ${id}`, kind, why, claimId, sourceId, tagId: id, tagVersion: version };
  return { ...NO_TAG, ...work, authorId, stance, state, since: updatedAt, ...assignedTo(me, given) };
}

function itemOfCell(me: Worker, cell: CellRef, given: AssignmentView[]): QueueItem {
  const since = given.find(({ assigneeId }) => assigneeId === me.id)?.createdAt ?? "";
  const id = `to_tag ${cell.claimId} ${cell.sourceId}`;
  return { ...NO_TAG, ...cell, id, kind: "to_tag", why: "assigned", since, ...assignedTo(me, given) };
}

/** My own day counts before others': it is what I was told. */
function assignedTo(me: Worker, given: AssignmentView[]) {
  const mine = given.filter(({ assigneeId }) => assigneeId === me.id);
  const days = (mine.length > 0 ? mine : given).flatMap(({ dueOn }) => dueOn ?? []).sort();
  return {
    dueOn: days[0] ?? null,
    assignmentId: mine[0]?.id ?? null,
    assigneeIds: [...new Set(given.map(({ assigneeId }) => assigneeId))],
  };
}

function standingClaims(view: QueueView): Set<string> {
  return new Set(view.claims.filter((claim) => !claim.withdrawn).map((claim) => claim.id));
}

function oldestFirst(a: QueueItem, b: QueueItem): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1;
}

import type { DraftAnchor, DraftEdges, DraftElement } from "@assay/editor";
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";

/** A draft as it was left on this device. */
export interface KeptDraft {
  /** A second text of the same draft, written in another window, has a place of its own. */
  place: string;
  /** The revision it was begun from. */
  baseRevisionId: string;
  value: DraftElement[];
  edges: DraftEdges;
  anchors: readonly DraftAnchor[];
  at: string;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: KeptDraft };
}

let opening: Promise<IDBPDatabase<Schema> | null> | null = null;

/** Null where the browser keeps nothing (private windows of some): then drafts live as long as the page. */
function open(): Promise<IDBPDatabase<Schema> | null> {
  opening ??= openDB<Schema>("assay-drafts", 1, {
    upgrade(fresh) {
      fresh.createObjectStore("drafts");
    },
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opening = null;
    },
  }).catch(() => null);
  return opening;
}

/** What is not written away yet, or cannot be. */
const inMemory = new Map<string, KeptDraft>();

/** One for each person and source, and behind it those of further windows: nobody goes on in another's draft. */
export const draftPlace = (personId: string, sourceId: string) => `${personId} ${sourceId}`;

/** Every text that is kept of a draft, the newest first: more than one where it was written in two windows. */
export async function keptDrafts(personId: string, sourceId: string): Promise<KeptDraft[]> {
  const first = draftPlace(personId, sourceId);
  const stored = (await (await open())?.getAll("drafts", IDBKeyRange.bound(first, `${first}\uffff`))) ?? [];
  const held = [...inMemory.values()].filter(({ place }) => place.startsWith(first));
  const found = new Map<string, KeptDraft>();
  // One that was kept before there could be a second does not name its place.
  for (const kept of [...stored.map((one) => ({ ...one, place: one.place ?? first })), ...held]) {
    if (kept.at > (found.get(kept.place)?.at ?? "")) found.set(kept.place, kept);
  }
  return [...found.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** False where it lives only as long as the page. */
export async function keepDraft(draft: KeptDraft): Promise<boolean> {
  inMemory.set(draft.place, draft);
  try {
    const store = await open();
    if (store === null) return false;
    await store.put("drafts", draft, draft.place);
    // Another window may go on from there: what is on the device is what counts.
    if (inMemory.get(draft.place) === draft) inMemory.delete(draft.place);
    return true;
  } catch {
    return false;
  }
}

export async function dropDraft(place: string): Promise<void> {
  inMemory.delete(place);
  await (await open())?.delete("drafts", place);
}

import type { DraftAnchor, DraftEdges, DraftElement } from "@assay/editor";
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";

/** A draft as it was left on this device. */
export interface KeptDraft {
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

const inMemory = new Map<string, KeptDraft>();

/** One draft for each person and source: nobody goes on in what another left on the device. */
const keyOf = (personId: string, sourceId: string) => `${personId} ${sourceId}`;

export async function keptDraft(personId: string, sourceId: string): Promise<KeptDraft | null> {
  const key = keyOf(personId, sourceId);
  const held = inMemory.get(key);
  if (held !== undefined) return held;
  return (await (await open())?.get("drafts", key)) ?? null;
}

/** False where it lives only as long as the page. */
export async function keepDraft(personId: string, sourceId: string, draft: KeptDraft): Promise<boolean> {
  const key = keyOf(personId, sourceId);
  inMemory.set(key, draft);
  try {
    const store = await open();
    await store?.put("drafts", draft, key);
    return store !== null;
  } catch {
    return false;
  }
}

export async function dropDraft(personId: string, sourceId: string): Promise<void> {
  const key = keyOf(personId, sourceId);
  inMemory.delete(key);
  await (await open())?.delete("drafts", key);
}

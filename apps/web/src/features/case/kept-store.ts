import { openDB } from "idb";
import type { DBSchema } from "idb";
import type { KeptMutation } from "./kept-mutation.ts";

/** Where changes wait for the desk. Every call is for one person: nobody reads what another left on the device. */
export interface KeptStore {
  /** Whether what is kept here is there on the next visit. */
  lasting: boolean;
  all(personId: string): Promise<KeptMutation[]>;
  /** Answers with its place in the order. */
  add(mutation: KeptMutation): Promise<number>;
  put(mutation: KeptMutation): Promise<void>;
  remove(seq: number): Promise<void>;
}

interface Schema extends DBSchema {
  mutations: { key: number; value: Omit<KeptMutation, "seq"> & { seq?: number }; indexes: { person: string } };
}

/** IndexedDB; where the browser refuses it (private windows of some), memory, and then the page says so. */
export async function openKeptStore(): Promise<KeptStore> {
  try {
    const db = await openDB<Schema>("assay-kept", 1, {
      upgrade(fresh) {
        fresh.createObjectStore("mutations", { keyPath: "seq", autoIncrement: true }).createIndex("person", "personId");
      },
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
    return {
      lasting: true,
      all: async (personId) => (await db.getAllFromIndex("mutations", "person", personId)) as KeptMutation[],
      add: ({ seq: _none, ...mutation }) => db.add("mutations", mutation),
      put: async (mutation) => {
        await db.put("mutations", mutation);
      },
      remove: (seq) => db.delete("mutations", seq),
    };
  } catch {
    return memoryStore();
  }
}

export function memoryStore(): KeptStore {
  const held = new Map<number, KeptMutation>();
  let last = 0;
  return {
    lasting: false,
    all: (personId) => Promise.resolve([...held.values()].filter((one) => one.personId === personId)),
    add: (mutation) => {
      last += 1;
      held.set(last, { ...mutation, seq: last });
      return Promise.resolve(last);
    },
    put: (mutation) => {
      held.set(mutation.seq, mutation);
      return Promise.resolve();
    },
    remove: (seq) => {
      held.delete(seq);
      return Promise.resolve();
    },
  };
}

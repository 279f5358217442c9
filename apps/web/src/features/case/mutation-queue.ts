import type { RefusalInfo } from "../../refusal.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { blockedBy, needsChoice, nextToSend, restsOn, unsent } from "./kept-mutation.ts";
import type { KeptStore } from "./kept-store.ts";
import type { NewMutation, QueueMessage, QueueState, Sent, Told } from "./queue-state.ts";

export interface QueueOptions {
  store: Promise<KeptStore>;
  send: (mutation: KeptMutation) => Promise<unknown>;
  refusalOf: (error: unknown) => RefusalInfo;
  /** Lays what the desk answered over the case, before the change leaves the queue. */
  onAnswer: (caseId: string, answer: unknown) => void;
  onState: (state: QueueState) => void;
  /** Tells the other windows. */
  post: (message: QueueMessage) => void;
  /** One sender at a time over all windows. */
  alone: (personId: string, work: () => Promise<void>) => Promise<void>;
  /** Resolves when the next attempt may start: after `ms`, or sooner when the network comes back. */
  wait: (ms: number) => Promise<void>;
  now: () => number;
  /** How long whoever made a change waits for its answer before they are told that it is kept. */
  patience: number;
}

/** Of those who wait on this page for the answer to a change they made. */
interface Waiter {
  settle: (sent: Sent) => void;
  /** Without it they wait for the true answer, however long: they need what only the desk can say. */
  canGoOn: boolean;
}

const UNDECIDED = "Not done: it rests on a change that was refused. Decide on that one first, then do this again.";

/**
 * Changes of one person, kept on the device before they are sent, and sent one after the other in the order they were
 * made, so that each builds on the version the last one left. Without an answer the same one is sent again, with the
 * same mutation id (E4), in this visit or a later one. A refusal goes to whoever made the change while they wait for
 * it; later it stays here for the person to decide, and what rests on it stays behind it (E5).
 */
export function createMutationQueue(options: QueueOptions) {
  const { store, send, refusalOf, onAnswer, post, alone, wait, now } = options;
  let state: QueueState = { personId: null, kept: [], phase: "idle", savedAt: null, lasting: true };
  const waiters = new Map<string, Waiter>();
  /** Left the queue on this page or, by a message, on another: an older reading of the store must not bring it back. */
  const gone = new Set<string>();
  /** Found no room on the device: sent from this page, or not at all. */
  const homeless = new Set<string>();
  let draining = false;
  let again = false;

  const set = (next: Partial<QueueState>) => {
    state = { ...state, ...next };
    options.onState(state);
  };
  const find = (id: string) => state.kept.find((one) => one.id === id);
  const replace = (mutation: KeptMutation, id: string) =>
    set({ kept: inOrder(state.kept.map((one) => (one.id === id ? mutation : one))) });
  const tell = (told: Told) => {
    if (state.personId !== null) post({ personId: state.personId, ...told });
  };

  function drop(id: string): void {
    gone.add(id);
    set({ kept: state.kept.filter((one) => one.id !== id) });
  }

  /** A device that fails to write holds nothing up: what it still has of a change is sent again, and happens once (E4). */
  async function write(mutation: KeptMutation, work: (held: KeptStore) => Promise<void>): Promise<void> {
    if (!Number.isFinite(mutation.seq) || homeless.has(mutation.id)) return;
    await work(await store).catch(() => set({ lasting: false }));
  }

  function forget(mutation: KeptMutation): Promise<void> {
    drop(mutation.id);
    return write(mutation, (held) => held.remove(mutation.seq));
  }

  function keep(mutation: KeptMutation, id = mutation.id): Promise<void> {
    replace(mutation, id);
    return write(mutation, (held) => held.put(mutation));
  }

  async function reload(): Promise<void> {
    const { personId } = state;
    if (personId === null) return;
    const stored = await (await store).all(personId).catch(() => null);
    if (stored === null || state.personId !== personId) return;
    const known = new Set(stored.map(({ id }) => id));
    // What is still being stored is not among the stored ones yet.
    const isUnstored = ({ id, seq }: KeptMutation) => !known.has(id) && (!Number.isFinite(seq) || homeless.has(id));
    const unstored = state.kept.filter(isUnstored);
    const here = new Map(state.kept.map((one) => [one.id, one]));
    const found = stored.filter(({ id }) => !gone.has(id)).map((one) => asKnown(one, here.get(one.id)));
    const kept = inOrder([...found, ...unstored]);
    if (kept.length !== state.kept.length || kept.some((one, at) => one !== state.kept[at])) set({ kept });
  }

  async function drain(): Promise<void> {
    again = true;
    if (draining) return;
    draining = true;
    try {
      for (let failures = 0; again && state.personId !== null; ) {
        again = false;
        const { personId } = state;
        let outcome: "done" | "no-answer" | "signed-out" = "done";
        await alone(personId, async () => {
          await reload();
          outcome = await sendAll(personId);
        });
        failures = outcome === "done" ? 0 : failures + 1;
        if (outcome === "done") continue;
        again = true;
        set({ phase: outcome });
        goOn();
        await wait(backoff(failures - 1));
      }
    } finally {
      draining = false;
    }
  }

  async function sendAll(personId: string): Promise<"done" | "no-answer" | "signed-out"> {
    let savedAt = state.savedAt;
    for (;;) {
      const next = state.personId === personId ? nextToSend(state.kept) : null;
      if (next === null) break;
      try {
        const answer = await send(next);
        if (state.personId !== personId) return "done";
        // Not before: each further try without an answer is the same trouble, and not a moment of hope.
        set({ phase: "saving" });
        onAnswer(next.caseId, answer);
        savedAt = now();
        settle(next.id, { ok: true, answer });
        await forget(next);
        tell({ type: "answered", id: next.id, caseId: next.caseId, answer });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.code === "NETWORK" || refusal.code === "RATE_LIMITED") return "no-answer";
        if (refusal.code === "UNAUTHENTICATED") return "signed-out";
        savedAt = null;
        await refused(next, refusal);
        tell({ type: "refused", id: next.id, refusal });
      }
    }
    if (unsent(state.kept).length === 0) set({ phase: "idle", savedAt });
    return "done";
  }

  /** To whoever waits for it, with all that rests on it; else it is kept for the person to decide. */
  async function refused(mutation: KeptMutation, refusal: RefusalInfo): Promise<void> {
    const following = dependants(mutation);
    if (waiters.has(mutation.id) || mutation.rides) {
      await forget(mutation);
      settle(mutation.id, { ok: false, refusal });
      for (const one of following) await leaveBehind(one);
      return;
    }
    await keep({ ...mutation, refusal });
    for (const one of following) if (one.rides) await leaveBehind(one);
  }

  async function leaveBehind(mutation: KeptMutation): Promise<void> {
    const isAwaited = waiters.has(mutation.id);
    if (mutation.rides || isAwaited) await forget(mutation);
    else await keep({ ...mutation, held: true });
    settle(mutation.id, { ok: false, refusal: { code: "UNKNOWN", message: UNDECIDED, details: {} } });
  }

  function dependants(mutation: KeptMutation): KeptMutation[] {
    const found: KeptMutation[] = [mutation];
    for (const one of state.kept) if (found.some((earlier) => restsOn(one, earlier))) found.push(one);
    return found.slice(1);
  }

  function settle(id: string, sent: Sent): void {
    waiters.get(id)?.settle(sent);
    waiters.delete(id);
  }

  /** Nobody has to stand and wait for a desk that does not answer. */
  function goOn(): void {
    for (const [id, { canGoOn }] of waiters) if (canGoOn) settle(id, { ok: true, kept: true });
  }

  return {
    state: () => state,
    waiting: () => unsent(state.kept).length,

    /** From now on for this person: what they left in an earlier visit is sent. */
    async open(personId: string): Promise<void> {
      if (state.personId === personId) return;
      waiters.clear();
      set({ personId, kept: [], phase: "idle", savedAt: null });
      set({ lasting: (await store).lasting });
      await reload();
      void drain();
    },
    close(): void {
      waiters.clear();
      set({ personId: null, kept: [], phase: "idle", savedAt: null });
    },

    /** In the queue at once; stored, then sent. Never rejects. */
    add(mutation: NewMutation, canGoOn: boolean): Promise<Sent> {
      const { personId } = state;
      if (personId === null) return Promise.reject(new Error("Nobody is signed in"));
      const madeAt = new Date(now()).toISOString();
      const made: KeptMutation = { ...mutation, personId, madeAt, seq: Infinity, refusal: null, held: false };
      const phase = state.phase === "idle" ? "saving" : state.phase;
      const sent = new Promise<Sent>((resolve) => {
        waiters.set(made.id, { settle: resolve, canGoOn });
      });
      set({ kept: [...state.kept, made], phase });
      void (async () => {
        const held = await store;
        // A disk that is full keeps nothing, and the change is sent all the same.
        const seq = await held.add(made).catch(() => {
          homeless.add(made.id);
          set({ lasting: false });
          return Math.max(0, ...state.kept.map((one) => (Number.isFinite(one.seq) ? one.seq : 0))) + 0.5;
        });
        if (gone.has(made.id)) return held.remove(seq);
        replace({ ...made, seq }, made.id);
        if (state.phase === "no-answer" || state.phase === "signed-out") goOn();
        tell({ type: "changed" });
        return drain();
      })();
      if (canGoOn) setTimeout(() => settle(made.id, { ok: true, kept: true }), options.patience);
      return sent;
    },

    /** From another window of this browser. */
    receive(message: QueueMessage): void {
      if (message.personId !== state.personId) return;
      if (message.type === "changed") {
        void reload().then(() => (nextToSend(state.kept) === null ? undefined : drain()));
        return;
      }
      const mutation = find(message.id);
      if (message.type === "answered") {
        onAnswer(message.caseId, message.answer);
        settle(message.id, { ok: true, answer: message.answer });
        drop(message.id);
        if (unsent(state.kept).length === 0) set({ phase: "idle", savedAt: now() });
      } else if (mutation !== undefined && waiters.has(message.id)) {
        void refused(mutation, message.refusal).then(() => tell({ type: "changed" }));
      } else void reload();
    },

    /** The person has decided: once more, as it is now written, in its old place. What rested on it comes after it. */
    async sendAgain(changed: readonly { id: string; newId: string; input: unknown }[]): Promise<void> {
      for (const { id, newId, input } of changed) {
        const old = find(id);
        if (old === undefined) continue;
        const next: KeptMutation = { ...old, id: newId, input, refusal: null, held: false };
        await keep(next, id);
      }
      tell({ type: "changed" });
      void drain();
    },

    /** The person has decided: not any more. What rested on it waits for a decision of its own. */
    async giveUp(id: string): Promise<void> {
      const mutation = find(id);
      if (mutation === undefined) return;
      const following = state.kept.filter((one) => restsOn(one, mutation));
      await forget(mutation);
      for (const one of following) if (!needsChoice(one) && blockedBy(one, state.kept) === null) await leaveBehind(one);
      tell({ type: "changed" });
    },
  };
}

export type MutationQueue = ReturnType<typeof createMutationQueue>;

/** 1, 2, 4, 8, then every 15 seconds. */
export function backoff(failures: number): number {
  return Math.min(1000 * 2 ** failures, 15_000);
}

/** What it does never changes under one id: read anew, it is the same as is shown already. */
function asKnown(stored: KeptMutation, here: KeptMutation | undefined): KeptMutation {
  if (here === undefined) return stored;
  const isSame = here.seq === stored.seq && here.held === stored.held && (here.refusal === null) === (stored.refusal === null);
  return isSame ? here : { ...stored, input: here.input };
}

function inOrder(kept: readonly KeptMutation[]): KeptMutation[] {
  return kept.toSorted((a, b) => (a.seq === b.seq ? 0 : a.seq - b.seq));
}

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { RefusalInfo } from "../../refusal.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import type { KeptStore } from "./kept-store.ts";
import { memoryStore } from "./kept-store.ts";
import { backoff, createMutationQueue } from "./mutation-queue.ts";
import type { NewMutation, QueueMessage, QueueState } from "./queue-state.ts";

const refusal = (code: RefusalInfo["code"]): RefusalInfo => ({ code, message: `${code} says no`, details: {} });
const NO_ANSWER = refusal("NETWORK");
const REFUSED = refusal("REFUSED");

/** A desk that does each mutation once, and says what it did. */
class Desk {
  readonly done: string[] = [];
  readonly arrived: string[] = [];
  /** What the next attempts end in; then they succeed. `lost`: it is done, and the answer does not come. */
  next: (RefusalInfo | "lost")[] = [];
  session = "ana";

  send = async (mutation: KeptMutation): Promise<unknown> => {
    await Promise.resolve();
    if (mutation.personId !== this.session) throw refusal("UNAUTHENTICATED");
    const fate = this.next.shift();
    if (fate !== undefined && fate !== "lost") throw fate;
    this.arrived.push(mutation.id);
    if (!this.done.includes(mutation.id)) this.done.push(mutation.id);
    if (fate === "lost") throw NO_ANSWER;
    return { answerTo: mutation.id };
  };
}

/** One window of the browser. `others` hear what it tells. */
function openWindow(desk: Desk, store: KeptStore, others: ((message: QueueMessage) => void)[] = []) {
  const states: QueueState[] = [];
  const laid: unknown[] = [];
  const waits: number[] = [];
  /** While closed, an attempt that got no answer is the last. */
  let gate: { open: boolean; pass: (() => void)[] } = { open: true, pass: [] };
  const queue = createMutationQueue({
    store: Promise.resolve(store),
    send: desk.send,
    refusalOf: (error) => error as RefusalInfo,
    onAnswer: (_caseId, answer) => laid.push(answer),
    onState: (state) => states.push(state),
    post: (message) => {
      for (const hear of others) hear(message);
    },
    alone: (_name, work) => work(),
    wait: (ms) => {
      waits.push(ms);
      return new Promise((resolve) => (gate.open ? setTimeout(resolve) : gate.pass.push(resolve)));
    },
    now: () => 7,
    patience: 60_000,
  });
  return {
    queue,
    states,
    laid,
    waits,
    shut: () => (gate = { open: false, pass: [] }),
    open: () => {
      gate.open = true;
      for (const pass of gate.pass.splice(0)) pass();
    },
  };
}

const made = (id: string, subject = "c1", more: Partial<NewMutation> = {}): NewMutation => ({
  id,
  workspaceId: "w",
  caseId: "k",
  caseTitle: "The closed bridge",
  procedure: "claim.edit",
  input: { mutationId: id, caseId: "k", claimId: subject, text: `Words of ${id}` },
  label: `Edit ${subject}`,
  rides: false,
  ...more,
});

/** Time for what must not happen to happen. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** However busy the machine is. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000 });
/** Until the desk has done just this, in this order. */
const untilDone = (desk: Desk, ids: string[]) => until(() => expect(desk.done).toEqual(ids));
const untilEmpty = (store: KeptStore) => until(async () => expect(await store.all("ana")).toEqual([]));

async function signedIn(desk: Desk, store = memoryStore()) {
  const window = openWindow(desk, store);
  await window.queue.open("ana");
  return { ...window, store };
}

describe("the queue of changes", () => {
  it("goes on with the change it holds when it reads the same one back from the device", async () => {
    const disk = memoryStore();
    const store: KeptStore = { ...disk, all: async (personId) => structuredClone(await disk.all(personId)) };
    const desk = new Desk();
    desk.next = [NO_ANSWER];
    const { queue, states, shut } = openWindow(desk, store);
    shut();
    await queue.open("ana");
    const mutation = made("m1");
    void queue.add(mutation, true);
    await vi.waitFor(() => expect(queue.state().phase).toBe("no-answer"), { timeout: 10_000 });
    const shown = states.flatMap(({ kept }) => kept);
    expect(shown.length).toBeGreaterThan(1);
    for (const { input } of shown) expect(input).toBe(mutation.input);
    expect(await disk.all("ana")).toHaveLength(1);
  });

  it("[E4] repeats the same mutation until there is an answer, and the desk does it once", async () => {
    const desk = new Desk();
    const { queue, waits, laid } = await signedIn(desk);
    desk.next = [NO_ANSWER, "lost", refusal("RATE_LIMITED")];
    expect(await queue.add(made("m1"), false)).toEqual({ ok: true, answer: { answerTo: "m1" } });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(desk.done).toEqual(["m1"]);
    expect(desk.arrived).toEqual(["m1", "m1"]);
    expect(laid).toEqual([{ answerTo: "m1" }]);
    await until(() => expect(queue.state()).toMatchObject({ kept: [], phase: "idle", savedAt: 7 }));
  });

  it("[E5] sends in the order in which changes were made, each after the answer to the one before", async () => {
    const desk = new Desk();
    const { queue } = await signedIn(desk);
    desk.next = [NO_ANSWER];
    await Promise.all(["m1", "m2", "m3"].map((id) => queue.add(made(id), false)));
    expect(desk.done).toEqual(["m1", "m2", "m3"]);
  });

  it("keeps a change before it is sent, and tells its maker so where the desk does not answer", async () => {
    const desk = new Desk();
    const { queue, store, shut } = await signedIn(desk);
    shut();
    desk.next = [NO_ANSWER];
    expect(await queue.add(made("m1"), true)).toEqual({ ok: true, kept: true });
    expect(await queue.add(made("m2"), true)).toEqual({ ok: true, kept: true });
    expect((await store.all("ana")).map(({ id }) => id)).toEqual(["m1", "m2"]);
    expect(queue.state().phase).toBe("no-answer");
    expect(queue.waiting()).toBe(2);
    expect(desk.done).toEqual([]);
  });

  it("[E4] sends in the next visit what an earlier one left, in order, and once", async () => {
    const desk = new Desk();
    const first = await signedIn(desk);
    first.shut();
    desk.next = ["lost"];
    await Promise.all(["m1", "m2", "m3"].map((id) => first.queue.add(made(id), true)));
    first.queue.close();
    const second = await signedIn(desk, first.store);
    await untilEmpty(first.store);
    expect(desk.done).toEqual(["m1", "m2", "m3"]);
    expect(second.laid).toHaveLength(3);
  });

  it("neither shows nor sends one person's changes to another", async () => {
    const desk = new Desk();
    const { queue, store, shut, open } = await signedIn(desk);
    shut();
    desk.next = [NO_ANSWER];
    await queue.add(made("m1"), true);
    desk.session = "teo";
    const other = openWindow(desk, store);
    await other.queue.open("teo");
    open();
    await settled();
    expect(other.queue.state().kept).toEqual([]);
    expect(desk.done).toEqual([]);
    expect(queue.state()).toMatchObject({ phase: "signed-out", kept: [{ id: "m1" }] });
    queue.close();
  });

  it("a refusal goes to the maker who waits for it, with what rests on it; the rest is sent", async () => {
    const desk = new Desk();
    const { queue, store } = await signedIn(desk);
    desk.next = [REFUSED];
    const outcomes = await Promise.all([
      queue.add(made("m1"), false),
      queue.add(made("m2"), false),
      queue.add(made("m3", "c2"), false),
    ]);
    expect(outcomes[0]).toEqual({ ok: false, refusal: REFUSED });
    expect(outcomes[1]).toMatchObject({ ok: false });
    expect(outcomes[2]).toEqual({ ok: true, answer: { answerTo: "m3" } });
    expect(desk.done).toEqual(["m3"]);
    expect(await store.all("ana")).toEqual([]);
  });

  describe("a refusal of a kept change", () => {
    async function conflict() {
      const desk = new Desk();
      const opened = await signedIn(desk);
      opened.shut();
      desk.next = [NO_ANSWER, refusal("CONFLICT")];
      await opened.queue.add(made("m1"), true);
      await opened.queue.add(made("m2"), true);
      await opened.queue.add(made("ride", "c1", { rides: true }), true);
      await opened.queue.add(made("m3", "c2"), true);
      opened.open();
      await untilDone(desk, ["m3"]);
      await settled();
      return { desk, ...opened };
    }

    it("[E5] stays for a decision, stops what rests on it, and nothing else", async () => {
      const { desk, queue, store } = await conflict();
      expect(desk.done).toEqual(["m3"]);
      expect(queue.state().kept.map(({ id, refusal: no }) => [id, no?.code])).toEqual([
        ["m1", "CONFLICT"],
        ["m2", undefined],
      ]);
      expect(queue.waiting()).toBe(0);
      expect((await store.all("ana"))[0]).toMatchObject({ id: "m1", refusal: { code: "CONFLICT" } });
    });

    it("[E5] sent again, it goes first and the rest follows it", async () => {
      const { desk, queue } = await conflict();
      await queue.sendAgain([
        { id: "m1", newId: "m1b", input: made("m1b").input },
        { id: "m2", newId: "m2b", input: made("m2b").input },
      ]);
      await untilDone(desk, ["m3", "m1b", "m2b"]);
      await until(() => expect(queue.state().kept).toEqual([]));
    });

    it("given up, what rested on it waits for a decision of its own, with its words", async () => {
      const { desk, queue, store } = await conflict();
      await queue.giveUp("m1");
      await settled();
      expect(desk.done).toEqual(["m3"]);
      expect(await store.all("ana")).toMatchObject([{ id: "m2", held: true, input: { text: "Words of m2" } }]);
      await queue.sendAgain([{ id: "m2", newId: "m2b", input: made("m2b").input }]);
      await untilDone(desk, ["m3", "m2b"]);
    });
  });

  it("two windows: each sees the other's changes, and the maker gets the answer the other was given", async () => {
    const desk = new Desk();
    const store = memoryStore();
    const hearers: ((message: QueueMessage) => void)[] = [];
    const one = openWindow(desk, store, [(message) => hearers[1]?.(message)]);
    const two = openWindow(desk, store, [(message) => hearers[0]?.(message)]);
    hearers.push(one.queue.receive, two.queue.receive);
    await one.queue.open("ana");
    await two.queue.open("ana");
    one.shut();
    two.shut();
    desk.next = [NO_ANSWER, NO_ANSWER];
    const answered = one.queue.add(made("m1"), false);
    await until(() => expect(two.queue.state().kept.map(({ id }) => id)).toEqual(["m1"]));
    two.open();
    expect(await answered).toEqual({ ok: true, answer: { answerTo: "m1" } });
    for (const { queue } of [one, two]) {
      await until(() => expect(queue.state()).toMatchObject({ kept: [], phase: "idle" }));
    }
    expect(one.laid).toEqual(two.laid);
  });

  it("sends what the device has no room for, and says that it is not kept", async () => {
    const desk = new Desk();
    const full = { ...memoryStore(), lasting: true, add: () => Promise.reject(new Error("Quota exceeded")) };
    const { queue } = await signedIn(desk, full);
    expect(await queue.add(made("m1"), false)).toMatchObject({ ok: true });
    expect(queue.state()).toMatchObject({ kept: [], lasting: false });
  });

  it("[E4] whatever gets lost on the way and however often a page is closed, all is done once and in order", async () => {
    const fate = fc.constantFrom<(RefusalInfo | "lost" | null)[]>([null], [NO_ANSWER], ["lost"], ["lost", "lost"]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ fate, closes: fc.boolean() }), { maxLength: 12 }), async (steps) => {
        const desk = new Desk();
        const store = memoryStore();
        let window = await signedIn(desk, store);
        for (const [index, { fate: list, closes }] of steps.entries()) {
          desk.next.push(...list.filter((one) => one !== null));
          if (closes) window.shut();
          await window.queue.add(made(`m${index}`), true);
          if (!closes) continue;
          window.queue.close();
          window = await signedIn(desk, store);
        }
        await untilEmpty(store);
        expect(desk.done).toEqual(steps.map((_, index) => `m${index}`));
      }),
      { numRuns: 40 },
    );
  });

  it("waits longer from try to try, and never long", () => {
    expect([0, 1, 2, 3, 4, 20].map(backoff)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});

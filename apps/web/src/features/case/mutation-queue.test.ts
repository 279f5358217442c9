import { describe, expect, it } from "vitest";
import type { RefusalInfo } from "../../trpc.ts";
import type { SaveStatus } from "./mutation-queue.ts";
import { backoff, createMutationQueue } from "./mutation-queue.ts";

const NO_ANSWER: RefusalInfo = { code: "NETWORK", message: "no answer", details: {} };
const REFUSED: RefusalInfo = { code: "REFUSED", message: "S3 says no", details: {} };

function setUp() {
  const seen: SaveStatus[] = [];
  const waits: number[] = [];
  const queue = createMutationQueue({
    refusalOf: (error) => error as RefusalInfo,
    onStatus: (status) => seen.push(status),
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    now: () => 7,
  });
  return { queue, seen, waits };
}

const failing = (times: number, error: RefusalInfo, value: string) => {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(error) : Promise.resolve(value));
};

describe("mutation queue", () => {
  it("[E4] repeats the same attempt until there is an answer", async () => {
    const { queue, seen, waits } = setUp();
    expect(await queue.send(failing(3, NO_ANSWER, "done"))).toEqual({ ok: true, value: "done" });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(seen.map((status) => status.phase)).toEqual([
      "saving",
      "retrying",
      "saving",
      "retrying",
      "saving",
      "retrying",
      "saving",
      "saved",
    ]);
    expect(seen.at(-1)).toEqual({ phase: "saved", at: 7 });
  });

  it("gives a refusal back without repeating it", async () => {
    const { queue, seen, waits } = setUp();
    expect(await queue.send(failing(1, REFUSED, "done"))).toEqual({ ok: false, refusal: REFUSED });
    expect(waits).toEqual([]);
    expect(seen.at(-1)).toEqual({ phase: "idle" });
  });

  it("starts a change only when the one before it is through", async () => {
    const { queue, seen } = setUp();
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} starts`);
      await Promise.resolve();
      order.push(`${name} ends`);
    };
    await Promise.all([queue.send(step("a")), queue.send(step("b"))]);
    expect(order).toEqual(["a starts", "a ends", "b starts", "b ends"]);
    await Promise.resolve();
    expect(seen.filter((status) => status.phase === "saved")).toHaveLength(1);
    expect(queue.waiting()).toBe(0);
  });

  it("goes on after a refusal", async () => {
    const { queue } = setUp();
    const [first, second] = await Promise.all([
      queue.send(failing(1, REFUSED, "a")),
      queue.send(() => Promise.resolve("b")),
    ]);
    expect(first.ok).toBe(false);
    expect(second).toEqual({ ok: true, value: "b" });
  });

  it("never waits longer than a quarter of a minute", () => {
    expect([0, 1, 2, 3, 4, 30].map(backoff)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});

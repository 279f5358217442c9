import { describe, expect, it } from "vitest";
import { TextCache } from "./text-cache.ts";

/** Asks for a text of a length and tells whether it had to be read. */
async function isRead(cache: TextCache, id: string, length = 4): Promise<boolean> {
  let read = false;
  const text = await cache.get(id, length, async () => {
    read = true;
    return id.repeat(length);
  });
  expect(text).toBe(id.repeat(length));
  return read;
}

describe("the cache of texts", () => {
  it("reads a text once", async () => {
    const cache = new TextCache(10);
    expect([await isRead(cache, "a"), await isRead(cache, "a"), await isRead(cache, "b")]).toEqual([true, false, true]);
  });

  it("lets go of the one that was not asked for longest", async () => {
    const cache = new TextCache(10);
    for (const id of ["a", "b", "a", "c"]) await isRead(cache, id);
    expect([await isRead(cache, "c"), await isRead(cache, "a")]).toEqual([false, false]);
    expect(await isRead(cache, "b")).toBe(true);
  });

  it("does not empty itself for a text larger than all of it", async () => {
    const cache = new TextCache(10);
    await isRead(cache, "a");
    expect([await isRead(cache, "b", 11), await isRead(cache, "b", 11), await isRead(cache, "a")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("counts a text once that two asked for at the same time", async () => {
    const cache = new TextCache(10);
    await Promise.all([isRead(cache, "a"), isRead(cache, "a"), isRead(cache, "a")]);
    await isRead(cache, "b");
    expect(await isRead(cache, "a")).toBe(false);
  });
});

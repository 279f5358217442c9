import { describe, expect, it } from "vitest";
import { CHUNK_SIZE } from "../chunk-heights.ts";
import { ChunkStore } from "./chunk-store.ts";

describe("chunk store", () => {
  it("keeps a short text mounted whole", () => {
    const store = new ChunkStore(CHUNK_SIZE);
    store.setVisible(new Map([[0, false]]));
    expect(store.count).toBe(1);
    expect(store.isMounted(0)).toBe(true);
  });

  it("mounts what is in view or pinned, and tells only the chunks that change", () => {
    const store = new ChunkStore(CHUNK_SIZE * 10);
    const told: number[] = [];
    for (let chunk = 0; chunk < store.count; chunk++) store.subscribe(chunk, () => told.push(chunk));
    store.setVisible(new Map([[0, true], [1, true]]));
    store.pin("selection", new Set([1, 7]));
    store.setVisible(new Map([[0, false], [1, false]]));
    expect(told).toEqual([1, 7, 0]);
    expect([0, 1, 7].map((chunk) => store.isMounted(chunk))).toEqual([false, true, true]);
    store.pin("selection", new Set([2]));
    expect([1, 2, 7].map((chunk) => store.isMounted(chunk))).toEqual([false, true, false]);
  });
});

import { describe, expect, it } from "vitest";
import { FrameRing } from "./frame-ring.ts";

const entry = (number: number) => ({ number, message: { type: "reload" } as const, seal: {} });
const after = (ring: FrameRing, number: number) => [...ring.after(number)].map((kept) => kept.number);

describe("the ring of newest messages", () => {
  it("gives what comes after a number, in order", () => {
    const ring = new FrameRing(10);
    ring.add([entry(12), entry(13), entry(17)]);
    expect([ring.start, ring.head]).toEqual([10, 17]);
    expect(after(ring, 10)).toEqual([12, 13, 17]);
    expect(after(ring, 12)).toEqual([13, 17]);
    // In the middle of a mutation's events.
    expect(after(ring, 15)).toEqual([17]);
    expect(after(ring, 17)).toEqual([]);
  });

  it("lets go of the oldest beyond its capacity, and says from where on it has everything", () => {
    const one = new FrameRing(0);
    one.add([entry(100)]);
    const size = [...one.after(0)][0]?.frame.bytes.length ?? 0;
    const ring = new FrameRing(100, size * 3);
    ring.add([101, 102, 103, 104, 105].map(entry));
    expect([ring.start, ring.head]).toEqual([102, 105]);
    expect(after(ring, 102)).toEqual([103, 104, 105]);
  });

  it("keeps nothing of a message that is larger than all of it, and the head all the same", () => {
    const ring = new FrameRing(0, 10);
    ring.add([entry(1)]);
    expect([ring.start, ring.head]).toEqual([1, 1]);
    expect(after(ring, 0)).toEqual([]);
  });
});

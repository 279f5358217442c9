import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Seal } from "./seal.ts";
import { seenEvents, seenNumber, unsealed } from "./seal.ts";

const people = ["ann", "ben", "cam"];

/** A log as a list of mutations, each a list of events: for whom it is sealed, or null. */
const log = fc.array(fc.array(fc.constantFrom(null, ...people), { minLength: 1, maxLength: 4 }), { maxLength: 12 });

interface Stored {
  lastEvent: number;
  seal: Seal;
  events: { number: number; sealedFor: string | null }[];
}

function store(mutations: readonly (string | null)[][]): Stored[] {
  let number = 0;
  const before: Record<string, number> = {};
  return mutations.map((sealedHere) => {
    const seal = { sealedBefore: { ...before }, sealedHere };
    const events = sealedHere.map((sealedFor) => ({ number: ++number, sealedFor }));
    for (const person of sealedHere) if (person !== null) before[person] = (before[person] ?? 0) + 1;
    return { lastEvent: number, seal, events };
  });
}

describe("the places of what one person is sent", () => {
  it("[B1] [E3] run 1, 2, 3 … without a gap, whatever is sealed for others in between", () => {
    fc.assert(
      fc.property(log, fc.constantFrom(...people), (mutations, viewer) => {
        const sent = store(mutations).flatMap(({ events, seal }) => seenEvents(events, seal, viewer));
        expect(sent.map(({ number }) => number)).toEqual(sent.map((_, index) => index + 1));
        expect(sent.every(({ sealedFor }) => sealedFor === null || sealedFor === viewer)).toBe(true);
      }),
    );
  });

  it("[B1] end a mutation where its last event that is sent stands", () => {
    fc.assert(
      fc.property(log, fc.constantFrom(...people), (mutations, viewer) => {
        let last = 0;
        for (const { lastEvent, seal, events } of store(mutations)) {
          last = seenEvents(events, seal, viewer).at(-1)?.number ?? last;
          expect(seenNumber(lastEvent, seal, viewer)).toBe(last);
        }
      }),
    );
  });

  it("are the log's own where nothing was ever sealed", () => {
    expect(seenNumber(12, {}, "ann")).toBe(12);
    expect(seenEvents([{ number: 11 }, { number: 12 }], {}, "ann")).toEqual([{ number: 11 }, { number: 12 }]);
  });
});

describe("an answer", () => {
  it("[B1] leaves the server at its place in the asking person's counting, without its seal", () => {
    const seal = { sealedBefore: { ann: 3, ben: 2 }, sealedHere: [null, "ben"] };
    const stored = { lastEvent: 12, lastHash: "h", ...seal, tags: [] };
    expect(unsealed(stored, "ann")).toEqual({ lastEvent: 9, lastHash: "h", tags: [] });
    expect(unsealed(stored, "ben")).toEqual({ lastEvent: 9, lastHash: "h", tags: [] });
    expect(unsealed(stored, "cam")).toEqual({ lastEvent: 6, lastHash: "h", tags: [] });
  });
});

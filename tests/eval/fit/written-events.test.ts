import { describe, expect, it } from "vitest";
import { writtenEvents } from "./written-events.ts";

const events = writtenEvents();

describe("the events written for fitting", () => {
  it("are there, each once, with a cell of every source for every claim", () => {
    expect(events).toHaveLength(70);
    expect(new Set(events.map(({ name }) => name)).size).toBe(events.length);
    for (const { name, sources, gold } of events) {
      const ids = sources.map(({ id }) => id);
      for (const { id, sources: cells } of gold.claims) expect(cells.map(({ source }) => source), `${name} ${id}`).toEqual(ids);
    }
  });

  it("quote at the offsets they give, word for word; what is missing quotes nothing", () => {
    for (const { name, sources, gold } of events) {
      const textOf = new Map(sources.map(({ id, text }) => [id, text]));
      for (const { source, status, quote, start, end } of gold.claims.flatMap(({ sources: cells }) => cells)) {
        if (status === "missing") expect([quote, start, end], name).toEqual([null, null, null]);
        else expect(textOf.get(source)?.slice(start ?? 0, end ?? 0), name).toBe(quote);
      }
      for (const { a, b } of gold.differences) for (const { source, start, end, text } of [a, b]) expect(textOf.get(source)?.slice(start, end), name).toBe(text);
    }
  });
});

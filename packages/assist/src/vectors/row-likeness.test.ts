import { describe, expect, it } from "vitest";
import { loadVectors } from "./load-vectors.ts";
import { RowLikeness } from "./row-likeness.ts";

describe("likenesses that are kept", () => {
  it("are those of the vectors, asked for again, the other way round and after others took their place", () => {
    const vectors = loadVectors();
    const likeness = new RowLikeness(vectors);
    const rows = Array.from({ length: 300 }, (_, at) => at * 61);
    const compared = [...rows, ...rows].flatMap((a) => rows.map((b) => ({ kept: likeness.of(a, b), own: vectors.rowSimilarity(a, b) })));
    expect(compared.filter(({ kept, own }) => kept !== own)).toEqual([]);
  });

  it("are none of a word that has no row", () => {
    const likeness = new RowLikeness(loadVectors());
    expect([likeness.of(-1, 3), likeness.of(3, -1), likeness.of(-1, -1)]).toEqual([0, 0, 0]);
  });
});

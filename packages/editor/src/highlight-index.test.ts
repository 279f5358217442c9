import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HighlightIndex } from "./highlight-index.ts";
import { compareMarks, type HighlightMark } from "./highlight-mark.ts";

const blocks = [
  { start: 0, end: 30 },
  { start: 32, end: 60 },
  { start: 62, end: 90 },
  { start: 92, end: 120 },
];

function mark(id: string, start: number, end: number, claimId = id): HighlightMark {
  return { id, claimId, tagId: "t", start, end, stance: "verified", label: claimId };
}

function indexOf(...marks: HighlightMark[]): HighlightIndex {
  const index = new HighlightIndex(blocks);
  index.set(marks);
  return index;
}

/** What a pane has painted: it asks about the blocks in view alone, and again only about those that have changed. */
class Painted {
  readonly #index: HighlightIndex;
  readonly #blocks = new Map<number, string>();

  constructor(index: HighlightIndex) {
    this.#index = index;
  }

  change(changed: ReadonlySet<number>, asked: readonly number[]): void {
    for (const block of changed) this.#blocks.delete(block);
    for (const block of asked) {
      const now = JSON.stringify(this.#index.segments(block));
      expect(this.#blocks.get(block) ?? now).toBe(now);
      this.#blocks.set(block, now);
    }
  }
}

describe("highlight index", () => {
  it("answers with the marks over a letter, outermost first", () => {
    const index = indexOf(mark("inner", 5, 10), mark("outer", 2, 20), mark("other", 40, 50));
    expect(index.at(6).map(({ id }) => id)).toEqual(["outer", "inner"]);
    expect(index.at(10).map(({ id }) => id)).toEqual(["outer"]);
    expect(index.at(20)).toEqual([]);
    expect(index.at(31)).toEqual([]);
  });

  it("cuts a mark over several blocks into their segments and gives the first one its glyph", () => {
    const index = indexOf(mark("long", 20, 70));
    expect(index.segments(0)).toMatchObject([{ start: 20, end: 30, first: true }]);
    expect(index.segments(1)).toMatchObject([{ start: 32, end: 60, first: false }]);
    expect(index.segments(2)).toMatchObject([{ start: 62, end: 70, first: false }]);
    expect(index.segments(3)).toEqual([]);
  });

  it("leaves out marks that cover no letter", () => {
    const index = indexOf(mark("gap", 30, 32), mark("empty", 5, 5), mark("beyond", 200, 210));
    expect(index.size).toBe(0);
    expect(index.add(mark("gap", 60, 62))).toEqual(new Set());
  });

  it("steps the underlines of overlapping marks down, three lines at most", () => {
    const index = indexOf(mark("a", 0, 20), mark("b", 2, 18), mark("c", 4, 16), mark("d", 6, 14), mark("e", 20, 25));
    expect(["a", "b", "c", "d", "e"].map((id) => index.depth(id))).toEqual([0, 1, 2, 2, 0]);
  });

  it("does not step an underline down for a mark that meets it in the white space between two blocks alone", () => {
    const index = indexOf(mark("above", 3, 31), mark("below", 30, 40));
    expect([index.depth("above"), index.depth("below")]).toEqual([0, 0]);
    index.set([mark("above", 3, 40), mark("below", 30, 40)]);
    index.set([mark("above", 3, 31), mark("below", 30, 40)]);
    expect([index.depth("above"), index.depth("below")]).toEqual([0, 0]);
  });

  it("reports the blocks of the added mark and of those whose underline it moves", () => {
    const index = indexOf(mark("long", 25, 70), mark("far", 100, 110));
    expect(index.depth("long")).toBe(0);
    expect(index.add(mark("outer", 20, 34))).toEqual(new Set([0, 1, 2]));
    expect(index.depth("long")).toBe(1);
    expect(index.remove("outer")).toEqual(new Set([0, 1, 2]));
    expect(index.depth("long")).toBe(0);
    expect(index.remove("outer")).toEqual(new Set());
  });

  it("changes nothing when the same marks are set again", () => {
    const marks = [mark("a", 1, 5), mark("b", 40, 50)];
    const index = indexOf(...marks);
    expect(index.set(marks.map((one) => ({ ...one })))).toEqual(new Set());
    expect(index.set([marks[0]!, { ...marks[1]!, stance: "disputed" }])).toEqual(new Set([1]));
    expect(index.set([marks[0]!])).toEqual(new Set([1]));
  });

  it("steps through marks that begin together without skipping one, and stops at the ends", () => {
    const index = indexOf(mark("a", 5, 9), mark("b", 5, 20), mark("c", 100, 104));
    const first = index.next(-1)!;
    const second = index.next(first.start, first)!;
    const third = index.next(second.start, second)!;
    expect([first.id, second.id, third.id]).toEqual(["b", "a", "c"]);
    expect(index.next(third.start, third)).toBeNull();
    expect(index.previous(100, third)?.id).toBe("a");
    expect(index.previous(5)).toBeNull();
    expect(index.previous(120)?.id).toBe("c");
  });

  it("knows the blocks of a claim", () => {
    const index = indexOf(mark("a", 1, 5, "C1"), mark("b", 50, 70, "C1"), mark("c", 100, 104, "C2"));
    expect(index.blocksOfClaim("C1")).toEqual(new Set([0, 1, 2]));
    expect(index.ofClaim("C1").map(({ id }) => id)).toEqual(["a", "b"]);
    index.remove("b");
    expect(index.blocksOfClaim("C1")).toEqual(new Set([0]));
  });

  it("is after any changes what it would be had the marks been set at once", () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 119 }), fc.integer({ min: 1, max: 45 }))
      .map(([start, length]) => ({ start, end: Math.min(120, start + length) }));
    const asked = fc.subarray(blocks.map((_, block) => block));
    const step = fc.record({ id: fc.integer({ min: 0, max: 12 }), range, remove: fc.boolean(), asked });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const index = new HighlightIndex(blocks);
        const kept = new Map<string, HighlightMark>();
        const painted = new Painted(index);
        for (const { id, range: at, remove, asked: seen } of steps) {
          const name = `m${id}`;
          const changed = remove ? index.remove(name) : index.replace(mark(name, at.start, at.end));
          if (remove) kept.delete(name);
          else kept.set(name, mark(name, at.start, at.end));
          painted.change(changed, seen);
        }
        painted.change(new Set(), blocks.map((_, block) => block));
        const fresh = indexOf(...[...kept.values()].sort(compareMarks));
        blocks.forEach((_, block) => expect(index.segments(block)).toEqual(fresh.segments(block)));
      }),
    );
  });

  it("is after any lists set one after the other what the last of them alone would be, ids twice and empty marks too", () => {
    const one = fc
      .record({ id: fc.integer({ min: 0, max: 9 }), start: fc.nat(119), length: fc.nat(45) })
      .map(({ id, start, length }) => mark(`m${id}`, start, Math.min(120, start + length)));
    // Most of a list is the list before it: what a change of the case does.
    const edit = fc.record({ at: fc.nat(12), drop: fc.nat(2), come: fc.array(one, { maxLength: 3 }), single: fc.option(one), asked: fc.subarray([0, 1, 2, 3]) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const index = new HighlightIndex(blocks);
        let marks: HighlightMark[] = [];
        const painted = new Painted(index);
        for (const { at, drop, come, single, asked } of edits) {
          if (single !== null) painted.change(index.replace(single), []);
          marks = marks.toSpliced(at, drop, ...come);
          painted.change(index.set(marks), asked);
          const fresh = indexOf(...marks);
          for (const block of asked) expect(index.segments(block)).toEqual(fresh.segments(block));
        }
        painted.change(new Set(), [0, 1, 2, 3]);
      }),
    );
  });
});

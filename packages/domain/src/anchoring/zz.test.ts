import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isGraphemeBoundary, trimRange } from "../graphemes.ts";
import { alignTexts } from "./align-texts.ts";
import { makeAnchor } from "./make-anchor.ts";
import { mapAnchors } from "./map-anchors.ts";

const words = fc.constantFrom("the", "call", "lasted", "50", "3.5", "minutes", "Ćirić", "не", "电话", "👩‍👧", "e\u0301t\u00e9", "no", "said", "🇫🇷");
const glue = fc.constantFrom(" ", " ", " ", ", ", ". ", ".\n", "\n\n", "", "\u0301", "\u200d");
const text = fc
  .array(fc.tuple(words, glue), { minLength: 1, maxLength: 60 })
  .map((pairs) => pairs.flat().join(""));
const anyText = fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ unit: "binary", maxLength: 60 }));

/** An anchor somewhere in the text, made as the product makes one; null where the text has nothing to anchor to. */
function anchorIn(source: string, at: number, length: number) {
  const cuts = Array.from({ length: source.length + 1 }, (_, i) => i).filter((i) => isGraphemeBoundary(source, i));
  const from = at % cuts.length;
  const start = cuts[from] ?? 0;
  const end = cuts[Math.min(cuts.length - 1, from + 1 + length)] ?? start;
  const range = start < end ? trimRange(source, start, end) : null;
  return range ? makeAnchor(source, range.start, range.end) : null;
}

const RUNS = { numRuns: 6000 };

describe("mapAnchors, whatever the texts", () => {
  it("[X1] [X3] what it finds is the new text's own words, whole characters, with their surroundings", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(12), (old, fresh, at, length) => {
        const anchor = anchorIn(old, at, length);
        if (!anchor) return;
        const [result] = mapAnchors(old, fresh, [anchor]);
        const found = result?.anchor;
        if (found?.state === "orphaned" || found?.state === "ambiguous") {
          expect(found).toEqual({ ...anchor, state: found.state });
          return;
        }
        expect(found).toEqual({ ...makeAnchor(fresh, found?.start ?? -1, found?.end ?? -1), state: found?.state });
        expect(found?.state === "fuzzy").toBe(found?.exact !== anchor.exact);
      }),
      RUNS,
    );
  });

  it("[X4] an unchanged text maps onto itself, a text put before or after moves nothing apart", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(12), (old, at, length) => {
        const anchor = anchorIn(old, at, length);
        if (!anchor) return;
        expect(mapAnchors(old, old, [anchor])[0]?.anchor).toEqual(anchor);
        const after = `Correction appended on Friday.\n\n`;
        const [later] = mapAnchors(old, after + old, [anchor]);
        expect(later?.anchor).toMatchObject({ state: "moved", start: anchor.start + after.length, exact: anchor.exact });
      }),
      RUNS,
    );
  });

  it("[X4] a passage without its like that is deleted is never shown as unchanged", () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (before, after, withOther) => {
        const passage = "Skipper Halvorsen refused a second tow at dusk";
        const old = `${before}\n${passage}\n${after}`;
        const other = withOther ? "Skipper Halvorsen accepted a second tow at dawn" : "";
        const fresh = `${before}\n${other}\n${after}`;
        const start = before.length + 1;
        const [result] = mapAnchors(old, fresh, [makeAnchor(old, start, start + passage.length)]);
        expect(["orphaned", "ambiguous", ...(withOther ? ["fuzzy"] : [])]).toContain(result?.anchor.state);
        if (result?.anchor.state === "fuzzy") expect(result.anchor.exact).toBe(other);
      }),
      RUNS,
    );
  });

  it("an alignment's stretches are equal in both texts, in order and apart", () => {
    fc.assert(
      fc.property(anyText, anyText, (old, fresh) => {
        let oldEnd = 0;
        let newEnd = 0;
        for (const run of alignTexts(old, fresh).runs) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.old).toBeGreaterThanOrEqual(oldEnd);
          expect(run.new).toBeGreaterThanOrEqual(newEnd);
          expect(old.slice(run.old, run.old + run.length)).toBe(fresh.slice(run.new, run.new + run.length));
          oldEnd = run.old + run.length;
          newEnd = run.new + run.length;
        }
        expect(oldEnd).toBeLessThanOrEqual(old.length);
        expect(newEnd).toBeLessThanOrEqual(fresh.length);
      }),
      RUNS,
    );
  });
});

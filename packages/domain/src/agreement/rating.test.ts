import { describe, expect, it } from "vitest";
import { MAX_CATEGORIES, ratingTable } from "./rating.ts";
import { tableOf } from "./testing/rating-data.ts";

const rating = (unit: string, annotator: string, category = "v") => ({ unit, annotator, category });

describe("ratingTable", () => {
  it("sorts ratings by unit and annotator, whatever order they come in", () => {
    const [one, two] = [rating("u2", "Bo", "d"), rating("u2", "Al", "v")];
    const table = tableOf([one, rating("u1", "Cy"), two, rating("u1", "Al", "m")]);
    expect(table.units).toEqual(["u1", "u2"]);
    expect(table.annotators).toEqual(["Al", "Bo", "Cy"]);
    expect(table.categories).toEqual(["d", "m", "v"]);
    expect([...table.start]).toEqual([0, 2, 4]);
    expect([...table.annotatorOf]).toEqual([0, 2, 0, 1]);
    expect([...table.categoryOf]).toEqual([1, 2, 2, 0]);
  });

  it("refuses a second rating of a unit by one annotator, even an equal one, and names both", () => {
    const twice = [rating("u1", "Bo"), rating("u1", "Bo")];
    const all = [rating("u2", "Al"), rating("u1", "Al"), ...twice, rating("u2", "Al", "d")];
    expect(ratingTable(all)).toEqual({ ok: false, reason: '"Bo" has already rated "u1"', at: 3, earlier: 2 });
    expect(ratingTable(all.toSpliced(3, 1))).toMatchObject({ ok: false, at: 3, earlier: 0 });
  });

  it("takes unused categories from the scale and refuses those outside it", () => {
    expect(tableOf([rating("u", "Al")], ["verified", "v"]).categories).toEqual(["v", "verified"]);
    const outside = ratingTable([rating("u", "Al", "yes"), rating("u", "Bo", "no")], ["yes"]);
    expect(outside).toEqual({ ok: false, at: 1, earlier: null, reason: '"no" is not one of the categories "yes"' });
  });

  it("refuses more categories than a scale can have", () => {
    const many = Array.from({ length: MAX_CATEGORIES + 1 }, (_, i) => rating(`u${i}`, "Al", `text ${i}`));
    expect(ratingTable(many)).toMatchObject({ ok: false, at: MAX_CATEGORIES });
    expect(ratingTable(many.slice(1))).toMatchObject({ ok: true });
  });

  it("keeps names that objects have of their own, and escapes what would break a line", () => {
    const odd = [rating("__proto__", "constructor", "toString"), rating("__proto__", "hasOwnProperty", "toString")];
    expect(tableOf(odd)).toMatchObject({ units: ["__proto__"], annotators: ["constructor", "hasOwnProperty"] });
    const broken = ratingTable([rating("a\nb", "Al"), rating("a\nb", "Al")]);
    expect(broken).toMatchObject({ reason: '"Al" has already rated "a\\nb"' });
  });
});

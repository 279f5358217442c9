import { describe, expect, it } from "vitest";
import { findPlaces } from "./find-places.ts";
import type { Place, PlaceKind } from "./place.ts";

function place(kind: PlaceKind, code: string, name: string, more: Partial<Place> = {}): Place {
  return { id: `${kind} ${code} ${name}`, kind, code, name, hint: "", isPast: false, link: { to: "/" }, ...more };
}

const CLAIMS = [
  place("claim", "C1", "The lock gate failed at noon."),
  place("claim", "C2", "Two barges waited below the weir.", { hint: "Agnès Öberg" }),
  place("claim", "C11", "The weir was inspected in May."),
  place("claim", "C12", "Weirs upstream stayed shut.", { isPast: true }),
];
const PLACES = [
  ...CLAIMS,
  place("source", "1", "The Lock Gazette", { hint: "Barges held for a day" }),
  place("source", "2", "Canal Radio"),
  place("page", "", "Review"),
];

const codes = (query: string) =>
  findPlaces(PLACES, query).map(({ kind, places }) => `${kind}: ${places.map(({ code, name }) => code || name).join(" ")}`);

describe("findPlaces", () => {
  it("lists everything in its order where nothing is asked for", () => {
    expect(codes(" ")).toEqual(["claim: C1 C2 C11 C12", "source: 1 2", "page: Review"]);
  });

  it("takes a number for the claim and the source of that number", () => {
    expect(codes("c1")).toEqual(["claim: C1"]);
    expect(codes("2")).toEqual(["claim: C2", "source: 2"]);
    expect(codes("C12")).toEqual(["claim: C12"]);
  });

  it("puts the number first and whatever else holds the figure after it", () => {
    const years = [place("claim", "C7", "It opened in 2019."), place("claim", "C2019", "A late one.")];
    expect(findPlaces(years, "2019")[0]?.places.map(({ code }) => code)).toEqual(["C2019", "C7"]);
  });

  it("finds every word, in any order, without accents and capitals, also in the hint", () => {
    expect(codes("oberg BARGES")).toEqual(["claim: C2"]);
    expect(codes("weir c2")).toEqual(["claim: C2"]);
    expect(codes("weir barges gate")).toEqual([]);
  });

  it("puts a name that begins so before one that only holds it, and past ones last", () => {
    expect(codes("weir")).toEqual(["claim: C2 C11 C12"]);
    expect(codes("lock")).toEqual(["claim: C1", "source: 1"]);
    expect(codes("the lock g")).toEqual(["claim: C1", "source: 1"]);
    expect(codes("review")).toEqual(["page: Review"]);
    expect(codes("arges")).toEqual(["claim: C2", "source: 1"]);
  });

  it("puts whole words before those that only begin so: a number leads to itself among many", () => {
    const cases = Array.from({ length: 30 }, (_, i) => place("case", "", `Storm ${30 - i} on the coast`));
    expect(findPlaces(cases, "storm 1")[0]?.places[0]?.name).toBe("Storm 1 on the coast");
    expect(findPlaces(cases, "coast storm 2")[0]?.places[0]?.name).toBe("Storm 2 on the coast");
  });

  it("puts the kind of the nearest place first", () => {
    expect(codes("canal r")).toEqual(["source: 2"]);
    const mixed = [place("claim", "C1", "He went to Reading."), place("page", "", "Readings")];
    expect(findPlaces(mixed, "reading").map(({ kind }) => kind)).toEqual(["page", "claim"]);
  });

  it("says how many it does not list", () => {
    const many = Array.from({ length: 30 }, (_, i) => place("claim", `C${i + 1}`, "The same words."));
    expect(findPlaces(many, "same")[0]).toMatchObject({ more: 18 });
  });

  it("is at rest with signs that mean something elsewhere", () => {
    expect(codes("(.*")).toEqual([]);
    expect(codes("[a-z]")).toEqual([]);
  });
});

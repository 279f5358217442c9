import { expect, it } from "vitest";
import { checkSources } from "../check/check-sources.ts";

const SOURCES = [
  {
    id: "harbour",
    published: "2024-03-05",
    text: "President Odile Varga met Tomas Brandt in Lindvik on Monday. The talks took 50 minutes, an aide said. The grain deal was postponed.",
  },
  {
    id: "courier",
    published: "2024-03-05",
    text: "Former president Odile Varga met Tomas Brandt in Lindvik on Monday. The talks took more than two hours, an aide said. The grain deal was cancelled.",
  },
];
const CLAIMS = [
  { id: "length", text: "The talks took 50 minutes." },
  { id: "office", text: "President Odile Varga met Tomas Brandt in Lindvik on Monday." },
  { id: "deal", text: "The grain deal was postponed." },
];

it("a difference names the claims whose own words it lies on, and no claim that only stands beside it", async () => {
  const { differences } = await checkSources(SOURCES, CLAIMS);
  const told = differences.filter(({ compatible }) => !compatible).map(({ type, about }) => [type, about]);
  expect(told).toContainEqual(["duration", ["length"]]);
  expect(told).toContainEqual(["role", ["office"]]);
  expect(told).toContainEqual(["outcome", ["deal"]]);
});

it("without claims a difference is about none that was not suggested", async () => {
  const { differences, claims } = await checkSources(SOURCES);
  const known = new Set(claims.map(({ id }) => id));
  expect(differences.length).toBeGreaterThan(0);
  expect(differences.flatMap(({ about }) => about).filter((id) => !known.has(id))).toEqual([]);
});

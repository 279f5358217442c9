import { expect, it } from "vitest";
import { Dice } from "../../apps/server/src/testing/dice.ts";
import { drawBag } from "./draw-bag.ts";

it("gives each share of twenty exactly, in no fixed order", () => {
  const draw = drawBag(new Dice(7), 0.3);
  const rounds = Array.from({ length: 50 }, () => Array.from({ length: 20 }, draw));
  for (const round of rounds) expect(round.filter(Boolean)).toHaveLength(6);
  expect(new Set(rounds.map((round) => round.map(Number).join(""))).size).toBeGreaterThan(40);
});

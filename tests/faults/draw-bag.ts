import type { Dice } from "../../apps/server/src/testing/dice.ts";

const SIZE = 20;

/**
 * Chance without luck: of every 20 draws the same share says yes, in an order nobody foresees. A short run is then as
 * rough as a long one.
 */
export function drawBag(dice: Dice, share: number): () => boolean {
  const yes = Math.round(share * SIZE);
  let left: boolean[] = [];
  return () => {
    if (left.length === 0) left = dice.shuffled(Array.from({ length: SIZE }, (_, index) => index < yes));
    return left.pop() === true;
  };
}

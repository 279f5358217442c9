import type { Coincidences } from "./coincidences.ts";
import type { Measured } from "./measured.ts";
import { NOTHING_PAIRED, measured, undefinedBecause } from "./measured.ts";

const NO_CHOICE = undefinedBecause("The scale has only one category, so annotators had nothing to choose from.");

/**
 * Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British
 * Journal of Mathematical and Statistical Psychology 61, 29–48. Missing ratings as in his Handbook (2014).
 * The value depends on how many categories the scale has, used or not: name the scale where it is known.
 */
export function gwetAc1({ units, pairableUnits, agreement, shares }: Coincidences): Measured {
  if (pairableUnits === 0) return NOTHING_PAIRED;
  if (shares.length < 2) return NO_CHOICE;
  const observed = agreement / pairableUnits;
  const expected = shares.reduce((sum, share) => sum + (share / units) * (1 - share / units), 0) / (shares.length - 1);
  return measured((observed - expected) / (1 - expected));
}

import type { Coincidences } from "./coincidences.ts";
import type { Measured } from "./measured.ts";
import { categoriesUsed } from "./coincidences.ts";
import { NOTHING_PAIRED, ONE_CATEGORY, measured } from "./measured.ts";

/**
 * Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76, 378–382.
 * It asks for equally many ratings of every unit. Where they are not, this is Gwet's generalisation (Handbook of
 * Inter-Rater Reliability, 2014), which gives Fleiss' own value when they are: each unit weighs the same, and a unit
 * with one rating only informs the shares of the categories.
 */
export function fleissKappa({ units, pairableUnits, agreement, shares }: Coincidences): Measured {
  if (pairableUnits === 0) return NOTHING_PAIRED;
  if (categoriesUsed(shares) < 2) return ONE_CATEGORY;
  const observed = agreement / pairableUnits;
  const expected = shares.reduce((sum, share) => sum + (share / units) ** 2, 0);
  return measured((observed - expected) / (1 - expected));
}

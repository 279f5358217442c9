import type { Coincidences } from "./coincidences.ts";
import type { Measured } from "./measured.ts";
import { categoriesUsed } from "./coincidences.ts";
import { NOTHING_PAIRED, ONE_CATEGORY, measured } from "./measured.ts";

/**
 * α for nominal data, any number of annotators, ratings missing or not.
 * Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability, section C: 1 − observed / expected disagreement.
 * Units with a single rating take no part.
 */
export function krippendorffAlpha({ pairableUnits, margins, matches }: Coincidences): Measured {
  if (pairableUnits === 0) return NOTHING_PAIRED;
  if (categoriesUsed(margins) < 2) return ONE_CATEGORY;
  const ratings = margins.reduce((sum, margin) => sum + margin, 0);
  const squares = margins.reduce((sum, margin) => sum + margin ** 2, 0);
  return measured(1 - ((ratings - 1) * (ratings - matches)) / (ratings ** 2 - squares));
}

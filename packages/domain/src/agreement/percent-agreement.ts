import type { Coincidences } from "./coincidences.ts";
import type { Measured } from "./measured.ts";
import { NOTHING_PAIRED, measured } from "./measured.ts";

/** The share of pairs of ratings that agree, averaged over the units with two ratings or more; from 0 to 1. */
export function percentAgreement({ agreement, pairableUnits }: Coincidences): Measured {
  return pairableUnits === 0 ? NOTHING_PAIRED : measured(agreement / pairableUnits);
}

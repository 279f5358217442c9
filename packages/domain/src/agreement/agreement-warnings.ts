import type { Coincidences } from "./coincidences.ts";
import type { UnitProfiles } from "./unit-profiles.ts";
import { categoriesUsed } from "./coincidences.ts";
import { MAX_PAIRED_ANNOTATORS } from "./cohen-kappa.ts";

/** Below this many units, intervals span so much that a value alone misleads. */
export const FEW_UNITS = 30;

/** From this share on, one category is so common that κ and α fall although annotators agree. */
const DOMINANT = 0.9;

/** What a reader has to know before believing the values, in plain sentences. */
export function agreementWarnings(
  counted: Coincidences,
  profiles: UnitProfiles,
  names: { annotators: readonly string[]; categories: readonly string[] },
  unit = "unit",
): string[] {
  const warnings: string[] = [];
  const { pairableUnits, margins } = counted;
  if (pairableUnits === 0) {
    warnings.push(`No ${unit} has ratings by two annotators, so nothing can be measured.`);
  } else if (pairableUnits < FEW_UNITS) {
    const units = pairableUnits === 1 ? `1 ${unit} has` : `${pairableUnits} ${unit}s have`;
    warnings.push(
      `Only ${units} ratings by two or more annotators. With fewer than ${FEW_UNITS}, the values mean little: ` +
        "read the intervals.",
    );
  }
  if (pairableUnits > 0 && counted.agreement === pairableUnits) {
    warnings.push(
      `All annotators agree on every ${unit}. The intervals have no width because there is no disagreement to resample, ` +
        "not because the values are certain.",
    );
  }
  const ratings = margins.reduce((sum, margin) => sum + margin, 0);
  const largest = margins.reduce((most, margin) => Math.max(most, margin), 0);
  if (categoriesUsed(margins) > 1 && largest >= ratings * DOMINANT) {
    const name = names.categories[margins.indexOf(largest)] ?? "";
    warnings.push(
      `${Math.floor((100 * largest) / ratings)} % of the ratings are ${JSON.stringify(name)}. ` +
        "κ and α can be low here although annotators mostly agree: compare percent agreement and AC1.",
    );
  }
  const pairable = profiles.ratings.filter((given) => given > 1);
  const fewest = pairable.reduce((least, given) => Math.min(least, given), Number.POSITIVE_INFINITY);
  const most = profiles.ratings.reduce((greatest, given) => Math.max(greatest, given), 0);
  if (pairable.length > 0 && (fewest < most || counted.units > pairableUnits)) {
    const alone = counted.units - pairableUnits;
    const single = alone === 0 ? "" : `, and ${alone} ${alone === 1 ? `${unit} has` : `${unit}s have`} one only`;
    const span = fewest === most ? `${most}` : `${fewest} to ${most}`;
    warnings.push(
      `${unit[0]?.toUpperCase()}${unit.slice(1)}s have ${span} ratings${single}. Fleiss' κ asks for equally many; the value is Gwet's generalisation of it.`,
    );
  }
  if (names.annotators.length > MAX_PAIRED_ANNOTATORS) {
    warnings.push(
      `Cohen's κ is given for the pairs of the ${MAX_PAIRED_ANNOTATORS} annotators with the most ratings, ` +
        `of ${names.annotators.length}.`,
    );
  }
  return warnings;
}

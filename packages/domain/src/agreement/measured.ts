/** A measure's value, or why it has none: 0/0 is not 1, and not 0 either. */
export type Measured = { value: number; reason: null } | { value: null; reason: string };

export function measured(value: number): Measured {
  return { value, reason: null };
}

export function undefinedBecause(reason: string): Measured {
  return { value: null, reason };
}

export const NOTHING_PAIRED = undefinedBecause("No unit has ratings by two annotators.");

export const ONE_CATEGORY = undefinedBecause(
  "Only one category occurs, so agreement by chance is certain and nothing can be told from it.",
);

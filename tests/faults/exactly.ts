import type { Figure } from "../support/figures.ts";

/** A count that has to be this one and no other. */
export function exactly(figure: string, value: number, expected: number): Figure {
  return { figure, value, unit: "", bar: `= ${expected}`, holds: value === expected };
}

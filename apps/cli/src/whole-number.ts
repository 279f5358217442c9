import { EXIT, Failure } from "./failure.ts";

/** An option that is a whole number, or a refusal that says what it can be. */
export function wholeNumber(option: string, given: string | undefined, otherwise: number, most: number): number {
  if (given === undefined) return otherwise;
  const value = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
  if (value <= most) return value;
  throw new Failure(`${option} ${given}: it is a whole number from 0 to ${most}`, EXIT.usage);
}

export interface Outcome {
  passed: number;
  /** One line each: the case, what was wanted, what came, and why if that is known. */
  failures: string[];
}

import type { Figure } from "../support/figures.ts";

/** How hard a fault is made to happen. Scaled-down forms run in `npm test`. */
export interface FaultOptions {
  /** 1 is the full length; tests take a small part of it. */
  scale: number;
  /** Lines for whoever watches a long run. */
  say(line: string): void;
}

/** Something that goes wrong on purpose, and what must hold all the same. */
export interface Fault {
  name: string;
  run(options: FaultOptions): Promise<Figure[]>;
}

/** A count at this scale, and never none. */
export function scaled(count: number, { scale }: Pick<FaultOptions, "scale">, least = 1): number {
  return Math.max(least, Math.round(count * scale));
}

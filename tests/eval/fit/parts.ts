import type { Bundle } from "../bundles/read-bundles.ts";

/** Bundles are dealt into so many parts, in their order; each part is judged by weights that were fitted on the others. */
const PARTS = 10;

export function partsOf(bundles: readonly Bundle[]): Map<string, number> {
  return new Map(bundles.map(({ name }, i) => [name, i % PARTS]));
}

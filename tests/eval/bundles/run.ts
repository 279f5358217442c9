import type { Figure } from "../../support/figures.ts";
import { cellFigures } from "./cells.ts";
import type { Bundle } from "./read-bundles.ts";
import { readBundles } from "./read-bundles.ts";
import { independencePart } from "./independence.ts";
import { differencesPart } from "./differences.ts";
import { quotesPart } from "./quotes.ts";

/** Each part judges one thing on the same bundles; one file a part, beside this one. */
type Part = (bundles: Bundle[]) => Figure[] | Promise<Figure[]>;

const PARTS: Part[] = [cellFigures, quotesPart, differencesPart, independencePart];

export async function runBundles(folder: string): Promise<Figure[]> {
  const bundles = readBundles(folder);
  const figures: Figure[] = [];
  for (const part of PARTS) figures.push(...(await part(bundles)));
  return figures;
}

import type { ClaimAnswer, Difference } from "../assist-types.ts";
import { conflictingFirst } from "./difference-words.ts";

export interface ClaimDifferences {
  /** About what the claim itself says: between its wording and the sources' passages, then among them. */
  own: Difference[];
  /** Of other things, in the same passages. */
  nearBy: Difference[];
}

/** What differs in what the sources say of one claim; of either kind those that cannot both hold come first. */
export function claimDifferences(claimId: string, answer: Pick<ClaimAnswer, "cells" | "differences"> | undefined): ClaimDifferences {
  const { cells, differences } = answer ?? { cells: [], differences: [] };
  const worded = cells.flatMap(({ key, differences: list }) =>
    list.map((one, index) => ({ ...one, about: [claimId], key: `${key} ${index}` })),
  );
  const isOwn = ({ about }: Difference): boolean => about.includes(claimId);
  return {
    own: conflictingFirst([...worded, ...differences.filter(isOwn)]),
    nearBy: conflictingFirst(differences.filter((one) => !isOwn(one))),
  };
}

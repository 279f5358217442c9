import type { CaseView } from "@assay/domain";
import type { ClaimAnswer } from "../assist-types.ts";

/**
 * What of an answer was read in the claim as it is worded and in the texts as they stand now. Cells that were not are
 * being read anew; differences do not say which texts they are of, and go with the first of them.
 */
export function ofNow(answer: ClaimAnswer, { claims, sources }: Pick<CaseView, "claims" | "sources">): ClaimAnswer {
  const cells = answer.cells.filter(({ claimId, claimVersion, source, revisionId }) => {
    const claim = claims.find(({ id }) => id === claimId);
    const read = sources.find(({ id }) => id === source);
    return claim?.version === claimVersion && !claim.withdrawn && read?.revision.id === revisionId;
  });
  if (cells.length === answer.cells.length) return answer;
  return { ...answer, state: answer.state === "ready" ? "reading" : answer.state, cells, differences: [] };
}

import type { CaseView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import type { ThreadPlace } from "./model/thread-place.ts";

/** B1: others tag independently what is still blind; a word here would tell them. */
export function blindWarning({ policy, sources, claims, openings }: CaseView, place: ThreadPlace): string | null {
  if (policy.requiredTags < 2 || place.kind === "cell") return null;
  const opened = new Set(openings.map(({ claimId, sourceId }) => `${claimId} ${sourceId}`));
  const columns = place.kind === "passage" ? sources.filter(({ id }) => id === place.sourceId) : sources;
  const claimId = place.kind === "case" ? null : place.claimId;
  const rows = claims.filter((claim) => !claim.withdrawn && (claimId === null || claim.id === claimId));
  const blind = rows.filter((claim) => columns.some((source) => !opened.has(`${claim.id} ${source.id}`)));
  const [first] = blind;
  if (first === undefined) return null;
  const what = blind.length === 1 ? `${claimLabel(first)} has` : `${blind.length} claims have`;
  return `${what} cells that are still blind. Everybody reads this: do not say how you tag them.`;
}

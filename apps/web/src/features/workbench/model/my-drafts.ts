import type { CaseView, TagView } from "@assay/domain";

/** What "submit all" sends. A draft of a withdrawn claim rests with it: nobody could submit it. */
export function myDrafts({ tags, claims }: Pick<CaseView, "tags" | "claims">, meId: string): TagView[] {
  const withdrawn = new Set(claims.filter((claim) => claim.withdrawn).map((claim) => claim.id));
  return tags.filter((tag) => tag.authorId === meId && tag.state === "draft" && !withdrawn.has(tag.claimId));
}

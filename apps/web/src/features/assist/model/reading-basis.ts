import type { CaseView } from "@assay/domain";

/** What a reading of the case rests on: when it changes, there is another reading to ask for. No tag is in it (B1). */
export function readingBasis({ sources, claims }: Pick<CaseView, "sources" | "claims">): string {
  const texts = sources.map(({ id, revision, publishedAt, language }) => [id, revision.id, publishedAt, language].join(" "));
  const wordings = claims.filter(({ withdrawn }) => !withdrawn).map(({ id, version }) => `${id} ${version}`);
  return [...texts, "", ...wordings].join("\n");
}

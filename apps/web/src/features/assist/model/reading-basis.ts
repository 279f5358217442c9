import type { CaseView } from "@assay/domain";

type Material = Pick<CaseView, "sources" | "claims">;

let last: { of: Material; basis: string } | null = null;

/**
 * What a reading of the case rests on: when it changes, there is another reading to ask for. No tag is in it (B1). It is
 * asked for in many places at once, of the same view.
 */
export function readingBasis(of: Material): string {
  if (last?.of.sources !== of.sources || last.of.claims !== of.claims) last = { of, basis: basisOf(of) };
  return last.basis;
}

function basisOf({ sources, claims }: Material): string {
  const texts = sources.map(({ id, revision, publishedAt, language }) => [id, revision.id, publishedAt, language].join(" "));
  const wordings = claims.filter(({ withdrawn }) => !withdrawn).map(({ id, version }) => `${id} ${version}`);
  return [...texts, "", ...wordings].join("\n");
}

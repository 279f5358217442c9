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

/** Some more than a page asks about at once: a basis that comes back after so many others is asked about anew. */
const NAMED = 32;
const names = new Map<string, number>();
let named = 0;

/**
 * A short name of a basis, to be part of a question's key: a key is written out at every drawing of whoever asks, and a
 * basis is as long as the case has claims.
 */
export function basisName(basis: string): number {
  const known = names.get(basis);
  if (known !== undefined) return known;
  named += 1;
  names.set(basis, named);
  const [oldest] = names.keys();
  if (names.size > NAMED && oldest !== undefined) names.delete(oldest);
  return named;
}

function basisOf({ sources, claims }: Material): string {
  const texts = sources.map(({ id, revision, publishedAt, language }) => [id, revision.id, publishedAt, language].join(" "));
  const wordings = claims.filter(({ withdrawn }) => !withdrawn).map(({ id, version }) => `${id} ${version}`);
  return [...texts, "", ...wordings].join("\n");
}

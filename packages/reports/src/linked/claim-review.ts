import { languageTag, safeUrl } from "../html/safe-url.ts";
import type {
  ReportSnapshot,
  SnapshotClaim,
  SnapshotClaimRating,
  SnapshotRatingScale,
  SnapshotSource,
} from "../snapshot/report-snapshot.ts";
import { iriOf } from "./iri.ts";

/** schema.org is published under both schemes; its own context answers to this one. */
const CONTEXT = "https://schema.org";

/**
 * schema.org ClaimReview, one for each rated claim, for search engines. `url` has to be the address of the page that
 * prints the review: until the desk puts its own there, it names the claim. A claim is shown as appearing in the
 * sources that say so themselves (S1), not in those that deny it.
 */
export function renderClaimReview(snapshot: ReportSnapshot): string {
  const { ratings } = snapshot;
  const claims = new Map(snapshot.claims.map((claim) => [claim.id, claim]));
  const graph = (ratings?.claims ?? []).flatMap((rating) => {
    const claim = claims.get(rating.claimId);
    return claim === undefined || ratings === undefined ? [] : [claimReview(snapshot, claim, rating, ratings.scale)];
  });
  return `${JSON.stringify({ "@context": CONTEXT, "@graph": graph }, null, 2)}\n`;
}

function claimReview(
  snapshot: ReportSnapshot,
  claim: SnapshotClaim,
  rating: SnapshotClaimRating,
  scale: SnapshotRatingScale,
) {
  const id = iriOf(snapshot.case.id, claim.label);
  const reviewed = claim.cells.flatMap((cell) => (cell.reviewed && cell.stance !== "missing" ? [cell] : []));
  const sources = snapshot.sources.filter((source) => reviewed.some((cell) => cell.sourceId === source.id));
  const saying = sources.filter((source) =>
    reviewed.some((cell) => cell.sourceId === source.id && cell.stance === "verified"),
  );
  return {
    "@type": "ClaimReview",
    "@id": id,
    url: id,
    datePublished: day(snapshot.release?.releasedAt ?? rating.at),
    author: { "@type": "Organization", name: snapshot.case.workspace },
    claimReviewed: claim.text,
    reviewRating: {
      "@type": "Rating",
      ratingValue: rating.value,
      worstRating: 1,
      bestRating: Math.max(rating.value, ...scale.entries.map(({ value }) => value)),
      alternateName: rating.label,
      ...(rating.justification === "" ? {} : { ratingExplanation: rating.justification }),
    },
    itemReviewed: {
      "@type": "Claim",
      "@id": iriOf(claim.id),
      name: claim.text,
      // The desk names who makes a claim and not whether that is one person or many: most are persons.
      ...(claim.claimant === "" ? {} : { author: { "@type": "Person", name: claim.claimant } }),
      ...firstSaid(saying),
      ...(saying.length === 0 ? {} : { appearance: saying.map(work) }),
    },
    ...(sources.length === 0 ? {} : { citation: sources.map(work) }),
  };
}

function work(source: SnapshotSource) {
  const url = safeUrl(source.url);
  const language = languageTag(source.language);
  return {
    "@type": source.kind === "article" ? "Article" : "CreativeWork",
    "@id": iriOf(source.id),
    name: source.name,
    ...(source.title === "" ? {} : { headline: source.title }),
    ...(url === null ? {} : { url }),
    ...(isDate(source.publishedAt) ? { datePublished: source.publishedAt } : {}),
    ...(language === null ? {} : { inLanguage: language }),
    ...(source.author === "" ? {} : { author: { "@type": "Person", name: source.author } }),
    ...(source.publisher === "" ? {} : { publisher: { "@type": "Organization", name: source.publisher } }),
  };
}

/** When it was first said, as far as the sources that say it are dated. */
function firstSaid(saying: readonly SnapshotSource[]): { datePublished?: string } {
  const days = saying.flatMap(({ publishedAt }) => (isDate(publishedAt) ? [publishedAt.slice(0, 10)] : []));
  const [first] = days.toSorted();
  return first === undefined ? {} : { datePublished: first };
}

function isDate(value: string | null): value is string {
  const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/u;
  return value !== null && isoDate.test(value);
}

function day(instant: string): string {
  return instant.slice(0, 10);
}

import { join } from "node:path";
import { exportReport } from "@assay/reports";
import { expand } from "../expand.ts";
import { ferrySnapshot } from "../ferry.ts";
import type { Outcome } from "../outcome.ts";
import { RECOMMENDED, REQUIRED, checkThing, hasField } from "./check-review.ts";
import { readVocabulary } from "./vocabulary.ts";

interface Reviews {
  "@graph": Record<string, unknown>[];
}

/** A folder with schema.org's `schemaorg-current-https.jsonld` and `schemaorgcontext.jsonld`. */
export async function runClaimReview(folder: string): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [] };
  const note = (failures: string[]): void => {
    if (failures.length === 0) outcome.passed += 1;
    else outcome.failures.push(...failures);
  };
  const vocabulary = readVocabulary(join(folder, "schemaorg-current-https.jsonld"));
  const snapshot = ferrySnapshot();
  const document = JSON.parse(new TextDecoder().decode(exportReport(snapshot, "claimreview").bytes)) as Reviews;
  const reviews = document["@graph"];
  const rated = snapshot.ratings?.claims.length ?? 0;
  note(reviews.length === rated ? [] : [`${rated} claims are rated and ${reviews.length} have a review`]);
  for (const [index, review] of reviews.entries()) {
    note(checkThing(review, vocabulary, `review ${index + 1}`));
    for (const field of REQUIRED) note(hasField(review, field) ? [] : [`review ${index + 1} has no ${field}`]);
  }
  for (const field of RECOMMENDED) {
    note(reviews.some((review) => hasField(review, field)) ? [] : [`${field} is in none of the reviews`]);
  }
  const contexts = new Map([["https://schema.org", join(folder, "schemaorgcontext.jsonld")]]);
  const expanded = JSON.stringify(await expand(document, contexts));
  const found = expanded.split(/https?:\/\/schema\.org\/claimReviewed/u).length - 1;
  note(found === rated ? [] : [`${found} of ${rated} reviews expand to schema.org's words`]);
  return outcome;
}

import type { ReviewView, TagContent, TagVersionView } from "@assay/domain";

/** The latest decision on an earlier version: what a reviewer compares the tag with. Comments decide nothing. */
export function lastDecision(reviews: readonly ReviewView[], tagId: string, version: number): ReviewView | null {
  let last: ReviewView | null = null;
  for (const review of reviews) {
    if (review.tagId !== tagId || review.decision === "comment" || review.tagVersion >= version) continue;
    if (last === null || review.createdAt > last.createdAt) last = review;
  }
  return last;
}

export function versionNumbered(versions: readonly TagVersionView[], number: number): TagVersionView | null {
  return versions.find((version) => version.version === number) ?? null;
}

export type PassageChange =
  | { kind: "changed"; id: string; before: string; after: string }
  | { kind: "added"; id: string; after: string }
  | { kind: "removed"; id: string; before: string };

type Passages = Pick<TagContent, "evidence">;

/**
 * What became of the passages. One that was re-selected under another id but overlaps an old one counts as changed, so
 * that a lengthened quotation reads as such. Unchanged passages are left out.
 */
export function passageChanges(before: Passages, after: Passages): PassageChange[] {
  const gone = before.evidence.filter((old) => !after.evidence.some((one) => one.id === old.id));
  const changes: PassageChange[] = [];
  for (const one of after.evidence) {
    const same = before.evidence.find((old) => old.id === one.id);
    const overlapping = gone.findIndex((old) => old.start < one.end && one.start < old.end);
    const old = same ?? (overlapping >= 0 ? gone.splice(overlapping, 1)[0] : undefined);
    if (old === undefined) changes.push({ kind: "added", id: one.id, after: one.exact });
    else if (old.exact !== one.exact) {
      changes.push({ kind: "changed", id: one.id, before: old.exact, after: one.exact });
    }
  }
  for (const old of gone) changes.push({ kind: "removed", id: old.id, before: old.exact });
  return changes;
}

/** Everything but words and passages, each as a sentence. */
export function factChanges(before: TagContent, after: TagContent): string[] {
  const facts: string[] = [];
  if (before.stance !== after.stance) facts.push(`Stance: ${before.stance} → ${after.stance}.`);
  if (before.attributed !== after.attributed) {
    facts.push(after.attributed ? "Now marked as attributed." : "No longer marked as attributed.");
  }
  if (before.confidence !== after.confidence) {
    facts.push(`Confidence: ${before.confidence ?? "not given"} → ${after.confidence ?? "not given"}.`);
  }
  const terms = (content: TagContent) => content.attestation?.searchTerms.join(", ") ?? "";
  if (terms(before) !== terms(after) && after.attestation !== null) {
    facts.push(`Search terms: ${terms(before) || "none"} → ${terms(after) || "none"}.`);
  }
  return facts;
}

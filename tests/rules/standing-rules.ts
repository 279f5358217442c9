import { byId, currentVersion, movedTags } from "./check.ts";
import type { World } from "./world.ts";

/** That a source is silent stands on its newest text, all of it: attested by the tag, or ruled since that text is there. */
export function silenceIsOfTodaysText(_before: World, after: World) {
  const newest = new Map(after.revisions.map((one) => [one.sourceId, one]));
  return after.tags.map((tag) => {
    const revision = newest.get(tag.sourceId);
    const { stance, attestation } = currentVersion(after, tag);
    if (tag.state === "overturned") {
      const ruling = after.adjudications.findLast(({ tagId, outcome }) => tagId === tag.id && outcome === "overturn");
      if (ruling?.stance !== "missing") return null;
      const isOfIt = revision?.completeness === "full" && revision.createdAt < ruling.at;
      return isOfIt ? null : `tag ${tag.id} was overturned in favour of missing, on another text or on a part of it`;
    }
    if (stance !== "missing" || !["submitted", "approved", "challenged"].includes(tag.state)) return null;
    const isOfIt = revision?.completeness === "full" && revision.sha256 === attestation?.revisionSha256;
    return isOfIt ? null : `tag ${tag.id} says missing of another text, or of a part of it`;
  });
}

const AGAINST = new Set(["request_changes", "challenge", "overturn", "insufficient", "split_claim"]);

/** A version that somebody decided against comes back as another version, or not at all. */
export function noVersionIsHandedInAgain(before: World, after: World) {
  const old = byId(before.tags);
  return movedTags(before, after).map(({ tag }) => {
    if (tag.state !== "submitted" || old.get(tag.id)?.version !== tag.version) return null;
    const isOfIt = (one: { tagId: string; tagVersion: number }) => one.tagId === tag.id && one.tagVersion === tag.version;
    const decisions = [
      ...before.reviews.filter(isOfIt).flatMap(({ decision, at }) => (decision === "comment" ? [] : [{ decision, at }])),
      ...before.adjudications.filter(isOfIt).map(({ outcome, at }) => ({ decision: outcome, at })),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const last = decisions.at(-1)?.decision;
    return last !== undefined && AGAINST.has(last) ? `tag ${tag.id} was handed in again after ${last}` : null;
  });
}

/** What was decided about a claim by hand, beside its tags, is about the words that it has. */
export function decisionsAreOfTodaysWords(_before: World, after: World) {
  const reworded = new Map<string, string>();
  const words = new Map<string, string>();
  for (const { claimId, text, createdAt } of after.claimVersions) {
    if (words.get(claimId) !== text) reworded.set(claimId, createdAt);
    words.set(claimId, text);
  }
  return after.decided.map(({ claimId, what, at }) =>
    at >= (reworded.get(claimId) ?? "") ? null : `a ${what} of claim ${claimId} is older than its words`,
  );
}

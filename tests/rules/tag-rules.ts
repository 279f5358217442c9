import { isDeepStrictEqual } from "node:util";
import type { TagState } from "@assay/domain";
import { byId, cellKey, currentVersion, isLost, movedTags, newEvents, versionKey } from "./check.ts";
import type { Step } from "./check.ts";
import type { World } from "./world.ts";

export function submittedTagsAreWhole(_before: World, after: World) {
  return after.tags
    .filter(({ state }) => ["submitted", "approved", "challenged"].includes(state))
    .map((tag) => {
      const { stance, evidence, attestation, text } = currentVersion(after, tag);
      if (stance === "missing") {
        if (evidence.length > 0) return `tag ${tag.id} says missing and has a passage`;
        const attested = attestation?.readInFull === true && attestation.searchTerms.length > 0;
        return attested ? null : `tag ${tag.id} says missing and does not attest it`;
      }
      if (evidence.length === 0) return `tag ${tag.id} says ${stance} and has no passage`;
      const exact = evidence.every((one) => isLost(one) || text.slice(one.start, one.end) === one.exact);
      return exact ? null : `tag ${tag.id} quotes words that do not stand there`;
    });
}

export function oldVersionsStay(before: World, after: World, { actorId }: Step) {
  const now = new Map(after.versions.map((one) => [versionKey(one), one]));
  const tags = byId(after.tags);
  const known = new Set(before.versions.map(versionKey));
  const changed = before.versions.map((one) =>
    isDeepStrictEqual(now.get(versionKey(one)), one) ? null : `version ${versionKey(one)} is no longer what it was`,
  );
  // A claim that is split may carry its authors' drafts over to its children.
  const split = newEvents(before, after).some(({ kind }) => kind === "claim.split");
  const foreign = after.versions
    .filter((one) => !known.has(versionKey(one)) && !split && tags.get(one.tagId)?.authorId !== actorId)
    .map((one) => `version ${versionKey(one)} was written by somebody else than its author`);
  return [...changed, ...foreign];
}

/** What may follow upon what, and by the hand of whom: the author, somebody else, or the system's. */
const MOVES: Record<TagState, Partial<Record<TagState, "author" | "other" | "any">>> = {
  draft: { submitted: "author", withdrawn: "author" },
  submitted: {
    draft: "author",
    approved: "any",
    changes_requested: "any",
    challenged: "any",
    overturned: "other",
    stale: "any",
    withdrawn: "author",
  },
  changes_requested: { draft: "author", withdrawn: "author" },
  challenged: {
    approved: "other",
    overturned: "other",
    changes_requested: "other",
    stale: "any",
    withdrawn: "author",
  },
  approved: {
    challenged: "any",
    stale: "any",
    overturned: "other",
    changes_requested: "other",
    withdrawn: "author",
  },
  overturned: { draft: "author", stale: "any", withdrawn: "author" },
  stale: { submitted: "author", withdrawn: "author" },
  withdrawn: { draft: "author" },
};

export function movesAreAllowed(before: World, after: World, { actorId }: Step) {
  // By agreement a blind cell approves its tags as the last of them is submitted: two moves in one.
  const opened = new Set(after.openings.map(cellKey));
  for (const opening of before.openings) opened.delete(cellKey(opening));
  const created = byId(before.tags);
  const born = after.tags
    .filter(({ id, state }) => !created.has(id) && !["draft", "submitted"].includes(state))
    .map((tag) => `tag ${tag.id} began as ${tag.state}`);
  const moved = movedTags(before, after).map(({ tag, was }) => {
    const byAgreement = opened.has(cellKey(tag)) && tag.state === "approved" && ["draft", "stale"].includes(was.state);
    const who = byAgreement ? "any" : MOVES[was.state][tag.state];
    if (who === undefined) return `tag ${tag.id} went from ${was.state} to ${tag.state}`;
    const isAuthor = actorId === tag.authorId;
    if (who === "any" || (who === "author") === isAuthor) return null;
    return `tag ${tag.id} went from ${was.state} to ${tag.state} by ${isAuthor ? "its author" : "somebody else"}`;
  });
  return [...born, ...moved];
}

export function nothingVanishes(before: World, after: World) {
  const kinds = ["claims", "tags", "reviews", "adjudications"] as const;
  const rows = kinds.flatMap((kind) => {
    const there = byId<{ id: string }>(after[kind]);
    return before[kind].map(({ id }) => (there.has(id) ? null : `one of the ${kind} vanished: ${id}`));
  });
  const openings = new Set(after.openings.map(cellKey));
  return [...rows, ...before.openings.map((one) => (openings.has(cellKey(one)) ? null : "an opened cell closed"))];
}

export function movesAreRecorded(before: World, after: World, { actorId }: Step) {
  const events = newEvents(before, after);
  const moved = movedTags(before, after).map(({ tag }) =>
    events.some(({ subject, payload }) => subject === tag.id || JSON.stringify(payload).includes(tag.id))
      ? null
      : `tag ${tag.id} moved to ${tag.state} and the log does not say so`,
  );
  const actors = events.map((event) => (event.actorId === actorId ? null : `event ${event.number} names another actor`));
  return [...moved, ...actors];
}

import { isDeepStrictEqual } from "node:util";
import { can, readPolicy } from "@assay/domain";
import { byId, cellKey, currentVersion, isLost, roleOf } from "./check.ts";
import type { StoredTag, World } from "./world.ts";

export function nobodyReviewsTheirOwn(before: World, after: World) {
  const known = byId(before.reviews);
  const tags = byId(after.tags);
  const { selfReview } = readPolicy(before.policy);
  return after.reviews
    .filter(({ id, decision }) => !known.has(id) && decision !== "comment")
    .flatMap(({ id, tagId, reviewerId }) => {
      const role = roleOf(before, reviewerId);
      const own = tags.get(tagId)?.authorId === reviewerId && !selfReview;
      return [
        own ? `review ${id} is by the tag's own author` : null,
        role !== undefined && can(role, "review") ? null : `review ${id} is by somebody who may not review`,
      ];
    });
}

export function reviewsBindToWhatTheySaw(before: World, after: World) {
  const known = new Set([...before.reviews, ...before.adjudications].map(({ id }) => id));
  const tags = byId(before.tags);
  return [...after.reviews, ...after.adjudications]
    .filter(({ id }) => !known.has(id))
    .map(({ id, tagId, tagVersion }) =>
      tags.get(tagId)?.version === tagVersion ? null : `decision ${id} is on version ${tagVersion}, which moved on`,
    );
}

function textOf(world: World, claim: string, wording: number): string | undefined {
  return world.claimVersions.find(({ claimId, version }) => claimId === claim && version === wording)?.text;
}

/** Every approval that stands was given to these very words, by a person, a ruling, or the agreement of a blind cell. */
export function approvalsHold(_before: World, after: World) {
  const claims = byId(after.claims);
  return after.tags
    .filter(({ state }) => state === "approved")
    .flatMap((tag) => {
      const version = currentVersion(after, tag);
      const decided = [
        ...after.reviews.filter(({ decision }) => decision === "approve"),
        ...after.adjudications.filter(({ outcome }) => outcome === "uphold"),
      ].some(({ tagId, tagVersion }) => tagId === tag.id && tagVersion === tag.version);
      const agreed = after.events.some(
        ({ kind, subject, at }) =>
          kind === "tag.accepted" && subject === tag.id && Date.parse(at) >= Date.parse(version.createdAt),
      );
      const claim = claims.get(tag.claimId);
      return [
        decided || agreed ? null : `tag ${tag.id} is approved in version ${tag.version}, which nobody approved`,
        // A change of the claim's type or claimant leaves its text, and what was approved, as it was.
        claim !== undefined && textOf(after, claim.id, version.claimVersion) === textOf(after, claim.id, claim.version)
          ? null
          : `tag ${tag.id} is approved for wording ${version.claimVersion} of its claim, which is at ${claim?.version}`,
      ];
    });
}

/** Where a tag's passages are now: as written, or carried to the newest revision. */
function standing(world: World, tag: StoredTag) {
  const version = currentVersion(world, tag);
  if (tag.carriedTo === null) return { version, revisionId: version.revisionId, passages: version.evidence };
  const passages = world.carried.filter(
    (one) => one.tagId === tag.id && one.version === tag.version && one.revisionId === tag.carriedTo,
  );
  return { version, revisionId: tag.carriedTo, passages };
}

/** Every tag stands on its source's newest text; what is decided there says there, word for word, what it said. */
export function tagsStandOnTodaysText(before: World, after: World) {
  const newest = new Map(after.revisions.map((one) => [one.sourceId, one]));
  const gone = before.carried.filter((one) => !after.carried.some((other) => isDeepStrictEqual(one, other)));
  return [
    ...gone.map(({ tagId }) => `a carried passage of tag ${tagId} is no longer what it was`),
    ...after.tags.flatMap((tag) => {
      const { version, revisionId, passages } = standing(after, tag);
      const today = newest.get(tag.sourceId);
      if (today === undefined || today.id !== revisionId) return [`tag ${tag.id} stands on an older revision`];
      const lying = passages.filter((one) => !isLost(one) && today.text.slice(one.start, one.end) !== one.exact);
      const said = version.evidence.map(({ exact }) => exact);
      const says = passages.filter((one) => !isLost(one)).map(({ exact }) => exact);
      const isDecided = ["submitted", "approved", "challenged"].includes(tag.state);
      const attests = version.stance !== "missing" || version.attestation?.revisionSha256 === today.sha256;
      return [
        passages.length === said.length ? null : `a passage of tag ${tag.id} disappeared`,
        lying.length === 0 ? null : `a passage of tag ${tag.id} is not what stands there`,
        !isDecided || isDeepStrictEqual(said, says) ? null : `tag ${tag.id} is ${tag.state} for words that changed`,
        !isDecided || attests ? null : `tag ${tag.id} is ${tag.state} and attests an older revision`,
      ];
    }),
  ];
}

export function adjudicatorsAreNoParty(before: World, after: World) {
  const known = byId(before.adjudications);
  const tags = byId(before.tags);
  return after.adjudications
    .filter(({ id }) => !known.has(id))
    .flatMap(({ id, tagId, adjudicatorId }) => {
      const tag = tags.get(tagId);
      if (tag === undefined) return [`adjudication ${id} is about a tag that was not there`];
      const role = roleOf(before, adjudicatorId);
      const challenged = tag.state === "challenged";
      const challenger = before.reviews.findLast((one) => one.tagId === tagId && one.decision === "challenge");
      const stances = before.tags
        .filter((one) => cellKey(one) === cellKey(tag) && ["submitted", "approved", "challenged"].includes(one.state))
        .map((one) => currentVersion(before, one).stance);
      const ruled = before.adjudications.some((one) => cellKey(tags.get(one.tagId) ?? tag) === cellKey(tag));
      const contested = challenged || new Set(stances).size > 1 || ruled || hasChallenged(before, tag);
      return [
        tag.authorId === adjudicatorId ? `adjudication ${id} is by the tag's author` : null,
        challenged && challenger?.reviewerId === adjudicatorId ? `adjudication ${id} is by the challenger` : null,
        role !== undefined && can(role, "adjudicate") ? null : `adjudication ${id} is by somebody who may not`,
        contested ? null : `adjudication ${id} is about a cell that nobody contests`,
      ];
    });
}

const hasChallenged = (world: World, tag: StoredTag) =>
  world.tags.some((one) => cellKey(one) === cellKey(tag) && one.state === "challenged");

import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { GENESIS_HASH, can, readPolicy, verifyChain } from "@assay/domain";
import type { CaseEvent, CaseView, TagState } from "@assay/domain";
import type { StoredTag, StoredVersion, World } from "./world.ts";

/** A rule of the design that a change broke, and how. */
export interface BrokenRule {
  rule: string;
  how: string;
}

/** What was asked, by whom, and whether it was done: what the change from `before` to `after` is judged by. */
export interface Step {
  actorId: string;
  done: boolean;
}

type Check = (before: World, after: World, step: Step) => (string | null)[];

/**
 * The rules as they are written in the design, said a second time and without the product's own code for them: on the
 * rows that are stored, not on what a service answers.
 */
const RULES: Record<string, Check> = {
  T1: oldVersionsStay,
  "T2 T3 T9 A2": movesAreAllowed,
  T4: nobodyReviewsTheirOwn,
  T5: reviewsBindToWhatTheySaw,
  T6: approvalsHold,
  "T6 X4": tagsStandOnTodaysText,
  T7: nothingVanishes,
  T8: movesAreRecorded,
  "S1 S2 S3 S5": submittedTagsAreWhole,
  A1: adjudicatorsAreNoParty,
  B2: cellsOpenWhenTheyAreFull,
  B3: laterWordsAreMarked,
  "E1 E2": logIsWhole,
  "E4 E5": refusalsChangeNothing,
};

export function brokenRules(before: World, after: World, step: Step): BrokenRule[] {
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(before, after, step).flatMap((how) => (how === null ? [] : [{ rule, how }])),
  );
}

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
const versionKey = ({ tagId, version }: { tagId: string; version: number }) => `${tagId} ${version}`;
const cellKey = ({ claimId, sourceId }: { claimId: string; sourceId: string }) => `${claimId} ${sourceId}`;
const newEvents = (before: World, after: World) => after.events.slice(before.events.length);
const roleOf = (world: World, userId: string) => world.members.find((one) => one.userId === userId && !one.left)?.role;

function oldVersionsStay(before: World, after: World, { actorId }: Step) {
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

function movedTags(before: World, after: World): { tag: StoredTag; was: StoredTag }[] {
  const then = byId(before.tags);
  return after.tags.flatMap((tag) => {
    const was = then.get(tag.id);
    return was === undefined || was.state === tag.state ? [] : [{ tag, was }];
  });
}

function movesAreAllowed(before: World, after: World, { actorId }: Step) {
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

function nobodyReviewsTheirOwn(before: World, after: World) {
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

function reviewsBindToWhatTheySaw(before: World, after: World) {
  const known = new Set([...before.reviews, ...before.adjudications].map(({ id }) => id));
  const tags = byId(before.tags);
  return [...after.reviews, ...after.adjudications]
    .filter(({ id }) => !known.has(id))
    .map(({ id, tagId, tagVersion }) =>
      tags.get(tagId)?.version === tagVersion ? null : `decision ${id} is on version ${tagVersion}, which moved on`,
    );
}

function currentVersion(world: World, tag: StoredTag): StoredVersion {
  const found = world.versions.find(({ tagId, version }) => tagId === tag.id && version === tag.version);
  if (found === undefined) throw new Error(`Tag ${tag.id} has no version ${tag.version}`);
  return found;
}

function textOf(world: World, claim: string, wording: number): string | undefined {
  return world.claimVersions.find(({ claimId, version }) => claimId === claim && version === wording)?.text;
}

/** Every approval that stands was given to these very words, by a person, a ruling, or the agreement of a blind cell. */
function approvalsHold(_before: World, after: World) {
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

const isLost = ({ state }: { state: string }) => state === "ambiguous" || state === "orphaned";

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
function tagsStandOnTodaysText(before: World, after: World) {
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

function nothingVanishes(before: World, after: World) {
  const kinds = ["claims", "tags", "reviews", "adjudications"] as const;
  const rows = kinds.flatMap((kind) => {
    const there = byId<{ id: string }>(after[kind]);
    return before[kind].map(({ id }) => (there.has(id) ? null : `one of the ${kind} vanished: ${id}`));
  });
  const openings = new Set(after.openings.map(cellKey));
  return [...rows, ...before.openings.map((one) => (openings.has(cellKey(one)) ? null : "an opened cell closed"))];
}

function movesAreRecorded(before: World, after: World, { actorId }: Step) {
  const events = newEvents(before, after);
  const moved = movedTags(before, after).map(({ tag }) =>
    events.some(({ subject, payload }) => subject === tag.id || JSON.stringify(payload).includes(tag.id))
      ? null
      : `tag ${tag.id} moved to ${tag.state} and the log does not say so`,
  );
  const actors = events.map((event) => (event.actorId === actorId ? null : `event ${event.number} names another actor`));
  return [...moved, ...actors];
}

function submittedTagsAreWhole(_before: World, after: World) {
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

function adjudicatorsAreNoParty(before: World, after: World) {
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

/** B1: what one person sees of a case holds nothing of others' tags in cells that are blind. */
export function seesBlindCells(view: CaseView, { policy, openings }: World, userId: string): string[] {
  if (readPolicy(policy).requiredTags === 1) return [];
  const opened = new Set(openings.map(cellKey));
  const isHidden = (tag: { claimId: string; sourceId: string; authorId: string }) =>
    tag.authorId !== userId && !opened.has(cellKey(tag));
  const shown = new Set(view.tags.filter((tag) => tag.authorId === userId || opened.has(cellKey(tag))).map(({ id }) => id));
  return [
    ...view.tags.filter(isHidden).map(({ id }) => `tag ${id}`),
    ...[...view.reviews, ...view.adjudications].filter(({ tagId }) => !shown.has(tagId)).map(({ id }) => `decision ${id}`),
  ];
}

/** States in which a tag counts towards the opening of its cell. A stale one does not: it judged other words. */
const HANDED_IN: readonly TagState[] = ["submitted", "challenged", "approved"];

function cellsOpenWhenTheyAreFull(_before: World, after: World) {
  const { requiredTags } = readPolicy(after.policy);
  const opened = new Set(after.openings.map(cellKey));
  if (requiredTags === 1) return [];
  const handedIn = new Map<string, number>();
  for (const tag of after.tags.filter(({ state }) => HANDED_IN.includes(state))) {
    handedIn.set(cellKey(tag), (handedIn.get(cellKey(tag)) ?? 0) + 1);
  }
  const full = [...handedIn].map(([cell, tags]) =>
    tags >= requiredTags && !opened.has(cell) ? `cell ${cell} has ${tags} tags and is still blind` : null,
  );
  const tags = byId(after.tags);
  const peeked = [...after.reviews, ...after.adjudications].map(({ id, tagId }) => {
    const tag = tags.get(tagId);
    return tag === undefined || opened.has(cellKey(tag)) ? null : `decision ${id} is on a tag of a blind cell`;
  });
  return [...full, ...peeked];
}

function laterWordsAreMarked(before: World, after: World) {
  // A cell that was open from its first tag on never was blind: there was nothing to reveal.
  const wasBlind = before.openings.filter((opening) =>
    before.tags.some((tag) => cellKey(tag) === cellKey(opening) && Date.parse(tag.createdAt) < Date.parse(opening.openedAt)),
  );
  const opened = new Set(wasBlind.map(cellKey));
  const known = new Set(before.versions.map(versionKey));
  const tags = byId(after.tags);
  return after.versions
    .filter((one) => !known.has(versionKey(one)))
    .map((one) => {
      const tag = tags.get(one.tagId);
      const isLater = tag !== undefined && opened.has(cellKey(tag));
      return isLater === one.postReveal ? null : `version ${versionKey(one)} is ${isLater ? "not " : ""}marked as later`;
    });
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function logIsWhole(before: World, after: World) {
  const kept = isDeepStrictEqual(after.events.slice(0, before.events.length), before.events);
  const last: CaseEvent | undefined = before.events.at(-1);
  const start = last === undefined ? { number: 0, hash: GENESIS_HASH } : { number: last.number, hash: last.hash };
  const checked = verifyChain(newEvents(before, after), sha256, { after: start });
  return [kept ? null : "an event was rewritten", checked.ok ? null : `event ${checked.number}: ${checked.reason}`];
}

function refusalsChangeNothing(before: World, after: World, { done }: Step) {
  return [done || isDeepStrictEqual(before, after) ? null : "a refused request changed something"];
}

import { blindnessOf } from "@assay/domain";
import type { AdjudicationView, Blindness, CaseView, Evidence, ReviewView, RevisionText, TagView } from "@assay/domain";
import type { SnapshotAdjudication, SnapshotApproval, SnapshotEvidence, SnapshotTag } from "./report-snapshot.ts";
import { codePointIndex } from "../linked/code-point-index.ts";
import type { CodePointIndex } from "../linked/code-point-index.ts";
import { blockAt, passageContext } from "./passage-context.ts";

/** Look-ups made once for a whole case, so that a snapshot takes linear time. */
export interface CaseIndex {
  texts: Map<string, RevisionText>;
  /** Made when a text's first passage asks for it. */
  codePoints: Map<string, CodePointIndex>;
  names: Map<string, string>;
  approvals: Map<string, ReviewView[]>;
  adjudications: Map<string, AdjudicationView[]>;
  blindness: Blindness;
}

export function indexCase(view: CaseView, texts: readonly RevisionText[]): CaseIndex {
  return {
    texts: new Map(texts.map((text) => [text.id, text])),
    codePoints: new Map(),
    names: new Map(view.people.map((person) => [person.id, person.name])),
    approvals: byTag(view.reviews.filter((review) => review.decision === "approve")),
    adjudications: byTag(view.adjudications),
    blindness: blindnessOf(view.policy, view.openings),
  };
}

function byTag<T extends { tagId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.tagId);
    if (group === undefined) groups.set(item.tagId, [item]);
    else group.push(item);
  }
  return groups;
}

export function nameOf(index: CaseIndex, personId: string): string {
  return index.names.get(personId) ?? "a former member";
}

export function snapshotTag(tag: TagView, index: CaseIndex): SnapshotTag {
  return {
    id: tag.id,
    version: tag.version,
    claimVersion: tag.claimVersion,
    state: tag.state,
    stateReason: tag.stateReason,
    stance: tag.stance,
    attributed: tag.attributed,
    confidence: tag.confidence,
    rationale: tag.rationale,
    author: nameOf(index, tag.authorId),
    ...(tag.suggestion && { suggestion: { ...tag.suggestion } }),
    postReveal: tag.postReveal,
    updatedAt: tag.updatedAt,
    approval: tag.state === "approved" ? approvalOf(tag, index) : null,
    evidence: tag.evidence.map((evidence) => snapshotEvidence(evidence, textOf(evidence, tag, index), index)),
    attestation:
      tag.attestation === null
        ? null
        : {
            revisionSha256: tag.attestation.revisionSha256,
            readInFull: tag.attestation.readInFull,
            searchTerms: [...tag.attestation.searchTerms],
          },
  };
}

export function snapshotAdjudications(tags: readonly TagView[], index: CaseIndex): SnapshotAdjudication[] {
  return tags
    .flatMap((tag) => index.adjudications.get(tag.id) ?? [])
    .map((one) => ({
      adjudicator: nameOf(index, one.adjudicatorId),
      outcome: one.outcome,
      stance: one.stance,
      cause: one.cause,
      note: one.note,
      at: one.createdAt,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What the approval rests on: the last approving review, the ruling that upheld the tag, or the policy. */
function approvalOf(tag: TagView, index: CaseIndex): SnapshotApproval | null {
  const decisions = [
    ...(index.approvals.get(tag.id) ?? []).map((review) => ({
      ...review,
      personId: review.reviewerId,
      by: "review" as const,
    })),
    ...(index.adjudications.get(tag.id) ?? [])
      .filter((one) => one.outcome === "uphold")
      .map((one) => ({ ...one, personId: one.adjudicatorId, by: "adjudication" as const })),
  ];
  let last: (typeof decisions)[number] | null = null;
  for (const decision of decisions) if (last === null || decision.createdAt >= last.createdAt) last = decision;
  // Nobody's word stands behind it: equal tags given blindly were approved by the policy (B2).
  if (last === null) {
    return { reviewer: "", reviewedAt: tag.updatedAt, tagVersion: tag.version, by: "policy", own: false };
  }
  return {
    reviewer: nameOf(index, last.personId),
    reviewedAt: last.createdAt,
    tagVersion: last.tagVersion,
    by: last.by,
    own: last.personId === tag.authorId,
  };
}

/** A lost passage is quoted from the revision in which it last stood. */
function textOf({ stoodIn }: Evidence, { revisionId }: TagView, { texts }: CaseIndex): RevisionText | undefined {
  return texts.get(stoodIn ?? revisionId);
}

/** Without the revision's text the context stored with the anchor has to do. */
function snapshotEvidence(
  evidence: Evidence,
  revision: RevisionText | undefined,
  index: CaseIndex,
): SnapshotEvidence {
  const { id, role, exact, start, end, prefix, suffix } = evidence;
  const words = { id, role, exact, start, end };
  const anchor = { prefix, suffix, anchorState: evidence.state };
  const stored = { before: prefix, after: suffix, clippedBefore: true, clippedAfter: true };
  if (revision === undefined) {
    return { ...words, codePoints: null, textSha256: null, ...anchor, block: null, matchesText: null, ...stored };
  }
  const textSha256 = revision.sha256;
  const matchesText = revision.text.slice(start, end) === exact;
  if (!matchesText) return { ...words, codePoints: null, textSha256, ...anchor, block: null, matchesText, ...stored };
  const block = blockAt(revision.blocks, start) + 1;
  const context = passageContext(revision.text, revision.blocks, start, end);
  const points = codePointsOf(revision, index);
  const codePoints = { start: points.toCodePoint(start), end: points.toCodePoint(end) };
  return { ...words, codePoints, textSha256, ...anchor, block, matchesText, ...context };
}

function codePointsOf(revision: RevisionText, index: CaseIndex): CodePointIndex {
  const found = index.codePoints.get(revision.id) ?? codePointIndex(revision.text);
  index.codePoints.set(revision.id, found);
  return found;
}

import type { AdjudicationView, CaseView, ClaimView, ReviewView, SourceView, TagView } from "../case-view.ts";
import { DEFAULT_POLICY } from "../policy.ts";
import { UNPUBLISHED } from "../release.ts";

/** Whole values for the tests of this package; every field has a default that a test can override. */

const AT = "2025-03-01T09:00:00.000Z";

/** An ISO time `minutes` after the builders' zero. */
export function minute(minutes: number): string {
  return new Date(Date.parse(AT) + minutes * 60_000).toISOString();
}

export function aTag(over: Partial<TagView> = {}): TagView {
  return {
    id: "t1",
    claimId: "c1",
    sourceId: "s1",
    revisionId: "r1",
    authorId: "ann",
    state: "draft",
    version: 1,
    claimVersion: 1,
    stateReason: "",
    postReveal: false,
    createdAt: AT,
    versionAt: AT,
    updatedAt: AT,
    stance: "verified",
    attributed: false,
    confidence: null,
    rationale: "",
    evidence: [],
    attestation: null,
    ...over,
  };
}

export function anAdjudication(over: Partial<AdjudicationView> = {}): AdjudicationView {
  return {
    id: "j1",
    tagId: "t1",
    tagVersion: 1,
    adjudicatorId: "lea",
    outcome: "overturn",
    stance: "disputed",
    cause: "annotator_error",
    note: "",
    createdAt: AT,
    ...over,
  };
}

export function aReview(over: Partial<ReviewView> = {}): ReviewView {
  return {
    id: "v1",
    tagId: "t1",
    tagVersion: 1,
    reviewerId: "rev",
    decision: "approve",
    reason: "",
    proposedStance: null,
    createdAt: AT,
    ...over,
  };
}

export function aSource(number: number, over: Partial<SourceView> = {}): SourceView {
  const revision = {
    id: `r${number}`,
    number: 1,
    sha256: `hash-${number}`,
    length: 100,
    completeness: "full",
    originalName: null,
    createdBy: "ann",
    createdAt: AT,
    ...over.revision,
  } as const;
  return {
    id: `s${number}`,
    number,
    version: 1,
    createdBy: "ann",
    createdAt: AT,
    title: `Headline ${number}`,
    publisher: `Paper ${number}`,
    author: "",
    url: "",
    publishedAt: null,
    retrievedAt: null,
    kind: "article",
    language: "en",
    independenceGroup: "",
    revision,
    revisions: [revision],
    ...over,
  };
}

export function aClaim(number: number, over: Partial<ClaimView> = {}): ClaimView {
  return {
    id: `c${number}`,
    number,
    version: 1,
    text: `Claim ${number}`,
    type: "event",
    claimant: "",
    parentId: null,
    withdrawn: false,
    createdBy: "ann",
    createdAt: AT,
    updatedAt: AT,
    ...over,
  };
}

export function aCase(over: Partial<CaseView> = {}): CaseView {
  return {
    id: "case",
    workspaceId: "w",
    workspaceName: "Desk",
    title: "Case",
    summary: "",
    version: 1,
    createdAt: AT,
    lastEvent: 10,
    lastHash: "h10",
    policy: DEFAULT_POLICY,
    ownPolicy: {},
    people: [],
    sources: [],
    claims: [],
    tags: [],
    reviews: [],
    adjudications: [],
    overrides: [],
    openings: [],
    assignments: [],
    threads: [],
    ...UNPUBLISHED,
    removedSources: [],
    archivedAt: null,
    ...over,
  };
}

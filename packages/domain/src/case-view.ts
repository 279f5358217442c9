import type { AssignmentView } from "./assignment.ts";
import type { Block, Completeness, SourceMeta } from "./source.ts";
import type { ClaimType } from "./claim.ts";
import type { Policy } from "./policy.ts";
import type { RatingScale, RatingView } from "./rating-scale.ts";
import type { CorrectionView, ReleaseView, SignOffView } from "./release-views.ts";
import type { Role } from "./role.ts";
import type { AdjudicationOutcome, CauseCode, ReviewDecision } from "./review.ts";
import type { Stance } from "./stance.ts";
import type { SuggestionOrigin } from "./suggestion-origin.ts";
import type { TagContent, TagState } from "./tag.ts";
import type { ThreadView } from "./thread.ts";
import type { VerdictKind } from "./verdict.ts";

/** The plain values that cross the boundary between server, web client and reports. Dates are ISO 8601 strings, UTC. */

export interface PersonView {
  id: string;
  name: string;
  role: Role;
}

export interface RevisionView {
  id: string;
  number: number;
  sha256: string;
  /** UTF-16 code units. */
  length: number;
  completeness: Completeness;
  originalName: string | null;
  createdBy: string;
  createdAt: string;
}

export interface SourceView extends SourceMeta {
  id: string;
  /** 1-based, stable, in order of import: the number on the key that focuses it. */
  number: number;
  version: number;
  createdBy: string;
  createdAt: string;
  /** The newest one. Every tag of the source stands on it. */
  revision: RevisionView;
  /** All of them, oldest first. */
  revisions: RevisionView[];
}

/** A source that was taken out of its case: a tombstone (T7). What was said of it is kept, and comes back with it. */
export interface RemovedSourceView extends SourceView {
  removedAt: string;
  removedBy: string;
  reason: string;
}

export interface ClaimView {
  id: string;
  /** 1-based and stable within the case; shown as C1, C2, … */
  number: number;
  version: number;
  text: string;
  type: ClaimType;
  claimant: string;
  parentId: string | null;
  withdrawn: boolean;
  /** Where a person made it of a suggestion. */
  suggestion?: SuggestionOrigin;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

export interface TagView extends TagContent {
  id: string;
  claimId: string;
  sourceId: string;
  revisionId: string;
  authorId: string;
  state: TagState;
  /** The current TagVersion's number; an update or a review names it as the version it was based on (T5, E5). */
  version: number;
  /** The claim version that the current TagVersion judged. */
  claimVersion: number;
  /** Why the tag is in this state where a person has to know: the reason of a request, a challenge, a staleness. */
  stateReason: string;
  /** B3: the current version was written after its blind cell had opened. */
  postReveal: boolean;
  /** Where its author began from a suggestion. */
  suggestion?: SuggestionOrigin;
  createdAt: string;
  /** When the current version was written. */
  versionAt: string;
  /** When somebody last did something to it, or a staleness befell it. Being carried to a newer revision is neither. */
  updatedAt: string;
}

export interface TagVersionView extends TagContent {
  version: number;
  claimVersion: number;
  revisionId: string;
  /** B3 */
  postReveal: boolean;
  suggestion?: SuggestionOrigin;
  createdAt: string;
}

export interface ReviewView {
  id: string;
  tagId: string;
  tagVersion: number;
  reviewerId: string;
  decision: ReviewDecision;
  reason: string;
  proposedStance: Stance | null;
  createdAt: string;
}

export interface AdjudicationView {
  id: string;
  tagId: string;
  tagVersion: number;
  adjudicatorId: string;
  outcome: AdjudicationOutcome;
  stance: Stance | null;
  cause: CauseCode;
  note: string;
  createdAt: string;
}

export interface VerdictOverrideView {
  id: string;
  claimId: string;
  verdict: VerdictKind;
  reason: string;
  authorId: string;
  ruleVersion: number;
  createdAt: string;
}

/** B2: a cell that was blind and has opened, for good. */
export interface OpeningView {
  claimId: string;
  sourceId: string;
  openedAt: string;
}

/** A whole case as one value: everything but the revisions' texts, which are immutable and fetched apart. */
export interface CaseView {
  id: string;
  workspaceId: string;
  workspaceName: string;
  title: string;
  summary: string;
  version: number;
  createdAt: string;
  /** Put away since then: in no list and in nobody's work until it is brought back. */
  archivedAt: string | null;
  /** Number and hash of the last event in the case's log (E1, E2). */
  lastEvent: number;
  lastHash: string;
  /** What holds in this case: the workspace's policy with the case's own fields laid over it. */
  policy: Policy;
  /** The fields that this case decides for itself. */
  ownPolicy: Partial<Policy>;
  people: PersonView[];
  /** Those that are compared: nothing of a source that was taken out is in any other list of the case. */
  sources: SourceView[];
  removedSources: RemovedSourceView[];
  claims: ClaimView[];
  /** Every tag of these sources, withdrawn ones included (T7). */
  tags: TagView[];
  reviews: ReviewView[];
  adjudications: AdjudicationView[];
  overrides: VerdictOverrideView[];
  openings: OpeningView[];
  /** Those that have not ended. */
  assignments: AssignmentView[];
  threads: ThreadView[];
  /** The desk's own. */
  ratingScale: RatingScale;
  /** Lifted ones included. */
  ratings: RatingView[];
  /** Those that stand: nothing that they are about has changed since. */
  signOffs: SignOffView[];
  corrections: CorrectionView[];
  releases: ReleaseView[];
  /** Of the stored report document, which is fetched apart; 0 while it is the default one. */
  documentVersion: number;
  /** How often suggestions were dismissed or brought back; they are fetched apart, again when this has grown. */
  dismissals: number;
}

export interface RevisionText {
  id: string;
  sourceId: string;
  sha256: string;
  text: string;
  blocks: Block[];
}

/** What a mutation changed, to be laid over a CaseView by `applyChange`. Each list holds whole new values. */
export interface CaseChange {
  lastEvent: number;
  lastHash: string;
  /** No event stands behind it: all that it carries was so before, or is only foreseen. */
  eventless?: true;
  case?: { title: string; summary: string; version: number };
  /** The case was put away, or (null) brought back. */
  archivedAt?: string | null;
  sources?: SourceView[];
  /** Taken out: what hangs on them goes with them. One that is put back is among `sources`, with all that it had. */
  removedSources?: RemovedSourceView[];
  claims?: ClaimView[];
  tags?: TagView[];
  reviews?: ReviewView[];
  adjudications?: AdjudicationView[];
  overrides?: VerdictOverrideView[];
  /** Ids of overrides that were lifted. */
  removedOverrides?: string[];
  policy?: Policy;
  ownPolicy?: Partial<Policy>;
  openings?: OpeningView[];
  assignments?: AssignmentView[];
  /** Ids of assignments that ended. */
  endedAssignments?: string[];
  threads?: ThreadView[];
  ratingScale?: RatingScale;
  ratings?: RatingView[];
  signOffs?: SignOffView[];
  /** Ids of signatures that were taken back. */
  removedSignOffs?: string[];
  corrections?: CorrectionView[];
  releases?: ReleaseView[];
  documentVersion?: number;
  dismissals?: number;
}

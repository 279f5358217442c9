import type { AdjudicationOutcome, CauseCode, ReviewDecision } from "../review.ts";
import type { ClaimType } from "../claim.ts";
import type { SeenVersion } from "../contenders.ts";
import type { SourceMeta } from "../source.ts";
import type { Stance } from "../stance.ts";
import type { SuggestionOrigin } from "../suggestion-origin.ts";
import type { TagContent } from "../tag.ts";
import type { ThreadView } from "../thread.ts";
import type { VerdictKind } from "../verdict.ts";

interface Sent {
  mutationId: string;
  caseId: string;
}

interface TagMove extends Sent {
  tagId: string;
  baseVersion: number;
}

interface ClaimMove extends Sent {
  claimId: string;
  baseVersion: number;
}

interface Wording {
  text: string;
  type: ClaimType;
  claimant: string;
}

interface FirstTag {
  id: string;
  sourceId: string;
  revisionId: string;
  content: TagContent;
  suggestion?: SuggestionOrigin | undefined;
}

/** The mutations whose outcome a client can work out for itself, by procedure, with what it sends. */
export interface ForeseenInputs {
  "tag.save": Sent & {
    id: string;
    claimId: string;
    sourceId: string;
    revisionId: string;
    baseVersion: number;
    claimVersion: number;
    content: TagContent;
    suggestion?: SuggestionOrigin | undefined;
  };
  "tag.submit": TagMove;
  "tag.submitMany": Sent & { items: { tagId: string; baseVersion: number }[] };
  "tag.withdraw": TagMove;
  "tag.restore": TagMove;
  "tag.reaffirm": TagMove & { claimVersion: number; revisionId: string };
  "claim.create": Sent &
    Wording & {
      id: string;
      parentId?: string | undefined;
      tag?: FirstTag | undefined;
      suggestion?: SuggestionOrigin | undefined;
    };
  "claim.edit": ClaimMove & Wording;
  "claim.withdraw": ClaimMove;
  "claim.restore": ClaimMove;
  "review.decide": Sent & {
    tagId: string;
    tagVersion: number;
    decision: ReviewDecision;
    reason: string;
    proposedStance?: Stance | undefined;
  };
  "review.adjudicate": Sent & {
    tagId: string;
    tagVersion: number;
    others: SeenVersion[];
    outcome: AdjudicationOutcome;
    stance?: Stance | undefined;
    cause: CauseCode;
    note: string;
  };
  "verdict.override": Sent & {
    id: string;
    claimId: string;
    claimVersion: number;
    replaces: string | null;
    verdict: VerdictKind;
    reason: string;
  };
  "verdict.lift": Sent & { overrideId: string };
  "source.edit": Sent & { sourceId: string; baseVersion: number; meta: SourceMeta };
  "thread.open": Sent & {
    id: string;
    subject:
      | { kind: "case" }
      | { kind: "claim"; claimId: string }
      | { kind: "tag"; tagId: string }
      | ({ kind: "passage"; claimId: string | null } & NonNullable<ThreadView["passage"]>);
    comment: { id: string; text: string; mentions: string[] };
  };
  "thread.comment": Sent & { threadId: string; id: string; text: string; mentions: string[] };
  "thread.edit": Sent & { commentId: string; baseVersion: number; text: string; mentions: string[] };
  "thread.withdraw": Sent & { commentId: string; baseVersion: number };
  "thread.resolve": Sent & { threadId: string; baseVersion: number; reason: string };
  "thread.reopen": Sent & { threadId: string; baseVersion: number; reason: string };
  "case.edit": Sent & { baseVersion: number; title: string; summary: string };
}

export type ForeseenProcedure = keyof ForeseenInputs;

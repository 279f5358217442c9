import type { CaseView, LiveEvent } from "@assay/domain";

/** What an event is about, as far as it can be shown: a cell, a claim, a source, or (all null) the case. */
export interface Target {
  claimId: string | null;
  sourceId: string | null;
  tagId: string | null;
}

const CASE: Target = { claimId: null, sourceId: null, tagId: null };

export function targetOf(view: CaseView, { kind, subject }: Pick<LiveEvent, "kind" | "subject">): Target {
  const [noun] = kind.split(".");
  if (noun === "claim" || noun === "verdict" || noun === "rating") return ofClaim(view, subject);
  if (noun === "tag") return ofTag(view, subject);
  if (noun === "source") return { ...CASE, sourceId: view.sources.some(({ id }) => id === subject) ? subject : null };
  if (noun === "thread" || noun === "comment") return ofThread(view, subject);
  if (noun === "assignment") {
    const found = view.assignments.find(({ id }) => id === subject);
    return found === undefined ? CASE : { claimId: found.claimId, sourceId: found.sourceId, tagId: null };
  }
  // An opening names its cell by what opened it.
  if (kind === "cell.opened") return ofTag(view, subject, ofClaim(view, subject));
  return CASE;
}

function ofClaim(view: CaseView, claimId: string): Target {
  return view.claims.some(({ id }) => id === claimId) ? { ...CASE, claimId } : CASE;
}

function ofTag(view: CaseView, tagId: string | null, otherwise = CASE): Target {
  const tag = view.tags.find(({ id }) => id === tagId);
  return tag === undefined ? otherwise : { claimId: tag.claimId, sourceId: tag.sourceId, tagId: tag.id };
}

function ofThread(view: CaseView, id: string): Target {
  const thread = view.threads.find((one) => one.id === id || one.comments.some((comment) => comment.id === id));
  if (thread === undefined) return CASE;
  const target = ofTag(view, thread.tagId);
  return {
    ...target,
    claimId: thread.claimId ?? target.claimId,
    sourceId: thread.passage?.sourceId ?? target.sourceId,
  };
}

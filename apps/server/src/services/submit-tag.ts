import type { CaseChange, TagState } from "@assay/domain";
import { DomainError } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refuseAgain, refuseIncomplete, refuseOldWording } from "../policies/submission.ts";
import { decideOwnTag } from "../policies/tag.ts";
import { findTag, findTags, refuseGone } from "./find-tag.ts";
import type { FoundTag } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { moveTags } from "./move-tags.ts";
import type { Move } from "./move-tags.ts";
import { openAfter } from "./open-cells.ts";

export interface TagRef {
  tagId: string;
  baseVersion: number;
}

export function submitTag(ctx: CaseContext, input: TagRef & { mutationId: string }): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "tag.submit", mutationId: input.mutationId }, async (work) => {
    const found = await findTag(work, ctx.caseId, input.tagId);
    const to = decideSubmission(ctx, found, input);
    const events = await moveTags(work, [{ tag: found.tag, kind: "tag.submitted", to }]);
    return openAfter(ctx, work, [found.tag], { events, touched: { tags: [input.tagId] } });
  });
}

export interface SubmitMany {
  mutationId: string;
  items: TagRef[];
}

export interface Refused {
  refused: { tagId: string; reason: string }[];
}

/** Submits what can be submitted and says of the rest what it lacks. */
export function submitTags(ctx: CaseContext, { mutationId, items }: SubmitMany): Promise<CaseChange & Refused> {
  return inCaseMutation<Refused>(ctx, { procedure: "tag.submitMany", mutationId }, async (work) => {
    const known = await findTags(work, ctx.caseId, Array.from(items, ({ tagId }) => tagId));
    const moves: Move[] = [];
    const refused: Refused["refused"] = [];
    for (const item of new Map(items.map((one) => [one.tagId, one])).values()) {
      const decided = tryDecide(ctx, known.get(item.tagId), item);
      if (decided.ok) moves.push({ tag: decided.tag, kind: "tag.submitted", to: decided.to });
      else refused.push({ tagId: item.tagId, reason: decided.reason });
    }
    const events = await moveTags(work, moves);
    const touched = { tags: events.map(({ subject }) => subject) };
    const done = await openAfter(ctx, work, Array.from(moves, ({ tag }) => tag), { events, touched });
    return { ...done, extra: { refused } };
  });
}

function decideSubmission(ctx: CaseContext, found: FoundTag, { baseVersion }: TagRef): TagState {
  const { tag, claim, revision, decided } = found;
  const next = decideOwnTag("submit", { ctx, tag, baseVersion }, { baseVersion });
  refuseGone(found);
  refuseAgain(decided);
  refuseOldWording(tag, claim);
  refuseIncomplete(tag, revision);
  return next;
}

type Decided = { ok: true; tag: FoundTag["tag"]; to: TagState } | { ok: false; reason: string };

function tryDecide(ctx: CaseContext, found: FoundTag | undefined, item: TagRef): Decided {
  if (found === undefined) return { ok: false, reason: "There is no such tag in this case." };
  try {
    return { ok: true, tag: found.tag, to: decideSubmission(ctx, found, item) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, reason: error.message };
    throw error;
  }
}

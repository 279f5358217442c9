import type { CaseView, Evidence } from "@assay/domain";
import { isLostState } from "@assay/domain";
import { queryClient } from "../../trpc.ts";
import { revisionTextQuery } from "./case-query.ts";
import type { KeptMutation } from "./kept-mutation.ts";

/** The part of a kept tag that its passages' places hang on. */
interface OnRevision {
  sourceId: string;
  revisionId: string;
  content: { stance: string; evidence: readonly Evidence[] };
}

function isOnRevision(input: unknown): input is OnRevision {
  if (typeof input !== "object" || input === null || !("revisionId" in input) || !("sourceId" in input)) return false;
  return "content" in input && typeof input.content === "object" && input.content !== null && "evidence" in input.content;
}

/** The tag that a change writes, by itself or with its claim, and the change with another in its place. */
function tagOf({ procedure, input }: KeptMutation): { tag: OnRevision; put: (tag: OnRevision) => unknown } | null {
  if (procedure === "tag.save" && isOnRevision(input)) return { tag: input, put: (tag) => tag };
  if (procedure !== "claim.create" || typeof input !== "object" || input === null || !("tag" in input)) return null;
  return isOnRevision(input.tag) ? { tag: input.tag, put: (tag) => ({ ...input, tag }) } : null;
}

/** Whether the desk refused it for words in a revision that is not the newest, and they may stand in that too. */
export function isOnOldRevision(kept: KeptMutation): boolean {
  const yours: unknown = kept.refusal?.details.yours;
  const found = tagOf(kept);
  return found !== null && found.tag.content.stance !== "missing" && typeof yours === "object" && yours !== null && "revisionId" in yours;
}

/**
 * A tag that was kept while its source got a new revision, with its passages where they stand there now (X4). As it was
 * where one of them does not stand there in the same words, or where it says that the source is silent: nobody has read
 * the new text for that (S3).
 */
export async function carryKept(kept: KeptMutation, view: CaseView): Promise<KeptMutation> {
  const found = tagOf(kept);
  if (found === null || found.tag.content.stance === "missing") return kept;
  const { sourceId, revisionId, content } = found.tag;
  const newest = view.sources.find(({ id }) => id === sourceId)?.revision.id;
  if (newest === undefined || newest === revisionId) return kept;
  const texts = [revisionId, newest].map((id) => queryClient.fetchQuery(revisionTextQuery(kept.caseId, sourceId, id)));
  const [[old, next], { carrySpans }] = await Promise.all([Promise.all(texts), import("../revision/carry-spans.ts")]);
  if (old === undefined || next === undefined) return kept;
  const spans = content.evidence.map((one) => (isLostState(one.state) ? null : one));
  const evidence: Evidence[] = [];
  for (const [at, span] of carrySpans(old.text, next.text, spans).entries()) {
    const one = content.evidence[at];
    if (one === undefined || (span === null && spans[at] !== null)) return kept;
    evidence.push(span === null ? one : { ...one, ...span });
  }
  return { ...kept, input: found.put({ ...found.tag, revisionId: newest, content: { ...content, evidence } }) };
}

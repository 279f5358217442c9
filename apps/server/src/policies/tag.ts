import { DEFAULT_POLICY, DomainError, decideTagAction, refuse } from "@assay/domain";
import type { Outcome, Policy, TagAction, TagState, TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "./refuse.ts";

export interface TagAsk {
  ctx: CaseContext;
  tag: TagView;
  baseVersion: number;
}

/**
 * What the author wants to do to their tag. A version that moved on is a conflict of two texts (E5), told with both:
 * `yours` is what the client sent.
 */
export function decideOwnTag(action: TagAction, { ctx, tag, baseVersion }: TagAsk, yours: unknown): TagState {
  // No policy says anything of what authors do to their own tags.
  const decided = decideTagAction(action, { actor: actorOf(ctx), tag, policy: DEFAULT_POLICY, baseVersion });
  if (decided.ok) return decided.next;
  if (decided.rule === "T5") throw new DomainError("CONFLICT", decided.reason, { current: tag, yours, rule: "E5" });
  throw refusalError(decided);
}

/**
 * What somebody else wants to decide about a tag, under the policy of this moment; `T5` is for the caller, who knows
 * what the reviewer saw.
 */
export function decideOthersTag(
  action: TagAction,
  { ctx, tag, policy, baseVersion }: TagAsk & { policy: Policy },
  dispute: { challengerId?: string; contested?: boolean } = {},
): Outcome<{ next: TagState }> {
  return decideTagAction(action, { actor: actorOf(ctx), tag, policy, baseVersion, ...dispute });
}

/** A1 for a cell contested without a challenge: the authors of the tags that contend are parties all of them. */
export function refusePartyToDispute(ctx: CaseContext, cellTags: readonly TagView[]): Outcome {
  const isParty = cellTags.some(({ authorId, state }) => authorId === ctx.person.id && state !== "withdrawn");
  return isParty ? refuse("A1", "You tagged this cell too. Somebody else has to adjudicate it.") : { ok: true };
}

export function actorOf(ctx: CaseContext): { id: string; role: CaseContext["role"] } {
  return { id: ctx.person.id, role: ctx.role };
}

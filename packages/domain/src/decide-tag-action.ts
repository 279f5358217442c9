import type { Ability } from "./permission.ts";
import type { Outcome, Refusal } from "./refusal.ts";
import type { Policy } from "./policy.ts";
import type { Role } from "./role.ts";
import type { TagAction } from "./transition.ts";
import type { TagState } from "./tag.ts";
import { can, lackingAbility } from "./permission.ts";
import { nextState, whyNot } from "./transition.ts";
import { refuse } from "./refusal.ts";

export interface TagActionInput {
  actor: { id: string; role: Role };
  tag: { authorId: string; state: TagState; version: number };
  policy: Policy;
  /** The TagVersion that the actor saw (T5). Left out: not checked, as for a button that is only being drawn. */
  baseVersion?: number;
  /** Who challenged the tag, for an adjudication (A1). */
  challengerId?: string;
  /** Is the tag's cell contested, for an adjudication without a challenge (B4). */
  contested?: boolean;
}

type Party = "author" | "reviewer" | "adjudicator" | "anyone" | "system";

const PARTY: Record<TagAction, Party> = {
  edit: "author",
  submit: "author",
  withdraw: "author",
  restore: "author",
  reaffirm: "author",
  approve: "reviewer",
  request_changes: "reviewer",
  challenge: "reviewer",
  comment: "anyone",
  invalidate: "system",
  uphold: "adjudicator",
  overturn: "adjudicator",
  insufficient: "adjudicator",
};

/**
 * May this person do this to this tag now, and what state follows? The same answer disables the button and guards the
 * server. Asked in the order in which a person can do least about it: role, whose tag it is, version, state.
 */
export function decideTagAction(action: TagAction, input: TagActionInput): Outcome<{ next: TagState }> {
  const { tag, baseVersion } = input;
  const refusal = refusePerson(action, input);
  if (refusal !== null) return refusal;
  if (baseVersion !== undefined && baseVersion !== tag.version) {
    return refuse("T5", `This tag moved on: you saw version ${baseVersion}, it is now version ${tag.version}.`);
  }
  const next = nextState(tag.state, action);
  if (next === null) return refuse(stateRule(tag.state, action), whyNot(tag.state, action));
  if (PARTY[action] === "adjudicator" && tag.state !== "challenged" && input.contested !== true) {
    return refuse("A1", "This cell is not contested, so there is nothing to adjudicate.");
  }
  return { ok: true, next };
}

function refusePerson(action: TagAction, { actor, tag, policy, challengerId }: TagActionInput): Refusal | null {
  const isAuthor = actor.id === tag.authorId;
  switch (PARTY[action]) {
    case "author":
      if (!can(actor.role, "tag")) return refuseRole(actor.role, "tag");
      return isAuthor ? null : refuse("T1", "Somebody else wrote this tag. Only its author can do this.");
    case "reviewer":
      if (!can(actor.role, "review")) return refuseRole(actor.role, "review");
      if (!isAuthor || policy.selfReview) return null;
      return refuse("T4", "You wrote this tag. Somebody else has to review it.");
    case "adjudicator":
      if (!can(actor.role, "adjudicate")) return refuseRole(actor.role, "adjudicate");
      if (isAuthor) return refuse("A1", "You wrote this tag. Somebody else has to adjudicate it.");
      if (actor.id !== challengerId) return null;
      return refuse("A1", "You challenged this tag. Somebody else has to adjudicate it.");
    case "anyone":
      return can(actor.role, "tag") ? null : refuseRole(actor.role, "tag");
    case "system":
      return null;
  }
}

/** The rule that a refusal names when the role alone forbids it; a service answers it with FORBIDDEN. */
export const ROLE_RULE = "role";

function refuseRole(role: Role, ability: Ability): Refusal {
  return refuse(ROLE_RULE, lackingAbility(role, ability));
}

/** The design's number for a state's refusal, so that the client can point to it. */
function stateRule(state: TagState, action: TagAction): string {
  if (PARTY[action] === "adjudicator") return "A1";
  if (state === "withdrawn" || state === "stale" || state === "overturned") return "T9";
  return state === "changes_requested" ? "T3" : "T2";
}

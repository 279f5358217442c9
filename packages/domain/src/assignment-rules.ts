import type { AssignmentKind, AssignmentView } from "./assignment.ts";
import { isBlindTo } from "./blindness.ts";
import type { CaseView, ReviewView, TagView } from "./case-view.ts";
import type { Ability } from "./permission.ts";
import { can, lackingAbility } from "./permission.ts";
import { isOneCell } from "./queue/covers.ts";
import { isParty } from "./queue/is-party.ts";
import type { Outcome } from "./refusal.ts";
import { allowed, refuse } from "./refusal.ts";
import { ROLE_RULE } from "./decide-tag-action.ts";
import type { Role } from "./role.ts";

/** The ability that work of a kind asks for. */
export const ABILITY_OF_WORK: Record<AssignmentKind, Ability> = {
  tag: "tag",
  review: "review",
  adjudicate: "adjudicate",
};

export type AssignmentScope = Pick<AssignmentView, "kind" | "claimId" | "sourceId">;

export interface Assignee {
  id: string;
  name: string;
  role: Role;
  left: boolean;
}

export interface AssignmentInput {
  actor: { id: string; role: Role };
  assignee: Assignee;
  scope: AssignmentScope;
  /** All that the rules look at; of a closed cell only the actor's own tag is asked for (B1). */
  view: Pick<CaseView, "policy" | "openings" | "assignments"> & { tags: readonly TagView[]; reviews: readonly ReviewView[] };
}

/** May this person give this work to that one, or take it. `taking` also asks whether somebody else has it already. */
export function decideAssignment(input: AssignmentInput): Outcome {
  const { actor, assignee, scope } = input;
  const isOwn = actor.id === assignee.id;
  const ability = ABILITY_OF_WORK[scope.kind];
  if (isOwn && !can(actor.role, ability)) return refuse(ROLE_RULE, lackingAbility(actor.role, ability));
  if (!isOwn && !can(actor.role, "manage_case")) {
    return refuse(ROLE_RULE, "You can take work yourself. Only an owner or a lead gives it to others.");
  }
  if (assignee.left) {
    return refuse("assignee", `${assignee.name} has left the workspace. Choose somebody else.`);
  }
  if (!can(assignee.role, ability)) {
    const who = `${assignee.name} is ${article(assignee.role)} ${assignee.role} and cannot ${DEED[scope.kind]}.`;
    return refuse("assignee", `${who} Choose somebody else, or give them another role first.`);
  }
  return isOneCell(scope) ? decideCell(input, scope) : allowed;
}

/** A person's own work, or anybody's for those who manage the case. */
export function mayEndAssignment(actor: { id: string; role: Role }, assignment: Pick<AssignmentView, "assigneeId">): Outcome {
  if (actor.id === assignment.assigneeId || can(actor.role, "manage_case")) return allowed;
  return refuse(ROLE_RULE, "Only the person who has this work, an owner or a lead can end it.");
}

/** Another day, note or person: for those who manage the case; what somebody took themselves is theirs to change, not to pass on. */
export function mayChangeAssignment(
  actor: { id: string; role: Role },
  { createdBy, assigneeId: has }: Pick<AssignmentView, "createdBy" | "assigneeId">,
  assigneeId: string,
): Outcome {
  const isOwn = createdBy === actor.id && has === actor.id && assigneeId === actor.id;
  if (isOwn || can(actor.role, "manage_case")) return allowed;
  return refuse(ROLE_RULE, lackingAbility(actor.role, "manage_case"));
}

function decideCell({ actor, assignee, scope, view }: AssignmentInput, cell: { claimId: string; sourceId: string }): Outcome {
  const { kind } = scope;
  const isOwn = actor.id === assignee.id;
  const tags = view.tags.filter(
    (tag) => tag.claimId === cell.claimId && tag.sourceId === cell.sourceId && tag.state !== "withdrawn",
  );
  const who = isOwn ? "You" : assignee.name;
  if (isBlindTo(view, cell)) {
    // Who has tagged a closed cell is not told, not even by a refusal: only about one's own tag there is one (B1).
    if (kind !== "tag") {
      return refuse("B1", "This cell is blind until enough independent tags are in. Its review is given out then.");
    }
    return isOwn && tags.some((tag) => tag.authorId === actor.id) ? refuse("B2", SECOND_TAG.replace("WHO", who)) : allowed;
  }
  const wrote = tags.some((tag) => tag.authorId === assignee.id);
  if (kind === "tag") return wrote ? refuse("B2", SECOND_TAG.replace("WHO", who)) : allowed;
  if (kind === "review") {
    const canReviewOther = tags.some((tag) => tag.authorId !== assignee.id);
    if (!wrote || canReviewOther || view.policy.selfReview) return allowed;
    return refuse("T4", `${who} wrote the tag in this cell. Somebody else has to review it.`);
  }
  if (!isParty(assignee.id, tags, view.reviews)) return allowed;
  return refuse("A1", `${who} tagged or challenged this cell. Somebody else has to adjudicate it.`);
}

const SECOND_TAG = "WHO tagged this cell already. Another tag of it comes from somebody else.";

const DEED: Record<AssignmentKind, string> = { tag: "tag", review: "review", adjudicate: "adjudicate" };

function article(role: Role): string {
  return /^[aeiou]/.test(role) ? "an" : "a";
}

/** How many people a cell needs for work of a kind. */
export function peopleNeeded(kind: AssignmentKind, view: Pick<CaseView, "policy">): number {
  return kind === "tag" ? view.policy.requiredTags : 1;
}

/** For taking a cell oneself: refused once as many others have taken it as it needs. */
export function decideTaking(input: AssignmentInput): Outcome {
  const decided = decideAssignment(input);
  const { actor, scope, view } = input;
  if (!decided.ok || !isOneCell(scope)) return decided;
  const others = view.assignments.filter(
    (one) =>
      one.kind === scope.kind &&
      one.claimId === scope.claimId &&
      one.sourceId === scope.sourceId &&
      one.assigneeId !== actor.id,
  );
  if (others.length < peopleNeeded(scope.kind, view)) return allowed;
  return refuse("taken", "Somebody else has taken this already. Choose another, or ask them to give it back.");
}

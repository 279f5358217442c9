import type { CaseView } from "./case-view.ts";
import { ROLE_RULE } from "./decide-tag-action.ts";
import { allowed, refuse } from "./refusal.ts";
import type { Outcome } from "./refusal.ts";
import { can } from "./permission.ts";
import type { Role } from "./role.ts";

interface Remover {
  id: string;
  role: Role;
}

/**
 * Whether this person may take a source out of the case (T7). With it goes what everybody said of it, so that it is for
 * those who manage the case; who added one by mistake may take it out for as long as nobody else has work in it. While
 * cells are blind they could not know (B1).
 */
export function decideRemoval(
  { policy, sources, tags, assignments }: Pick<CaseView, "policy" | "sources" | "tags" | "assignments">,
  { id: me, role }: Remover,
  sourceId: string,
): Outcome {
  if (can(role, "manage_case")) return allowed;
  const source = sources.find(({ id }) => id === sourceId);
  if (!can(role, "add_source") || source?.createdBy !== me) {
    return refuse(ROLE_RULE, "An owner or a lead takes out what somebody else added. Ask one of them.");
  }
  if (policy.requiredTags > 1) {
    return refuse(ROLE_RULE, "In a case with blind tags an owner or a lead takes sources out. Ask one of them.");
  }
  const hasOthers =
    tags.some((tag) => tag.sourceId === sourceId && tag.authorId !== me) ||
    assignments.some((one) => one.sourceId === sourceId && one.assigneeId !== me);
  return hasOthers ? refuse(ROLE_RULE, "Others have work in this source. Ask an owner or a lead to take it out.") : allowed;
}

/** Putting back is for those who manage the case, and for whoever took it out. */
export function decideReturn({ id, role }: Remover, { removedBy }: { removedBy: string | null }): Outcome {
  if (can(role, "manage_case") || (can(role, "add_source") && removedBy === id)) return allowed;
  return refuse(ROLE_RULE, "An owner or a lead puts it back, or whoever took it out. Ask one of them.");
}

import { DomainError, ROLE_RULE, can, lackingAbility, refusedError } from "@assay/domain";
import type { Ability, Refusal, Role } from "@assay/domain";

/** The error that a rule's refusal becomes at the boundary: FORBIDDEN where the role alone decides, else REFUSED. */
export function refusalError(refusal: Refusal, details: Record<string, unknown> = {}): DomainError {
  if (refusal.rule === ROLE_RULE)
    return new DomainError("FORBIDDEN", refusal.reason, { ...details, rule: refusal.rule });
  return refusedError(refusal, details);
}

/** For an ability that only part of an input asks for; procedures check the one that all of it asks for. */
export function refuseRole(ctx: { role: Role }, ability: Ability): void {
  if (!can(ctx.role, ability)) throw new DomainError("FORBIDDEN", lackingAbility(ctx.role, ability));
}

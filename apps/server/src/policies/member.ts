import { DomainError, can, lackingAbility, outranks } from "@assay/domain";
import type { Role } from "@assay/domain";

/** Nobody gives away more than they have: a lead invites leads, and only an owner makes owners. */
export function mayGrant(granter: Role, granted: Role): boolean {
  return can(granter, "invite") && !outranks(granted, granter);
}

export function refuseGrant(granter: Role, granted: Role): void {
  if (!can(granter, "invite")) throw new DomainError("FORBIDDEN", lackingAbility(granter, "invite"));
  if (mayGrant(granter, granted)) return;
  throw new DomainError("FORBIDDEN", `A ${granter} cannot make somebody ${granted}. Ask an owner.`, { field: "role" });
}

/** A workspace without an owner could never be managed again. */
export function refuseLosingLastOwner(owners: readonly string[], userId: string): void {
  if (!owners.includes(userId) || owners.length > 1) return;
  const message = "This is the last owner. Make somebody else an owner first.";
  throw new DomainError("REFUSED", message, { rule: "last owner" });
}

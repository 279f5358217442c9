import { DomainError, can, lackingAbility } from "@assay/domain";
import type { Role } from "@assay/domain";
import { mayGrant } from "./member.ts";

/** A desk that a person belongs to. */
export interface Belonging {
  workspaceId: string;
  role: Role;
}

/**
 * Whoever sets a password can be that person, on every desk they belong to. So it takes the right to manage each of
 * these desks' people, and nobody does it to somebody above them anywhere: an account is no way up.
 */
export function mayReset(makers: readonly Belonging[], members: readonly Belonging[]): boolean {
  return members.every(({ workspaceId, role }) => {
    const own = makers.find((desk) => desk.workspaceId === workspaceId);
    return own !== undefined && mayGrant(own.role, role);
  });
}

interface Reset {
  maker: { id: string; role: Role; desks: readonly Belonging[] };
  member: { id: string; name: string; role: Role; desks: readonly Belonging[] };
}

export function refuseReset({ maker, member }: Reset): void {
  if (!can(maker.role, "invite")) throw new DomainError("FORBIDDEN", lackingAbility(maker.role, "invite"));
  if (maker.id === member.id) {
    // Whoever sits at a machine that was left behind does not know the password it is signed in with.
    const message = "You change your own password on “Your account”. If you have forgotten it, ask a colleague for a link.";
    throw new DomainError("REFUSED", message, { rule: "own password" });
  }
  if (!mayGrant(maker.role, member.role)) {
    const whom = "Ask an owner, or whoever runs the server.";
    throw new DomainError("FORBIDDEN", `A ${maker.role} cannot set the password of an ${member.role}. ${whom}`);
  }
  if (mayReset(maker.desks, member.desks)) return;
  const message = `${member.name} also belongs to another desk, where you do not manage people. Ask whoever runs the server for a link.`;
  throw new DomainError("FORBIDDEN", message, { rule: "another desk" });
}

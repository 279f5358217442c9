export const ROLES = ["owner", "lead", "reviewer", "annotator", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** ROLES runs from the most powerful to the least. */
export function outranks(one: Role, other: Role): boolean {
  return ROLES.indexOf(one) < ROLES.indexOf(other);
}

import type { Role } from "./role.ts";

export const ABILITIES = [
  "manage_workspace",
  "invite",
  "manage_case",
  "add_source",
  "edit_claim",
  "tag",
  "edit_report",
  "review",
  "adjudicate",
  "override_verdict",
  "rate",
  "sign_off",
  "release",
  "discuss",
  "export",
  "read",
] as const;
export type Ability = (typeof ABILITIES)[number];

const ANNOTATOR: readonly Ability[] = ["tag", "edit_report", "edit_claim", "add_source", "rate", "discuss", "export", "read"];

/** Who may do what, before any rule looks at the thing itself (whose tag it is, in which state). */
export const PERMISSIONS: Record<Role, ReadonlySet<Ability>> = {
  owner: new Set(ABILITIES),
  lead: new Set(ABILITIES.filter((ability) => ability !== "manage_workspace")),
  reviewer: new Set([...ANNOTATOR, "review", "sign_off"] satisfies Ability[]),
  annotator: new Set(ANNOTATOR),
  viewer: new Set(["read", "export"]),
};

export function can(role: Role, ability: Ability): boolean {
  return PERMISSIONS[role].has(ability);
}

const DEEDS: Record<Ability, string> = {
  manage_workspace: "manage the workspace",
  invite: "invite people",
  manage_case: "manage cases",
  add_source: "add sources",
  edit_claim: "edit claims",
  tag: "tag",
  edit_report: "edit the report",
  review: "review",
  adjudicate: "adjudicate",
  override_verdict: "override a verdict",
  rate: "rate claims",
  sign_off: "sign off",
  release: "release a report",
  discuss: "join a discussion",
  export: "export",
  read: "read this workspace",
};

/** The sentence on a button that the role keeps shut, e.g. "A viewer cannot tag. Ask an owner or a lead …". */
export function lackingAbility(role: Role, ability: Ability): string {
  const article = /^[aeiou]/.test(role) ? "An" : "A";
  const whom = role === "lead" ? "Ask an owner." : "Ask an owner or a lead for another role.";
  return `${article} ${role} cannot ${DEEDS[ability]}. ${whom}`;
}

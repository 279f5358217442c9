import { describe, expect, it } from "vitest";
import { ABILITIES, PERMISSIONS, can, lackingAbility } from "./permission.ts";
import { ROLES } from "./role.ts";

describe("permissions", () => {
  it("give each role what it may do", () => {
    const lists = ROLES.map((role) => [role, ABILITIES.filter((ability) => can(role, ability)).join(" ")]);
    const annotator = "add_source edit_claim tag edit_report";
    const lead = `invite manage_case ${annotator} review adjudicate override_verdict rate sign_off release discuss export read`;
    expect(Object.fromEntries(lists)).toEqual({
      owner: `manage_workspace ${lead}`,
      lead,
      reviewer: `${annotator} review rate sign_off discuss export read`,
      annotator: `${annotator} rate discuss export read`,
      viewer: "export read",
    });
  });

  it("refuse with a sentence that names the role and the deed", () => {
    for (const role of ROLES) {
      for (const ability of ABILITIES.filter((one) => !PERMISSIONS[role].has(one))) {
        expect(lackingAbility(role, ability)).toMatch(new RegExp(`^An? ${role} cannot [a-z ]+\\. Ask an owner`));
      }
    }
    expect(lackingAbility("annotator", "review")).toMatch(/^An annotator cannot review\./);
  });
});

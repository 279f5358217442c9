import { ASSIGNMENT_KINDS } from "@assay/domain";
import type { CaseView } from "@assay/domain";
import type { Dice } from "./dice.ts";
import { of } from "./random-command.ts";
import type { Draws } from "./random-command.ts";

type AssignmentPath = "assignment.assign" | "assignment.claim" | "assignment.change" | "assignment.end";

/** Work is given out, taken, moved and given back. */
export const ASSIGNMENT_DRAWS: Draws<AssignmentPath> = {
  "assignment.assign": [
    1.5,
    ({ dice, view }) => {
      const person = dice.pick(view.people);
      if (person === undefined) return null;
      const given = { assigneeId: person.id, dueOn: dayOf(dice), note: "" };
      return { path: "assignment.assign", input: { ...of(dice, view), ...item(dice, view), ...given } };
    },
  ],
  "assignment.claim": [
    1.5,
    ({ dice, view }) => ({ path: "assignment.claim", input: { ...of(dice, view), ...item(dice, view) } }),
  ],
  "assignment.change": [
    1,
    ({ dice, view }) => {
      const one = dice.pick(view.assignments);
      const person = dice.pick(view.people);
      if (one === undefined || person === undefined) return null;
      const moved = { assignmentId: one.id, baseVersion: one.version, assigneeId: person.id, dueOn: dayOf(dice), note: "Soon." };
      return { path: "assignment.change", input: { ...of(dice, view), ...moved } };
    },
  ],
  "assignment.end": [
    1,
    ({ dice, view }) => {
      const one = dice.pick(view.assignments);
      if (one === undefined) return null;
      return { path: "assignment.end", input: { ...of(dice, view), assignmentId: one.id, reason: "" } };
    },
  ],
};

/** A cell, a row, a column or the whole case. */
function item(dice: Dice, { claims, sources }: CaseView) {
  const claimId = (dice.chance(0.8) ? dice.pick(claims)?.id : null) ?? null;
  const sourceId = (dice.chance(0.8) ? dice.pick(sources)?.id : null) ?? null;
  return { id: dice.id(), kind: dice.pick(ASSIGNMENT_KINDS) ?? "tag", claimId, sourceId } as const;
}

function dayOf(dice: Dice): string | null {
  return dice.chance(0.5) ? `2031-03-${10 + dice.below(20)}` : null;
}

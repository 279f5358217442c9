import { callAs, newId } from "./desk.ts";
import type { Crew, Desk } from "./desk.ts";
import { Dice } from "./dice.ts";
import type { Play, Player } from "./converge.ts";
import { readLive } from "../services/read-live.ts";
import { seeChange } from "../services/see-change.ts";

const ROLES = { owner: "owner", lead: "lead", reviewer: "reviewer", annotator: "annotator", second: "annotator" } as const;
const LEAD_AND_ANNOTATOR = ["lead", "annotator"] as const;

/** A new, empty case, and two to four pages open on it. */
export async function openPlay(desk: Desk, seed: number, operations: number): Promise<Play> {
  const dice = new Dice(seed, 1);
  const caseId = newId();
  const { workspaceId } = desk;
  await desk.as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
  // One of the others may be somebody who is there already, in a second window.
  const others = dice.shuffled(["owner", "reviewer", "second", "annotator", "reviewer"] as const);
  const names = [...LEAD_AND_ANNOTATOR, ...others.slice(0, dice.below(3))];
  return { seed, caseId, operations, players: names.map((name) => playerOf(desk, caseId, name)) };
}

function playerOf(desk: Desk, caseId: string, name: keyof typeof ROLES & keyof Crew): Player {
  const person = desk.people[name];
  const me = { id: person.id, role: ROLES[name] };
  return {
    name,
    me,
    as: callAs(desk.app, person),
    async hear(after, most) {
      const answer = await readLive(desk.db, { caseId, viewers: [me.id], after, most });
      if (answer === null) throw new Error(`${name} is no member`);
      const viewer = { userId: me.id, role: me.role };
      return answer.entries.map(({ number, message }) => ({ number, message: seeChange(message, viewer, answer.sight) }));
    },
  };
}

import { callAs, newId } from "./desk.ts";
import type { Crew, Desk } from "./desk.ts";
import { Dice } from "./dice.ts";
import type { Play, Player } from "./converge.ts";
import { LiveEar } from "./live-ear.ts";

const ROLES = { owner: "owner", lead: "lead", reviewer: "reviewer", annotator: "annotator", second: "annotator" } as const;
const ALWAYS = ["lead", "annotator"] as const;

/** A new, empty case, and two to four pages open on it. */
export async function openPlay(desk: Desk, seed: number, operations: number): Promise<Play> {
  const dice = new Dice(seed, 1);
  const caseId = newId();
  const { workspaceId } = desk;
  await desk.as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
  // One of the others may be somebody who is there already, in a second window.
  const others = dice.shuffled(["owner", "reviewer", "second", "annotator", "reviewer"] as const);
  const names = [...ALWAYS, ...others.slice(0, dice.below(3))];
  return { seed, caseId, operations, players: names.map((name) => playerOf(desk, caseId, name)) };
}

function playerOf({ app, people }: Desk, caseId: string, name: keyof typeof ROLES & keyof Crew): Player {
  const person = people[name];
  const me = { id: person.id, role: ROLES[name] };
  return { name, me, as: callAs(app, person), listen: (after) => LiveEar.open(app, person, caseId, after) };
}

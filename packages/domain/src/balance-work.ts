import type { AssignmentKind } from "./assignment.ts";
import { blindnessOf, isBlindCell } from "./blindness.ts";
import type { CaseView } from "./case-view.ts";
import { deriveCells } from "./cell.ts";
import { decideAssignment, peopleNeeded } from "./assignment-rules.ts";
import type { Assignee } from "./assignment-rules.ts";
import { AssignmentIndex, isOneCell } from "./queue/covers.ts";
import type { CellRef } from "./queue/covers.ts";
import type { Role } from "./role.ts";

export interface BalanceInput {
  actor: { id: string; role: Role };
  view: CaseView;
  kind: AssignmentKind;
  people: readonly Assignee[];
  /** Null: all. */
  claimIds: readonly string[] | null;
  sourceIds: readonly string[] | null;
}

export interface ProposedAssignment extends CellRef {
  assigneeId: string;
}

export interface BalanceProposal {
  assignments: ProposedAssignment[];
  /** Cells of this kind of work on each person's list, before and after; in the order in which people were named. */
  load: { personId: string; before: number; after: number }[];
  /** Cells for which there are not enough people, with how many are lacking. */
  lacking: (CellRef & { people: number })[];
}

/**
 * Gives out the cells that lack people, one cell at a time, to whoever has least. Rows go to the same person as long as
 * loads are equal, so that one who has read a source goes on with it.
 *
 * Of a closed cell it looks at assignments only, never at tags: it gives the cell to as many different people as tags
 * are asked for, so the second tag cannot fall to the first author, and nobody learns from the proposal who has tagged
 * what (B1). `view` may therefore be the actor's own, blind as they are.
 */
export function balanceWork(input: BalanceInput): BalanceProposal {
  const { view, kind, people } = input;
  const given = new AssignmentIndex(view.assignments, kind);
  const load = new Map(people.map(({ id }) => [id, 0]));
  for (const one of view.assignments) {
    const known = load.get(one.assigneeId);
    if (one.kind === kind && isOneCell(one) && known !== undefined) load.set(one.assigneeId, known + 1);
  }
  const before = new Map(load);
  const lastOnSource = new Map<string, string>();
  const assignments: ProposedAssignment[] = [];
  const lacking: BalanceProposal["lacking"] = [];
  for (const { cell, need, taken } of openWork(input, given)) {
    const able = people.filter((person) => !taken.has(person.id) && isAllowed(input, person, cell));
    const last = lastOnSource.get(cell.sourceId);
    const chosen = able
      .map((person, place) => ({ id: person.id, place, load: load.get(person.id) ?? 0 }))
      .sort((a, b) => a.load - b.load || Number(b.id === last) - Number(a.id === last) || a.place - b.place)
      .slice(0, need);
    for (const { id } of chosen) {
      load.set(id, (load.get(id) ?? 0) + 1);
      lastOnSource.set(cell.sourceId, id);
      assignments.push({ ...cell, assigneeId: id });
    }
    if (chosen.length < need) lacking.push({ ...cell, people: need - chosen.length });
  }
  const loads = people.map(({ id }) => ({ personId: id, before: before.get(id) ?? 0, after: load.get(id) ?? 0 }));
  return { assignments, load: loads, lacking };
}

interface OpenCell {
  cell: CellRef;
  need: number;
  taken: ReadonlySet<string>;
}

/** Cells in scope that lack people, source by source and claim by claim. */
function* openWork(input: BalanceInput, given: AssignmentIndex): Generator<OpenCell> {
  const { view, kind, claimIds, sourceIds } = input;
  const cells = deriveCells(view);
  const blindness = blindnessOf(view.policy, view.openings);
  const claims = view.claims.filter(({ id, withdrawn }) => !withdrawn && (claimIds?.includes(id) ?? true));
  const sources = view.sources.filter(({ id }) => sourceIds?.includes(id) ?? true);
  for (const source of sources) {
    for (const claim of claims) {
      const cell = { claimId: claim.id, sourceId: source.id };
      const taken = new Set(given.on(cell).map(({ assigneeId }) => assigneeId));
      const derived = cells.get(claim.id)?.get(source.id);
      const closed = isBlindCell(blindness, cell);
      if (kind === "tag") {
        if (!closed) for (const tag of derived?.tags ?? []) taken.add(tag.authorId);
      } else if (closed || derived?.state !== (kind === "review" ? "awaiting_review" : "contested")) {
        continue;
      }
      const need = peopleNeeded(kind, view) - taken.size;
      if (need > 0) yield { cell, need, taken };
    }
  }
}

function isAllowed({ actor, view, kind }: BalanceInput, assignee: Assignee, cell: CellRef): boolean {
  // Asked as somebody else would ask: a person's own hidden tag must not steer the proposal either.
  const asker = actor.id === assignee.id ? { id: "", role: "lead" as const } : actor;
  return decideAssignment({ actor: asker, assignee, scope: { kind, ...cell }, view }).ok;
}

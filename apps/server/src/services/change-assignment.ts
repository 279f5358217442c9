import { DomainError, mayChangeAssignment, mayEndAssignment } from "@assay/domain";
import type { AssignmentView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { actorOf } from "../policies/tag.ts";
import { decideItem, openDesk } from "./assign-work.ts";
import { inCaseMutation } from "./in-case-mutation.ts";

export interface ChangeAssignment {
  mutationId: string;
  assignmentId: string;
  baseVersion: number;
  assigneeId: string;
  dueOn: string | null;
  note: string;
}

/** To somebody else, another day, other words; the work itself stays what it is. */
export function changeAssignment(ctx: CaseContext, input: ChangeAssignment) {
  const { mutationId, assignmentId, baseVersion, assigneeId, dueOn, note } = input;
  return inCaseMutation(ctx, { procedure: "assignment.change", mutationId }, async (work) => {
    const desk = await openDesk(ctx, work, [assigneeId]);
    const current = findAssignment(desk.view.assignments, assignmentId);
    const may = mayChangeAssignment(actorOf(ctx), current, assigneeId);
    if (!may.ok) throw refusalError(may);
    if (current.version !== baseVersion) {
      const message = "Somebody else changed this assignment in the meantime.";
      throw new DomainError("CONFLICT", message, { current, yours: { assigneeId, dueOn, note }, rule: "E5" });
    }
    if (current.assigneeId !== assigneeId) {
      const existing = decideItem(ctx, desk, { ...current, assigneeId });
      if (existing !== null) {
        throw new DomainError("ALREADY_EXISTS", "This is assigned to the same person already.", { existing });
      }
    }
    const before = { assigneeId: current.assigneeId, dueOn: current.dueOn, note: current.note };
    const after = { assigneeId, dueOn, note };
    if (JSON.stringify(before) === JSON.stringify(after)) return { events: [], touched: { assignments: [assignmentId] } };
    const version = current.version + 1;
    await work.tx.assignment.update({ where: { id: assignmentId }, data: { ...after, version } });
    const { kind, claimId, sourceId } = current;
    const payload = { kind, claimId, sourceId, version, before, after };
    return {
      events: [{ kind: "assignment.changed", subject: assignmentId, reason: note, payload } as const],
      touched: { assignments: [assignmentId] },
    };
  });
}

export interface EndAssignment {
  mutationId: string;
  assignmentId: string;
  reason: string;
}

/** Given back by whoever has it, or taken back. What was ended already stays ended: nothing happens twice. */
export function endAssignment(ctx: CaseContext, { mutationId, assignmentId, reason }: EndAssignment) {
  return inCaseMutation(ctx, { procedure: "assignment.end", mutationId }, async ({ tx, at }) => {
    const found = await tx.assignment.findFirst({ where: { id: assignmentId, caseId: ctx.caseId } });
    if (found === null) throw new DomainError("NOT_FOUND", "There is no such assignment in this case.");
    const decided = mayEndAssignment(actorOf(ctx), found);
    if (!decided.ok) throw refusalError(decided);
    if (found.endedAt !== null) return { events: [], touched: { endedAssignments: [assignmentId] } };
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { endedAt: at, endedBy: ctx.scope.userId },
    });
    const { kind, assigneeId, claimId, sourceId } = found;
    const payload = { kind, assigneeId, claimId, sourceId };
    return {
      events: [{ kind: "assignment.ended", subject: assignmentId, reason, payload } as const],
      touched: { endedAssignments: [assignmentId] },
    };
  });
}

function findAssignment(assignments: readonly AssignmentView[], id: string): AssignmentView {
  const found = assignments.find((one) => one.id === id);
  if (found === undefined) throw new DomainError("NOT_FOUND", "This assignment has ended, or never was in this case.");
  return found;
}

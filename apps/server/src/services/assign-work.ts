import type { NewEvent } from "@assay/db";
import { DomainError, decideAssignment, decideTaking } from "@assay/domain";
import type { AssignmentKind, Assignee, AssignmentView, CaseChange, CaseView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { AssignmentItem } from "../inputs/work-inputs.ts";
import { refusalError } from "../policies/refuse.ts";
import { actorOf } from "../policies/tag.ts";
import { findAssignees } from "./find-assignees.ts";
import { refuseWithdrawnClaim } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { loadCells } from "./load-cells.ts";

export function assignWork(ctx: CaseContext, { mutationId, item }: { mutationId: string; item: AssignmentItem }) {
  return inCaseMutation(ctx, { procedure: "assignment.assign", mutationId }, async (work) => {
    const desk = await openDesk(ctx, work, [item.assigneeId]);
    const existing = decideItem(ctx, desk, item);
    if (existing !== null) {
      const message = "This is assigned to the same person already.";
      throw new DomainError("ALREADY_EXISTS", message, { existing });
    }
    return { events: await insertAssignments(ctx, work, [item]), touched: { assignments: [item.id] } };
  });
}

export interface RefusedItem {
  id: string;
  reason: string;
  /** The design's number where a rule of it says no. */
  rule: string | null;
}

/** Assigns what can be assigned and says of the rest why not. What somebody has already is left as it is. */
export function assignMany(
  ctx: CaseContext,
  { mutationId, items }: { mutationId: string; items: readonly AssignmentItem[] },
): Promise<CaseChange & { refused: RefusedItem[] }> {
  return inCaseMutation<{ refused: RefusedItem[] }>(ctx, { procedure: "assignment.assignMany", mutationId }, async (work) => {
    const desk = await openDesk(ctx, work, items.map(({ assigneeId }) => assigneeId));
    const given: AssignmentItem[] = [];
    const refused: RefusedItem[] = [];
    for (const item of items) {
      const answer = tryItem(ctx, desk, item);
      if (answer === "assign") {
        given.push(item);
        desk.view.assignments.push(viewOf(ctx, work, item));
      } else if (answer !== "there") {
        refused.push(answer);
      }
    }
    const events = await insertAssignments(ctx, work, given);
    return { events, touched: { assignments: given.map(({ id }) => id) }, extra: { refused } };
  });
}

/** Taking work oneself. What one has already is answered as it is: two taps are one. */
export function takeWork(
  ctx: CaseContext,
  { mutationId, item }: { mutationId: string; item: Pick<AssignmentItem, "id" | "kind" | "claimId" | "sourceId"> },
) {
  return inCaseMutation(ctx, { procedure: "assignment.claim", mutationId }, async (work) => {
    const taken = { ...item, assigneeId: ctx.person.id, dueOn: null, note: "" };
    const desk = await openDesk(ctx, work, [ctx.person.id]);
    const existing = decideItem(ctx, desk, taken, true);
    if (existing !== null) return { events: [], touched: { assignments: [existing.id] } };
    return { events: await insertAssignments(ctx, work, [taken]), touched: { assignments: [taken.id] } };
  });
}

interface OpenDesk {
  view: CaseView;
  people: ReadonlyMap<string, Assignee>;
}

export async function openDesk(ctx: CaseContext, work: Work, people: readonly string[]): Promise<OpenDesk> {
  return { view: await loadCells(ctx, work), people: await findAssignees(work, ctx.scope.workspaceId, people) };
}

/** Throws where the work cannot be given; the assignment that says the same already, if there is one. */
export function decideItem(
  ctx: CaseContext,
  { view, people }: OpenDesk,
  item: { kind: AssignmentKind; assigneeId: string; claimId: string | null; sourceId: string | null },
  taking = false,
): AssignmentView | null {
  const { kind, assigneeId, claimId, sourceId } = item;
  const claim = view.claims.find(({ id }) => id === claimId);
  if (claimId !== null && claim === undefined) {
    throw new DomainError("NOT_FOUND", "There is no such claim in this case.", { field: "claimId" });
  }
  if (claim !== undefined) refuseWithdrawnClaim(claim);
  if (sourceId !== null && !view.sources.some(({ id }) => id === sourceId)) {
    throw new DomainError("NOT_FOUND", "There is no such source in this case.", { field: "sourceId" });
  }
  const assignee = people.get(assigneeId);
  if (assignee === undefined) {
    throw new DomainError("NOT_FOUND", "There is no such member in this workspace.", { field: "assigneeId" });
  }
  const existing = view.assignments.find(
    (one) => one.kind === kind && one.assigneeId === assigneeId && one.claimId === claimId && one.sourceId === sourceId,
  );
  if (existing !== undefined) return existing;
  const decide = taking ? decideTaking : decideAssignment;
  const decided = decide({ actor: actorOf(ctx), assignee, scope: { kind, claimId, sourceId }, view });
  if (!decided.ok) throw refusalError(decided);
  return null;
}

function tryItem(ctx: CaseContext, desk: OpenDesk, item: AssignmentItem): "assign" | "there" | RefusedItem {
  try {
    return decideItem(ctx, desk, item) === null ? "assign" : "there";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { rule } = error.details;
    return { id: item.id, reason: error.message, rule: typeof rule === "string" ? rule : null };
  }
}

function viewOf(ctx: CaseContext, { at }: Work, { id, kind, assigneeId, claimId, sourceId, dueOn, note }: AssignmentItem) {
  const given = { id, kind, assigneeId, claimId, sourceId, dueOn, note };
  return { ...given, version: 1, createdBy: ctx.scope.userId, createdAt: at.toISOString() };
}

export async function insertAssignments(
  ctx: CaseContext,
  { tx, at }: Work,
  items: readonly AssignmentItem[],
): Promise<NewEvent[]> {
  const { workspaceId, userId: createdBy } = ctx.scope;
  const { caseId } = ctx;
  if (items.length > 0) {
    await tx.assignment.createMany({
      data: items.map(({ id, kind, assigneeId, claimId, sourceId, dueOn, note }) => {
        const given = { id, kind, assigneeId, claimId, sourceId, dueOn, note };
        return { ...given, workspaceId, caseId, createdBy, createdAt: at };
      }),
    });
  }
  return items.map(({ id, kind, assigneeId, claimId, sourceId, dueOn, note }) => ({
    kind: "assignment.created",
    subject: id,
    reason: note,
    payload: { kind, assigneeId, claimId, sourceId, dueOn },
  }));
}

import { randomUUID } from "node:crypto";
import { joinTransactions, sha256 } from "@assay/db";
import { ASSIGNMENT_KINDS, DomainError, isBlindTo, isOneCell } from "@assay/domain";
import type { AssignmentView } from "@assay/domain";
import type { CaseContext, WorkspaceContext } from "../context.ts";
import { decideItem, insertAssignments, openDesk } from "./assign-work.ts";
import { findOpenWork } from "./find-open-work.ts";
import type { OpenWork } from "./find-open-work.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export interface HandOver {
  mutationId: string;
  from: string;
  to: string;
  note: string;
}

export interface HandedOver {
  cases: {
    caseId: string;
    caseTitle: string;
    /** Assignments that changed hands or were made for cells that would have been left. */
    given: number;
    /** What this person cannot take, each with its sentence: it stays where it is. */
    refused: { claimId: string | null; sourceId: string | null; reason: string }[];
  }[];
}

/** A whole desk of cases under one lock each takes long; a lead who waits is better off than half a handover. */
const PATIENCE_MS = 60_000;

/** Everything one person has on their hands becomes another's, in all cases or in none. */
export async function handOverWork(ctx: WorkspaceContext, input: HandOver): Promise<HandedOver> {
  const { mutationId, from, to, note } = input;
  if (from === to) {
    throw new DomainError("INVALID", "Choose somebody else to take the work over.", { field: "to" });
  }
  const done = await joinTransactions(ctx.app.db, PATIENCE_MS, (db) => {
    const joined = { ...ctx, app: { ...ctx.app, db } };
    return inWorkspaceMutation(joined, { procedure: "assignment.handOver", mutationId }, async ({ session }) => {
      const cases: HandedOver["cases"] = [];
      // In the order of their ids, so that two handovers never wait for each other.
      for (const open of await findOpenWork(session, ctx.scope.workspaceId, from, ASSIGNMENT_KINDS)) {
        const call = { procedure: "assignment.handOver", mutationId: partOf(mutationId, open.caseId) };
        const caseContext: CaseContext = { ...joined, caseId: open.caseId };
        const part = await inCaseMutation<Pick<HandedOver["cases"][number], "given" | "refused">>(caseContext, call, (work) =>
          handOverCase(caseContext, work, open, { from, to, note }),
        );
        const { given, refused } = part;
        cases.push({ caseId: open.caseId, caseTitle: open.caseTitle, given, refused });
      }
      return { cases };
    });
  });
  for (const { caseId } of done.cases) ctx.app.db.news.changed(caseId);
  return done;
}

async function handOverCase(
  ctx: CaseContext,
  work: Work,
  open: OpenWork,
  { from, to, note }: Pick<HandOver, "from" | "to" | "note">,
) {
  const desk = await openDesk(ctx, work, [to]);
  const mine = desk.view.assignments.filter(({ assigneeId }) => assigneeId === from);
  const refused: HandedOver["cases"][number]["refused"] = [];
  const events = [];
  const moved: string[] = [];
  const ended: string[] = [];
  for (const one of mine.filter(({ id }) => open.assignments.some((known) => known.id === id))) {
    if (isDone(desk.view, one)) {
      ended.push(one.id);
      continue;
    }
    const answer = tryTake(() => decideItem(ctx, desk, { ...one, assigneeId: to }));
    if (typeof answer === "string") refused.push({ claimId: one.claimId, sourceId: one.sourceId, reason: answer });
    else if (answer === null) moved.push(one.id);
    else ended.push(one.id);
  }
  const fresh = [];
  for (const { claimId, sourceId } of open.tags) {
    const item = { id: randomUUID(), kind: "tag" as const, assigneeId: to, claimId, sourceId, dueOn: null, note };
    const answer = tryTake(() => decideItem(ctx, desk, item));
    if (typeof answer === "string") refused.push({ claimId, sourceId, reason: answer });
    else if (answer === null) fresh.push(item);
  }
  const { userId: endedBy } = ctx.scope;
  const version = { increment: 1 };
  await work.tx.assignment.updateMany({ where: { id: { in: moved } }, data: { assigneeId: to, version } });
  await work.tx.assignment.updateMany({ where: { id: { in: ended } }, data: { endedAt: work.at, endedBy } });
  for (const one of mine) {
    const { kind, claimId, sourceId, dueOn } = one;
    const place = { kind, claimId, sourceId };
    if (moved.includes(one.id)) {
      const before = { assigneeId: from, dueOn, note: one.note };
      const payload = { ...place, version: one.version + 1, before, after: { ...before, assigneeId: to } };
      events.push({ kind: "assignment.changed", subject: one.id, reason: note, payload } as const);
    } else if (ended.includes(one.id)) {
      const payload = { ...place, assigneeId: from };
      events.push({ kind: "assignment.ended", subject: one.id, reason: note, payload } as const);
    }
  }
  events.push(...(await insertAssignments(ctx, work, fresh)));
  const given = [...moved, ...fresh.map(({ id }) => id)];
  const touched = { assignments: given, endedAssignments: ended };
  return { events, touched, extra: { given: given.length, refused } };
}

/**
 * A cell that its assignee has tagged asks for nobody else. Not asked of a cell that is blind: the answer would tell
 * whether they had (B1); whoever takes over then makes one tag more than needed.
 */
function isDone(view: Parameters<typeof isBlindTo>[0] & { tags: OpenTags }, one: AssignmentView): boolean {
  if (one.kind !== "tag" || !isOneCell(one) || isBlindTo(view, one)) return false;
  return view.tags.some(
    ({ claimId, sourceId, authorId, state }) =>
      claimId === one.claimId &&
      sourceId === one.sourceId &&
      authorId === one.assigneeId &&
      (state === "submitted" || state === "approved" || state === "challenged"),
  );
}

type OpenTags = readonly { claimId: string; sourceId: string; authorId: string; state: string }[];

function tryTake<T>(decide: () => T): T | string {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

/** Each case's part has a mutation id of its own (E4), the same at every replay. */
function partOf(mutationId: string, caseId: string): string {
  const hex = sha256(`${mutationId} ${caseId}`);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return parts.join("-");
}

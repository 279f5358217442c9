import { randomUUID } from "node:crypto";
import { Prisma, runSql } from "@assay/db";
import type { NewEvent } from "@assay/db";
import { DomainError, can, checkSplit, claimLabel, deriveCells, isParty } from "@assay/domain";
import type { CaseChange, CaseView, SuggestionOrigin } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { ClaimFields } from "../inputs/claim-inputs.ts";
import { refusalError } from "../policies/refuse.ts";
import { carryTags } from "./carry-tags.ts";
import { insertClaim } from "./create-claim.ts";
import { expectClaimVersion, findClaim } from "./find-claim.ts";
import { refuseWithdrawnClaim } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { loadCells } from "./load-cells.ts";
import type { Touched } from "./load-change.ts";

export interface ChildClaim extends ClaimFields {
  id: string;
}

export interface Split {
  children: readonly ChildClaim[];
  /** Annotators get what they said of the whole claim as a draft on each narrower one, to keep, change or withdraw. */
  carry: boolean;
  note: string;
  /** Where it was suggested. */
  suggestion?: SuggestionOrigin | undefined;
}

export interface SplitClaim extends Split {
  mutationId: string;
  claimId: string;
  baseVersion: number;
}

/** A split without a dispute. A claim with contested cells is split by whoever may decide them. */
export function splitClaim(ctx: CaseContext, { mutationId, claimId, baseVersion, ...split }: SplitClaim): Promise<CaseChange> {
  return inCaseMutation(ctx, { procedure: "claim.split", mutationId }, async (work) => {
    const claim = await findClaim(work.tx, ctx.caseId, claimId);
    await expectClaimVersion(work.tx, ctx.caseId, claim, baseVersion, split);
    return writeSplit(ctx, work, claimId, split);
  });
}

/** Inside a change of the case: the narrower claims, the drafts carried over, the whole claim's tombstone (A2, T7). */
export async function writeSplit(
  ctx: CaseContext,
  work: Work,
  claimId: string,
  { children, carry, note, suggestion }: Split,
): Promise<{ events: NewEvent[]; touched: Touched }> {
  const claim = await findClaim(work.tx, ctx.caseId, claimId);
  refuseWithdrawnClaim({ number: claim.number, withdrawn: claim.withdrawnAt !== null });
  const checked = checkSplit(claim, children);
  if (!checked.ok) throw refusalError(checked, { field: "children" });
  const view = await loadCells(ctx, work);
  refuseOpenDisputes(ctx, view, claimId);
  const events: NewEvent[] = [];
  const born: { id: string; number: number }[] = [];
  for (const child of children) {
    const event = await insertClaim(ctx, work, { ...child, parentId: claimId, suggestion });
    events.push(event);
    born.push({ id: child.id, number: event.payload.number ?? 0 });
  }
  const carried = carry ? await carryTags(ctx, work, claimId, born) : [];
  const labels = born.map(claimLabel).join(", ");
  const reason = `Split into ${labels}${note === "" ? "" : `. ${note}`}`;
  await work.tx.claim.update({ where: { id: claimId }, data: { withdrawnAt: work.at, updatedAt: work.at } });
  const { version } = claim;
  events.push(...carried);
  events.push({ kind: "claim.split", subject: claimId, reason, payload: { version, children: born, carry } });
  events.push({ kind: "claim.withdrawn", subject: claimId, reason, payload: { version } });
  const assignments = await moveAssignments(ctx, work, claimId, born, reason);
  return {
    events: [...events, ...assignments.events],
    touched: {
      claims: [claimId, ...born.map(({ id }) => id)],
      tags: carried.map(({ subject }) => subject),
      assignments: assignments.given,
      endedAssignments: assignments.ended,
    },
  };
}

/**
 * The split closes every dispute over the claim, so whoever splits it must be one who may decide them all (A1). What
 * an earlier split made of the claim is settled first: two splits of the same words cannot both stand.
 */
function refuseOpenDisputes(ctx: CaseContext, view: CaseView, claimId: string): void {
  const cells = deriveCells(view);
  const contestedOf = (id: string) => [...(cells.get(id)?.values() ?? [])].filter(({ state }) => state === "contested");
  const own = contestedOf(claimId);
  if (own.length > 0 && !can(ctx.role, "adjudicate")) {
    const message = "Sources of this claim are contested. A lead splits it when adjudicating.";
    throw new DomainError("REFUSED", message, { rule: "A1" });
  }
  if (own.some(({ tags }) => isParty(ctx.person.id, tags, view.reviews))) {
    const message = "You tagged or challenged a contested cell of this claim. Somebody else has to split it.";
    throw new DomainError("REFUSED", message, { rule: "A1" });
  }
  const children = view.claims
    .filter(({ parentId, withdrawn }) => parentId === claimId && !withdrawn)
    .filter(({ id }) => contestedOf(id).length > 0)
    .map(({ id, number }) => ({ id, number }));
  if (children.length === 0) return;
  const labels = children.map(claimLabel).join(", ");
  const [verb, them] = children.length === 1 ? ["is", "it"] : ["are", "them"];
  const message = `${labels} came from this claim and ${verb} contested. Adjudicate ${them} first.`;
  throw new DomainError("REFUSED", message, { rule: "A2", children });
}

/** Whoever was to tag the whole claim is to tag the narrower ones; what else was given out on it has ended. */
async function moveAssignments(
  ctx: CaseContext,
  { session, tx, at }: Work,
  claimId: string,
  children: readonly { id: string }[],
  reason: string,
): Promise<{ events: NewEvent[]; given: string[]; ended: string[] }> {
  const open = await tx.assignment.findMany({ where: { caseId: ctx.caseId, claimId, endedAt: null } });
  if (open.length === 0) return { events: [], given: [], ended: [] };
  const { workspaceId, userId } = ctx.scope;
  const ended = open.map(({ id }) => id);
  await tx.assignment.updateMany({ where: { id: { in: ended } }, data: { endedAt: at, endedBy: userId } });
  const fresh = open
    .filter(({ kind }) => kind === "tag")
    .flatMap((one) => children.map(({ id }) => ({ ...one, id: randomUUID(), claimId: id })));
  const rows = JSON.stringify(fresh);
  await runSql(
    session,
    Prisma.sql`INSERT INTO assignments (id, workspace_id, case_id, kind, assignee_id, claim_id, source_id, due_on, note,
        created_by, created_at)
      SELECT id, ${workspaceId}::uuid, ${ctx.caseId}::uuid, kind, "assigneeId", "claimId", "sourceId", "dueOn", note,
        ${userId}, ${at}
      FROM jsonb_to_recordset(${rows}::jsonb) AS fresh (id uuid, kind assignment_kind, "assigneeId" text,
        "claimId" uuid, "sourceId" uuid, "dueOn" text, note text)`,
  );
  const events: NewEvent[] = open.map(({ id, kind, assigneeId, sourceId }) => {
    return { kind: "assignment.ended", subject: id, reason, payload: { kind, assigneeId, claimId, sourceId } };
  });
  for (const { id, kind, assigneeId, claimId: to, sourceId, dueOn, note } of fresh) {
    const payload = { kind, assigneeId, claimId: to, sourceId, dueOn };
    events.push({ kind: "assignment.created", subject: id, reason: note, payload });
  }
  return { events, given: fresh.map(({ id }) => id), ended };
}

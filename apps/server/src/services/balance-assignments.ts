import { randomUUID } from "node:crypto";
import { withScope } from "@assay/db";
import { DomainError, balanceWork } from "@assay/domain";
import type { Assignee, AssignmentKind, BalanceProposal, CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { actorOf } from "../policies/tag.ts";
import { insertAssignments, openDesk } from "./assign-work.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";

export interface BalanceScope {
  kind: AssignmentKind;
  people: readonly string[];
  claimIds: readonly string[] | null;
  sourceIds: readonly string[] | null;
}

/** What `balanceAssignments` would do now; nothing is written. */
export function proposeBalance(ctx: CaseContext, scope: BalanceScope): Promise<BalanceProposal> {
  return withScope(ctx.app.db, ctx.scope, (tx, session) =>
    propose(ctx, { tx, session, at: ctx.app.now() }, scope),
  );
}

export interface BalanceAssignments extends BalanceScope {
  mutationId: string;
  dueOn: string | null;
  note: string;
}

/** Made anew under the case lock, from what holds then: of two at once the second finds nothing left to give out. */
export function balanceAssignments(
  ctx: CaseContext,
  { mutationId, dueOn, note, ...scope }: BalanceAssignments,
): Promise<CaseChange & { proposal: BalanceProposal }> {
  return inCaseMutation<{ proposal: BalanceProposal }>(
    ctx,
    { procedure: "assignment.balance", mutationId },
    async (work) => {
      const proposal = await propose(ctx, work, scope);
      const items = proposal.assignments.map((one) => ({ ...one, id: randomUUID(), kind: scope.kind, dueOn, note }));
      const events = await insertAssignments(ctx, work, items);
      return { events, touched: { assignments: items.map(({ id }) => id) }, extra: { proposal } };
    },
  );
}

async function propose(ctx: CaseContext, work: Work, scope: BalanceScope): Promise<BalanceProposal> {
  const { view, people } = await openDesk(ctx, work, scope.people);
  const named = [...new Set(scope.people)].map((id): Assignee => {
    const person = people.get(id);
    if (person !== undefined) return person;
    throw new DomainError("NOT_FOUND", "There is no such member in this workspace.", { field: "people" });
  });
  const { kind, claimIds, sourceIds } = scope;
  return balanceWork({ actor: actorOf(ctx), view, kind, people: named, claimIds, sourceIds });
}

import { appendEvents, lockCase, runOnce, withScope } from "@assay/db";
import type { NewEvent, Session, Tx } from "@assay/db";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { loadChange } from "./load-change.ts";
import type { Touched } from "./load-change.ts";

export interface MutationCall {
  procedure: string;
  mutationId: string;
}

/** Inside the transaction, under the case lock. `at` is the one moment that rows and events of this mutation carry. */
export interface Work {
  tx: Tx;
  /** The transaction's connection, for what Prisma would be slow at. */
  session: Session;
  at: Date;
}

export interface Done<Extra extends object> {
  events: NewEvent[];
  touched: Touched;
  /** Joins the answer beside the change. */
  extra?: Extra;
}

/**
 * The one way a case changes. Under the case lock, so that every decision rests on what is stored now and events get
 * their numbers in order (E1); once per mutation id (E4); rows, events and answer in one transaction.
 */
export function inCaseMutation<Extra extends object = Record<never, never>>(
  ctx: CaseContext,
  { procedure, mutationId }: MutationCall,
  fn: (work: Work) => Promise<Done<Extra>>,
): Promise<CaseChange & Extra> {
  const { scope, caseId, app } = ctx;
  return withScope(app.db, scope, async (tx, session) => {
    await lockCase(tx, scope, caseId);
    const { workspaceId, userId: actorId } = scope;
    return runOnce(tx, { workspaceId, actorId, mutationId, procedure }, async () => {
      const at = app.now();
      const { events, touched, extra } = await fn({ tx, session, at });
      const head = await appendEvents(tx, { caseId, workspaceId, actorId, mutationId, at: at.toISOString() }, events);
      const change = await loadChange(tx, caseId, touched, head);
      return { ...change, ...(extra ?? ({} as Extra)) };
    });
  });
}

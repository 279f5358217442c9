import { mutateCase } from "@assay/db";
import type { CaseWork, NewEvent } from "@assay/db";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { changeJson } from "./load-change.ts";
import type { Touched } from "./load-change.ts";
import { tellPeople } from "./tell-people.ts";

export interface MutationCall {
  procedure: string;
  mutationId: string;
}

export type Work = CaseWork;

export interface Done<Extra extends object> {
  events: NewEvent[];
  touched: Touched;
  /** Joins the answer beside the change. */
  extra?: Extra;
}

/** A change of a case, answered with the new values of everything it touched. */
export function inCaseMutation<Extra extends object = Record<never, never>>(
  ctx: CaseContext,
  call: MutationCall,
  fn: (work: Work) => Promise<Done<Extra>>,
): Promise<CaseChange & Extra> {
  const { app, scope, role, caseId } = ctx;
  return mutateCase(app.db, { scope, role, caseId, ...call }, app.now, async (work) => {
    const { events, touched, extra = {} } = await fn(work);
    await tellPeople(ctx, work, events);
    const { removedOverrides, endedAssignments } = touched;
    const removed = removedOverrides?.length ? { removedOverrides } : {};
    const ended = endedAssignments?.length ? { endedAssignments } : {};
    return { events, answer: changeJson(touched), extra: { ...removed, ...ended, ...extra } };
  });
}

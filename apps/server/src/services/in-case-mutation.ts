import { mutateCase } from "@assay/db";
import type { CaseWork, NewEvent } from "@assay/db";
import type { CaseChange } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { changeJson } from "./load-change.ts";
import type { Touched } from "./load-change.ts";

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
  { app, scope, role, caseId }: CaseContext,
  call: MutationCall,
  fn: (work: Work) => Promise<Done<Extra>>,
): Promise<CaseChange & Extra> {
  return mutateCase(app.db, { scope, role, caseId, ...call }, app.now, async (work) => {
    const { events, touched, extra = {} } = await fn(work);
    const { removedOverrides, endedAssignments } = touched;
    const removed = removedOverrides?.length ? { removedOverrides } : {};
    const ended = endedAssignments?.length ? { endedAssignments } : {};
    return { events, answer: changeJson(touched), extra: { ...removed, ...ended, ...extra } };
  });
}

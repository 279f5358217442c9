import { mutateCase } from "@assay/db";
import type { CaseWork, NewEvent } from "@assay/db";
import type { CaseChange, Seal } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { answerJson } from "./load-change.ts";
import type { Touched } from "./load-change.ts";
import { sealEvents } from "./seal-events.ts";
import { seeAnswer } from "./see-answer.ts";
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

/** A change of a case, answered with the new values of everything it touched that the person may see (B1). */
export async function inCaseMutation<Extra extends object = Record<never, never>>(
  ctx: CaseContext,
  call: MutationCall,
  fn: (work: Work) => Promise<Done<Extra>>,
): Promise<CaseChange & Extra> {
  const { app, scope, role, caseId } = ctx;
  const full = { scope, role, caseId, ...call };
  const stored = await mutateCase<CaseChange & Extra & Seal>(app.db, full, app.now, async (work) => {
    const { events: done, touched, extra = {} } = await fn(work);
    const { events, seal } = await sealEvents(work, done);
    await tellPeople(ctx, work, events);
    const { removedOverrides, endedAssignments, removedSignOffs } = touched;
    const removed = removedOverrides?.length ? { removedOverrides } : {};
    const ended = endedAssignments?.length ? { endedAssignments } : {};
    const unsigned = removedSignOffs?.length ? { removedSignOffs } : {};
    const lost = { ...removed, ...ended, ...unsigned };
    const idle = events.length === 0 ? { eventless: true } : {};
    return { events, answer: answerJson(touched), extra: { ...lost, ...idle, ...extra, ...seal } };
  });
  return seeAnswer(ctx, stored);
}

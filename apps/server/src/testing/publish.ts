import type { Policy, ReleasePlan } from "@assay/domain";
import { approved, newId, openCase } from "./desk.ts";
import type { Caller, Desk, TestCase } from "./desk.ts";
import { setOwnPolicy } from "./blind.ts";

export const PLAN: ReleasePlan = {
  title: "Aground off Kelm",
  claimIds: "all",
  sourceIds: "all",
  settledOnly: false,
  rated: false,
};

/** A case that only lacks signatures. */
export async function openReadyCase(desk: Desk, policy: Partial<Policy> = { signOffs: 2 }): Promise<TestCase> {
  const test = await openCase(desk);
  await approved(desk, test);
  await setOwnPolicy(desk, test, policy);
  return test;
}

export async function seenNow(as: Caller, { caseId }: Pick<TestCase, "caseId">): Promise<number> {
  return (await as.case.get({ caseId })).lastEvent;
}

export async function sign(as: Caller, test: Pick<TestCase, "caseId">, plan = PLAN) {
  const { caseId } = test;
  return as.release.sign({ mutationId: newId(), caseId, id: newId(), plan, seenEvent: await seenNow(as, test) });
}

export async function release(as: Caller, test: Pick<TestCase, "caseId">, plan = PLAN) {
  const { caseId } = test;
  return as.release.make({ mutationId: newId(), caseId, id: newId(), plan, seenEvent: await seenNow(as, test) });
}

export function rate(as: Caller, { caseId }: Pick<TestCase, "caseId">, claimId: string | null, baseVersion = 0) {
  const said = { entryId: "mostly-true", justification: "The operator's log has it." };
  const claimVersion = claimId === null ? null : 1;
  return as.rating.set({ mutationId: newId(), caseId, id: newId(), claimId, claimVersion, baseVersion, ...said });
}

export function correct(as: Caller, { caseId }: Pick<TestCase, "caseId">, claimId: string | null = null) {
  const said = { what: "214 people were aboard, not 241.", why: "A typing mistake of ours." };
  return as.release.correct({ mutationId: newId(), caseId, id: newId(), claimId, ...said });
}

/** Released once, by two signatures. */
export async function openReleased(desk: Desk): Promise<TestCase> {
  const test = await openReadyCase(desk);
  await sign(desk.as.reviewer, test);
  await sign(desk.as.owner, test);
  await release(desk.as.lead, test);
  return test;
}

import { z } from "zod";
import { baseVersion, id, mutationId } from "../inputs/basics.ts";
import { caseSummary, caseTitle } from "../inputs/case-inputs.ts";
import { ownPolicy } from "../inputs/policy-inputs.ts";
import { createCase } from "../services/create-case.ts";
import { editCase } from "../services/edit-case.ts";
import { listCases } from "../services/list-cases.ts";
import { loadCase } from "../services/load-case.ts";
import { bringCaseBack, listCasesAway, putCaseAway } from "../services/put-case-away.ts";
import { readHead, readLog, verifyLog } from "../services/read-log.ts";
import { setCasePolicy } from "../services/set-case-policy.ts";
import { inCase, inWorkspace, router } from "../trpc.ts";

const of = z.strictObject({ caseId: id });
const wording = { title: caseTitle, summary: caseSummary };
const after = z.int().min(0);
const limit = z.int().min(1).max(1000);

export const caseRouter = router({
  list: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id }))
    .query(({ ctx }) => listCases(ctx)),
  create: inWorkspace("manage_case")
    .input(z.strictObject({ mutationId, workspaceId: id, id, ...wording }))
    .mutation(({ ctx, input }) => createCase(ctx, input)),
  get: inCase("read")
    .input(of)
    .query(({ ctx }) => loadCase(ctx)),
  head: inCase("read")
    .input(of)
    .query(({ ctx }) => readHead(ctx)),
  edit: inCase("manage_case")
    .input(z.strictObject({ mutationId, caseId: id, baseVersion, ...wording }))
    .mutation(({ ctx, input }) => editCase(ctx, input)),
  /** Those that were put away. */
  away: inWorkspace("read")
    .input(z.strictObject({ workspaceId: id }))
    .query(({ ctx }) => listCasesAway(ctx)),
  putAway: inCase("manage_case")
    .input(z.strictObject({ mutationId, caseId: id }))
    .mutation(({ ctx, input }) => putCaseAway(ctx, input)),
  bringBack: inCase("manage_case")
    .input(z.strictObject({ mutationId, caseId: id }))
    .mutation(({ ctx, input }) => bringCaseBack(ctx, input)),
  setPolicy: inCase("manage_case")
    .input(z.strictObject({ mutationId, caseId: id, baseVersion, ownPolicy }))
    .mutation(({ ctx, input }) => setCasePolicy(ctx, input)),
  log: inCase("read")
    .input(z.strictObject({ caseId: id, after, limit }))
    .query(({ ctx, input }) => readLog(ctx, input.after, input.limit)),
  verifyLog: inCase("read")
    .input(of)
    .query(({ ctx }) => verifyLog(ctx)),
});

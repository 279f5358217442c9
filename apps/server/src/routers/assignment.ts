import { z } from "zod";
import { baseVersion, id, mutationId, phrase } from "../inputs/basics.ts";
import { assignmentItem, balanceScope, day, personId, takenItem } from "../inputs/work-inputs.ts";
import { assignMany, assignWork, takeWork } from "../services/assign-work.ts";
import { balanceAssignments, proposeBalance } from "../services/balance-assignments.ts";
import { changeAssignment, endAssignment } from "../services/change-assignment.ts";
import { handOverWork } from "../services/hand-over-work.ts";
import { inCase, inWorkspace, router } from "../trpc.ts";

const of = { mutationId, caseId: id };
const note = phrase(2_000);
const dueOn = day.nullable();
const items = z
  .array(assignmentItem)
  .min(1)
  .max(5_000, { error: "At most 5,000 pieces of work are given out at once. Do it in parts." });

/** Anybody inside may ask: everybody takes and gives back their own work; what else, the domain's rules say. */
export const assignmentRouter = router({
  assign: inCase("read")
    .input(z.strictObject({ ...of, ...assignmentItem.shape }))
    .mutation(({ ctx, input: { mutationId, caseId: _, ...item } }) => assignWork(ctx, { mutationId, item })),
  assignMany: inCase("manage_case")
    .input(z.strictObject({ ...of, items }))
    .mutation(({ ctx, input }) => assignMany(ctx, input)),
  claim: inCase("read")
    .input(z.strictObject({ ...of, ...takenItem.shape }))
    .mutation(({ ctx, input: { mutationId, caseId: _, ...item } }) => takeWork(ctx, { mutationId, item })),
  change: inCase("read")
    .input(z.strictObject({ ...of, assignmentId: id, baseVersion, assigneeId: personId, dueOn, note }))
    .mutation(({ ctx, input }) => changeAssignment(ctx, input)),
  end: inCase("read")
    .input(z.strictObject({ ...of, assignmentId: id, reason: note }))
    .mutation(({ ctx, input }) => endAssignment(ctx, input)),
  proposal: inCase("manage_case")
    .input(z.strictObject({ caseId: id, ...balanceScope }))
    .query(({ ctx, input }) => proposeBalance(ctx, input)),
  balance: inCase("manage_case")
    .input(z.strictObject({ ...of, ...balanceScope, dueOn, note }))
    .mutation(({ ctx, input }) => balanceAssignments(ctx, input)),
  handOver: inWorkspace("manage_case")
    .input(z.strictObject({ mutationId, workspaceId: id, from: personId, to: personId, note }))
    .mutation(({ ctx, input }) => handOverWork(ctx, input)),
});

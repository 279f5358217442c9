import { ASSIGNMENT_KINDS, QUEUE_DUE, QUEUE_HOLDERS, QUEUE_KINDS, QUEUE_REASONS, QUEUE_SORTS } from "@assay/domain";
import { z } from "zod";
import { id, phrase } from "./basics.ts";

/** Account ids are text of the accounts' library, not uuids. */
export const personId = z.string().min(1).max(200);

/** A calendar day of the desk. */
export const day = z.iso.date({ error: "Write the day as year-month-day, for example 2025-06-14." });

export const assignmentKind = z.enum(ASSIGNMENT_KINDS);
const place = { claimId: id.nullable(), sourceId: id.nullable() };

export const assignmentItem = z.strictObject({
  id,
  kind: assignmentKind,
  assigneeId: personId,
  ...place,
  dueOn: day.nullable(),
  note: phrase(2_000),
});
export type AssignmentItem = z.output<typeof assignmentItem>;

export const takenItem = z.strictObject({ id, kind: assignmentKind, ...place });

/** What a distribution is made over; null: all. */
export const balanceScope = {
  kind: assignmentKind,
  people: z.array(personId).min(1, { error: "Choose at least one person." }).max(200),
  claimIds: z.array(id).max(10_000).nullable(),
  sourceIds: z.array(id).max(1_000).nullable(),
};

export const queueAsk = {
  filter: z
    .strictObject({
      kind: z.enum(QUEUE_KINDS),
      caseId: id,
      claimId: id,
      sourceId: id,
      authorId: personId,
      why: z.enum(QUEUE_REASONS),
      due: z.enum(QUEUE_DUE),
      holder: z.enum(QUEUE_HOLDERS),
    })
    .partial()
    .default({}),
  sort: z.enum(QUEUE_SORTS).default("due"),
  today: day,
  cursor: z.string().max(1_000).nullable().default(null),
  limit: z.int().min(1).max(1000).default(100),
};

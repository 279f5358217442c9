import type { AssignmentKind, QueueEntry, QueueKind, QueueReason } from "@assay/domain";
import { dueOf } from "@assay/domain";
import { day } from "../../components/format-time.ts";

export const KIND_LABELS: Record<QueueKind, string> = {
  to_tag: "To tag",
  to_review: "To review",
  contested: "Contested",
  mentions: "Mentions",
};

export const WHY_LABELS: Record<QueueReason, string> = {
  assigned: "to tag, assigned",
  draft: "draft",
  changes_requested: "changes requested",
  overturned: "overturned",
  stale: "stale",
  submitted: "submitted",
  contested: "contested",
  mentioned: "mentioned",
};

/** What the person who has it is given; nobody is given a mention. */
export const WORK_OF: Record<QueueKind, AssignmentKind | null> = {
  to_tag: "tag",
  to_review: "review",
  contested: "adjudicate",
  mentions: null,
};

/** The reader's calendar day, ISO 8601. */
export function todayOf(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** "overdue since 3 Oct", "due today", "due 12 Oct"; null without a day. */
export function dueWords({ dueOn }: Pick<QueueEntry, "dueOn">, now: Date): { text: string; late: boolean } | null {
  if (dueOn === null) return null;
  const due = dueOf({ dueOn }, todayOf(now));
  if (due === "today") return { text: "due today", late: true };
  const [year = 0, month = 1, date = 1] = dueOn.split("-").map(Number);
  const words = day(new Date(year, month - 1, date), now);
  return due === "overdue" ? { text: `overdue since ${words}`, late: true } : { text: `due ${words}`, late: false };
}

/** Where the work is done. */
export function placeOfWork(entry: QueueEntry) {
  const { caseId, kind, tagId, threadId, claim, source } = entry;
  if (kind === "mentions") {
    return { to: "/c/$caseId/threads", params: { caseId }, search: { thread: threadId ?? undefined } } as const;
  }
  if (kind !== "to_tag" && tagId !== null) {
    return { to: "/c/$caseId/review/$tagId", params: { caseId, tagId } } as const;
  }
  const search = { claim: claim?.number, source: source?.number };
  return { to: "/c/$caseId", params: { caseId }, search } as const;
}

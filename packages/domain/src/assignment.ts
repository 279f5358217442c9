export const ASSIGNMENT_KINDS = ["tag", "review", "adjudicate"] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

/** Work given to somebody: a whole case, a claim's row, a source's column, or one cell. */
export interface AssignmentView {
  id: string;
  kind: AssignmentKind;
  assigneeId: string;
  /** Null with a null `sourceId`: the whole case. */
  claimId: string | null;
  sourceId: string | null;
  /** ISO 8601 date, as a calendar day of the desk. */
  dueOn: string | null;
  note: string;
  version: number;
  createdBy: string;
  createdAt: string;
}

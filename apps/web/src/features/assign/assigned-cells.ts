import type { AssignmentView, CellRef } from "@assay/domain";
import { coversCell } from "@assay/domain";

/** Assignments told at a cell: of the cell, its claim's row or its source's column; a whole case's would be everywhere. */
export function assignedAt(assignments: readonly AssignmentView[], cell: CellRef): AssignmentView[] {
  return assignments.filter((one) => (one.claimId !== null || one.sourceId !== null) && coversCell(one, cell));
}

/** Cell → who works there, each person once, in order of assignment: for many cells at once. */
export function assigneesByCell(
  assignments: readonly AssignmentView[],
  claimIds: readonly string[],
  sourceIds: readonly string[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of assignments) {
    if (one.claimId === null && one.sourceId === null) continue;
    for (const claimId of one.claimId === null ? claimIds : [one.claimId]) {
      for (const sourceId of one.sourceId === null ? sourceIds : [one.sourceId]) {
        const key = `${claimId} ${sourceId}`;
        const people = found.get(key);
        if (people === undefined) found.set(key, [one.assigneeId]);
        else if (!people.includes(one.assigneeId)) people.push(one.assigneeId);
      }
    }
  }
  return found;
}

import type { AssignmentKind, AssignmentView } from "../assignment.ts";

export interface CellRef {
  claimId: string;
  sourceId: string;
}

/** Does an assignment reach this cell: by itself, by its claim's row, its source's column or the whole case. */
export function coversCell(scope: Pick<AssignmentView, "claimId" | "sourceId">, cell: CellRef): boolean {
  return (
    (scope.claimId === null || scope.claimId === cell.claimId) &&
    (scope.sourceId === null || scope.sourceId === cell.sourceId)
  );
}

export function isOneCell(scope: Pick<AssignmentView, "claimId" | "sourceId">): scope is CellRef {
  return scope.claimId !== null && scope.sourceId !== null;
}

/** Assignments of one kind by the cell they reach, without a look at each of them for each cell. */
export class AssignmentIndex {
  readonly #byScope = new Map<string, AssignmentView[]>();

  constructor(assignments: readonly AssignmentView[], kind: AssignmentKind) {
    for (const one of assignments) {
      if (one.kind !== kind) continue;
      const key = scopeKey(one.claimId, one.sourceId);
      const group = this.#byScope.get(key);
      if (group === undefined) this.#byScope.set(key, [one]);
      else group.push(one);
    }
  }

  /** The narrowest first: cell, claim, source, case. */
  on({ claimId, sourceId }: CellRef): AssignmentView[] {
    if (this.#byScope.size === 0) return [];
    const scopes = [scopeKey(claimId, sourceId), scopeKey(claimId, null), scopeKey(null, sourceId), scopeKey(null, null)];
    return scopes.flatMap((key) => this.#byScope.get(key) ?? []);
  }
}

function scopeKey(claimId: string | null, sourceId: string | null): string {
  return `${claimId ?? "*"} ${sourceId ?? "*"}`;
}

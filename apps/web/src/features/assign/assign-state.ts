import type { AssignmentKind } from "@assay/domain";
import { create } from "zustand";

/** What the dialog opens on; null: all claims, all sources. */
export interface AssignScope {
  kind: AssignmentKind;
  claimId: string | null;
  sourceId: string | null;
}

export const useAssignState = create<{ scope: AssignScope | null }>(() => ({ scope: null }));

export function openAssign(scope: AssignScope | null): void {
  useAssignState.setState({ scope });
}

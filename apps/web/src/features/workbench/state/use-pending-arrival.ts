import { useLayoutEffect } from "react";
import { useCaseOf } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "./bench-context.tsx";

/**
 * Lets go of the claim on its way in the same breath as the page is drawn with the real one: a moment without either
 * would close the wording under the hands of whoever is typing it.
 */
export function usePendingArrival(): void {
  const { store } = useBenchParts();
  const pending = useBench((state) => state.pendingClaim);
  const arrived = useCaseOf(({ claimById }) => pending !== null && claimById(pending.id) !== undefined);
  useLayoutEffect(() => {
    if (arrived) store.setState({ pendingClaim: null });
  }, [arrived, store]);
}

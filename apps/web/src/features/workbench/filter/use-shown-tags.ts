import type { TagView } from "@assay/domain";
import { useMemo } from "react";
import { useCase } from "../../case/use-case.ts";
import { useBench } from "../state/bench-context.tsx";
import { showsTag } from "./highlight-filter.ts";

/**
 * Which tags' highlights show now; null when all do. Comparing shows the chosen claim's alone. What the filter does not
 * ask about does not change the answer, so that choosing a claim paints nothing anew in an unfiltered pane.
 */
export function useShowsTag(): ((tag: TagView) => boolean) | null {
  const { cellOf } = useCase();
  const set = useBench((state) => state.highlights);
  const comparing = useBench((state) => state.comparing);
  const solo = set.solo || comparing;
  const claimId = useBench((state) => (solo ? state.claimId : null));
  const cells = set.unsettled ? cellOf : noCells;
  return useMemo(() => showsTag({ ...set, solo }, { claimId, cellOf: cells }), [set, solo, claimId, cells]);
}

function noCells(): never {
  throw new Error("Only a filter by settlement asks for cells");
}

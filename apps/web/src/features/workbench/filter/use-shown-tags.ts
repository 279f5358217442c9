import type { TagView } from "@assay/domain";
import { useMemo } from "react";
import { useCase } from "../../case/use-case.ts";
import { useBench } from "../state/bench-context.tsx";
import { showsTag } from "./highlight-filter.ts";
import type { HighlightFilter } from "./highlight-filter.ts";

/** The filter as it works now: comparing shows the chosen claim's highlights alone. */
export function useHighlightFilter(): HighlightFilter {
  const set = useBench((state) => state.highlights);
  const comparing = useBench((state) => state.comparing);
  return useMemo(() => (comparing ? { ...set, solo: true } : set), [set, comparing]);
}

/**
 * Which tags' highlights show now; null when all do. What the filter does not ask about does not change the answer, so
 * that choosing a claim paints nothing anew in an unfiltered pane.
 */
export function useShowsTag(): ((tag: TagView) => boolean) | null {
  const { cellOf } = useCase();
  const filter = useHighlightFilter();
  const claimId = useBench((state) => (filter.solo ? state.claimId : null));
  const cells = filter.unsettled ? cellOf : noCells;
  return useMemo(() => showsTag(filter, { claimId, cellOf: cells }), [filter, claimId, cells]);
}

function noCells(): never {
  throw new Error("Only a filter by settlement asks for cells");
}

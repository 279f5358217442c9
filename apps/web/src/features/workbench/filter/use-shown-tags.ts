import type { TagView } from "@assay/domain";
import { useMemo } from "react";
import { useCaseOf } from "../../case/use-case.ts";
import { useBench } from "../state/bench-context.tsx";
import { showsTag } from "./highlight-filter.ts";
import type { HighlightFilter } from "./highlight-filter.ts";

/** The filter as it works now: comparing shows the chosen claim's highlights alone. */
export function useHighlightFilter(): HighlightFilter {
  const set = useBench((state) => state.highlights);
  const comparing = useBench((state) => state.comparing);
  return useMemo(() => (comparing ? { ...set, solo: true } : set), [set, comparing]);
}

/** Which tags' highlights show now; null when all do. */
export function useShowsTag(): ((tag: TagView) => boolean) | null {
  return useShows(useHighlightFilter());
}

/**
 * The same were none hidden: hiding takes no mark away, so that all of them are there again at once. What the filter does
 * not ask about does not change the answer, so that choosing a claim paints nothing anew in an unfiltered pane.
 */
export function useMarkedTags(): { shows: ((tag: TagView) => boolean) | null; hidden: boolean } {
  const filter = useHighlightFilter();
  const { hidden } = filter;
  const marked = useMemo(() => (hidden ? { ...filter, hidden: false } : filter), [filter, hidden]);
  return { shows: useShows(marked), hidden };
}

function useShows(filter: HighlightFilter): ((tag: TagView) => boolean) | null {
  const cellOf = useCaseOf((one) => (filter.unsettled ? one.cellOf : noCells));
  const claimId = useBench((state) => (filter.solo ? state.claimId : null));
  const { stances, states, authors, unsettled, solo, hidden } = filter;
  return useMemo(
    () => showsTag({ stances, states, authors, unsettled, solo, hidden }, { claimId, cellOf }),
    [stances, states, authors, unsettled, solo, hidden, claimId, cellOf],
  );
}

function noCells(): never {
  throw new Error("Only a filter by settlement asks for cells");
}

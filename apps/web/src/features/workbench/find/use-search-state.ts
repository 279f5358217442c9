import type { SearchState } from "@assay/editor/react";
import { useMemo } from "react";
import { useBench } from "../state/bench-context.tsx";

/** One pane's hits, the same object until they or the current one change; null while nothing is looked for in it. */
export function useSearchState(sourceId: string): SearchState | null {
  const ranges = useBench((state) => state.find?.hits[sourceId]?.ranges ?? null);
  const current = useBench(({ find }) => (find?.current?.sourceId === sourceId ? find.current.index : -1));
  return useMemo(() => (ranges === null ? null : { ranges, current }), [ranges, current]);
}

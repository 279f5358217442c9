import { searchText } from "@assay/editor";
import type { SearchState } from "@assay/editor/react";
import { useCallback, useDeferredValue, useMemo } from "react";
import { rememberTerm } from "../model/search-terms.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";

export interface PaneFind {
  open: boolean;
  query: string;
  search: SearchState | null;
  setQuery: (query: string) => void;
  step: (by: 1 | -1) => void;
  /** Called when the person has read the count: the term counts as tried for the chosen claim. */
  remember: () => void;
  close: () => void;
}

/** The in-source search of one pane. */
export function useFind(sourceId: string, text: string | undefined): PaneFind {
  const { store, panes, caseId } = useBenchParts();
  const state = useBench((now) => now.finds[sourceId]);
  const query = useDeferredValue(state?.query ?? "");
  const ranges = useMemo(() => (text === undefined ? [] : searchText(text, query)), [text, query]);
  const current = Math.min(state?.current ?? -1, ranges.length - 1);
  const open = state !== undefined;
  const search = useMemo(() => (open ? { ranges, current } : null), [open, ranges, current]);

  const patch = useCallback(
    (next: { query: string; current: number } | undefined) => {
      const { [sourceId]: _, ...others } = store.getState().finds;
      store.setState({ finds: next === undefined ? others : { ...others, [sourceId]: next } });
    },
    [store, sourceId],
  );
  const remember = useCallback(() => {
    const { claimId, finds } = store.getState();
    const term = finds[sourceId]?.query ?? "";
    if (claimId !== null && term.trim().length > 1) rememberTerm(caseId, claimId, sourceId, term);
  }, [store, sourceId, caseId]);

  return {
    open,
    query: state?.query ?? "",
    search,
    remember,
    setQuery: (next) => patch({ query: next, current: -1 }),
    step: (by) => {
      remember();
      if (ranges.length === 0) return;
      const next = current < 0 ? (by > 0 ? 0 : ranges.length - 1) : (current + by + ranges.length) % ranges.length;
      patch({ query: state?.query ?? "", current: next });
      const range = ranges[next];
      if (range !== undefined) panes.get(sourceId)?.scrollToRange(range, { block: "nearest" });
    },
    close: () => {
      remember();
      patch(undefined);
      panes.get(sourceId)?.focus();
    },
  };
}

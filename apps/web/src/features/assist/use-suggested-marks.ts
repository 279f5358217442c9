import type { HighlightMark } from "@assay/editor";
import { useMemo } from "react";
import { useBench } from "../workbench/state/bench-context.tsx";
import { useCaseOf } from "../case/use-case.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

const NONE: readonly HighlightMark[] = [];

/**
 * The passage that is suggested for the chosen claim in one source, dotted, until a tag stands there. Only of the
 * revision that is shown, and none for a source that is read as silent.
 */
export function useSuggestedMarks(sourceId: string): readonly HighlightMark[] {
  const claimId = useBench((state) => state.claimId);
  const hidden = useBench((state) => state.highlights.hidden);
  const { data } = useClaimSuggestions(claimId);
  const dismissed = useSuggestionOutline().data?.dismissed;
  const cell = data?.cells.find((one) => one.source === sourceId && one.claimId === claimId);
  const tagged = useCaseOf(
    ({ tagsOf }) => claimId !== null && tagsOf(claimId, sourceId).some(({ state }) => state !== "withdrawn"),
  );
  const revisionId = useCaseOf(({ sourceById }) => sourceById(sourceId)?.revision.id);
  const stale = cell?.revisionId !== revisionId;
  const gone = dismissed?.some(({ kind, key }) => kind === "cell" && key === cell?.key) === true;
  return useMemo(() => {
    const [best] = cell?.passages ?? [];
    if (cell === undefined || best === undefined || hidden || tagged || stale || gone || cell.suggestion === "missing") return NONE;
    const { start, end } = best;
    return [{ id: `suggested:${cell.key}`, claimId: cell.claimId, tagId: "", start, end, stance: "suggest", label: "" }];
  }, [cell, hidden, tagged, stale, gone]);
}

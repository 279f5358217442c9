import { useCaseOf } from "../case/use-case.ts";
import { useBench } from "../workbench/state/bench-context.tsx";
import { useLookingAt } from "./use-looking-at.ts";

/** The workbench's place: its claim with all cells, the focused source, the selected words. */
export function useBenchPlace(): void {
  const claimId = useBench((state) => state.claimId);
  const sourceId = useBench((state) => state.sourceId);
  const selected = useBench((state) => state.selection);
  const revision = useCaseOf(({ sourceById }) => (selected === null ? undefined : sourceById(selected.sourceId)?.revision));
  const selection =
    selected === null || revision === undefined
      ? null
      : { revisionId: revision.id, start: selected.start, end: selected.end };
  useLookingAt({ claimId, sourceId, selection, shows: "claim" });
}

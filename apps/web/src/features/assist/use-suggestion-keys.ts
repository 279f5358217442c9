import { useNavigate } from "@tanstack/react-router";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { useCaseNow, useCaseOf } from "../case/use-case.ts";
import { useBench, useBenchParts } from "../workbench/state/bench-context.tsx";
import { lookAtNext, showDifference, useAcceptFocused } from "./bench-suggestions.ts";
import { claimDifferences } from "./model/claim-differences.ts";
import { nextOpenCell, openCells } from "./model/open-cells.ts";
import { differenceAt, pointAtDifference, useSuggestionCursor, walkTo } from "./suggestion-cursor.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

const STILL_READING = "The sources are still being read. Try again in a moment.";

/** The keys of the workbench that have to do with suggestions. */
export function useSuggestionKeys(): void {
  const bench = useBenchParts();
  const caseId = useCaseOf((one) => one.caseId);
  const now = useCaseNow();
  const navigate = useNavigate();
  const claimId = useBench((state) => state.claimId);
  const { data: answer } = useClaimSuggestions(claimId);
  const { data } = useSuggestionOutline();
  const mayTag = useCaseOf(({ can }) => can("tag"));
  const dismissed = new Set(data?.dismissed.flatMap(({ kind, key }) => (kind === "cell" ? [key] : [])));

  const nextCell = () => {
    const report = data?.reading?.report;
    if (report === undefined) return notify({ text: STILL_READING });
    const view = bench.latest();
    const input = { view, rows: bench.rows.current, report, dismissed, meId: now().me.id };
    const { claimId: claim, sourceId: source } = bench.store.getState();
    const at = claim === null || source === null ? null : { claimId: claim, sourceId: source };
    const next = nextOpenCell(openCells(input), at, input);
    if (next === null) return notify({ text: "No other cell waits for a tag of yours that anything is suggested for." });
    bench.nav.focusSource(next.sourceId, { moveFocus: true });
    bench.nav.choose(next.claimId);
    walkTo(next.claimId, next.sourceId);
  };
  const accept = useAcceptFocused(bench, dismissed, nextCell);
  const nextDifference = () => {
    if (claimId !== null && answer === undefined) return notify({ text: STILL_READING });
    const { own, nearBy } = claimDifferences(claimId ?? "", answer);
    const list = [...own, ...nearBy];
    if (claimId === null || list.length === 0) return notify({ text: "No difference is suggested for this claim." });
    const at = differenceAt(useSuggestionCursor.getState(), claimId);
    const next = at === null ? 0 : (at + 1) % list.length;
    pointAtDifference(claimId, next);
    const difference = list[next];
    if (difference !== undefined) showDifference(bench, difference);
  };
  const toPage = () => {
    const source = now().sourceById(bench.store.getState().sourceId ?? "");
    void navigate({ to: "/c/$caseId/suggestions", params: { caseId }, search: source === undefined ? {} : { source: source.number } });
  };
  useKeys("Workbench", [
    { key: "a", label: "Accept the suggestion for the focused cell, as my draft", bar: "accept", when: mayTag, run: accept },
    { key: ".", label: "Next suggested passage of the focused cell", run: () => lookAtNext(bench, answer) },
    { key: "shift+n", label: "Next open cell with a suggestion; A there goes on to the one after", when: mayTag, run: nextCell },
    { key: "r", label: "Next difference of this claim, in its sources", run: nextDifference },
    { key: "shift+c", label: "Suggested claims of the focused source", run: toPage },
  ]);
}

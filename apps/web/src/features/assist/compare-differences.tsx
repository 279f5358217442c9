import "./suggestions.css";
import { useEffect } from "react";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import type { Difference } from "./assist-types.ts";
import { showDifference } from "./bench-suggestions.ts";
import { DifferenceItem } from "./difference-item.tsx";
import { claimDifferences } from "./model/claim-differences.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

/** While sources are compared: how this one differs from the claim's wording and from the others, as the machine reads it. */
export function CompareDifferences({ claimId, sourceId }: { claimId: string; sourceId: string }) {
  const bench = useBenchParts();
  const { data } = useClaimSuggestions(claimId);
  const dismissed = useSuggestionOutline().data?.dismissed ?? [];
  const { own, nearBy } = claimDifferences(claimId, data);
  const isShown = ({ a, b, key }: Difference) =>
    (a.source === sourceId || b.source === sourceId) &&
    !dismissed.some((one) => one.kind === "difference" && one.key === key);
  const [list, rest] = [own.filter(isShown), nearBy.filter(isShown)];
  // They come late and take room from the text below: what is compared has to stand on one line again.
  const { nav } = bench;
  useEffect(() => {
    const frame = requestAnimationFrame(() => nav.align());
    return () => cancelAnimationFrame(frame);
  }, [nav, list.length, rest.length]);
  if (list.length + rest.length === 0) return null;
  const items = (differences: readonly Difference[]) =>
    differences.map((difference) => (
      <li key={difference.key}>
        <DifferenceItem difference={difference} onShow={() => showDifference(bench, difference)} />
      </li>
    ));
  return (
    <div className="compare-diffs" tabIndex={0} role="group" aria-label="Suggested differences">
      {list.length === 0 ? null : <ul className="sug-diffs">{items(list)}</ul>}
      {rest.length === 0 ? null : (
        <details className="sug-nearby" onToggle={() => nav.align()}>
          <summary>Also differ near by: {rest.length}</summary>
          <ul className="sug-diffs">{items(rest)}</ul>
        </details>
      )}
    </div>
  );
}

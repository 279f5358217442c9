import "./suggestions.css";
import { useEffect } from "react";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import { showDifference } from "./bench-suggestions.ts";
import { DifferenceItem } from "./difference-item.tsx";
import { claimDifferences } from "./model/claim-differences.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

/** While sources are compared: how this one differs from the claim's wording and from the others, as the machine reads it. */
export function CompareDifferences({ claimId, sourceId }: { claimId: string; sourceId: string }) {
  const bench = useBenchParts();
  const { data } = useClaimSuggestions(claimId);
  const dismissed = useSuggestionOutline().data?.dismissed ?? [];
  const all = data === undefined ? [] : claimDifferences(data);
  const list = all.filter(
    ({ a, b, key }) =>
      (a.source === sourceId || b.source === sourceId) &&
      !dismissed.some((one) => one.kind === "difference" && one.key === key),
  );
  // They come late and take room from the text below: what is compared has to stand on one line again.
  const { nav } = bench;
  useEffect(() => {
    const frame = requestAnimationFrame(() => nav.align());
    return () => cancelAnimationFrame(frame);
  }, [nav, list.length]);
  if (list.length === 0) return null;
  return (
    <ul className="sug-diffs compare-diffs" tabIndex={0} aria-label="Suggested differences">
      {list.map((difference) => (
        <li key={difference.key}>
          <DifferenceItem difference={difference} onShow={() => showDifference(bench, difference)} />
        </li>
      ))}
    </ul>
  );
}

import type { ClaimView } from "@assay/domain";
import { useEffect, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useCase } from "../case/use-case.ts";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import type { ClaimAnswer, Difference } from "./assist-types.ts";
import { showDifference } from "./bench-suggestions.ts";
import { DifferenceItem } from "./difference-item.tsx";
import { claimDifferences } from "./model/claim-differences.ts";
import { differenceAt, pointAtDifference, useSuggestionCursor } from "./suggestion-cursor.ts";
import { useAssistWrites } from "./use-assist-writes.ts";

interface ClaimDifferenceListProps {
  claim: ClaimView;
  answer: ClaimAnswer | undefined;
  isGone: (difference: Difference) => boolean;
}

/** What differs in what the claim says; below it, folded, what else differs in the same passages. */
export function ClaimDifferenceList({ claim, answer, isGone }: ClaimDifferenceListProps) {
  const bench = useBenchParts();
  const { can } = useCase();
  const writes = useAssistWrites();
  const at = useSuggestionCursor((cursor) => differenceAt(cursor, claim.id));
  const { own, nearBy } = claimDifferences(claim.id, answer);
  // The key that goes from one to the next counts those that were dismissed too, so that none moves under it.
  const all = [...own, ...nearBy];
  const isInFold = at !== null && at >= own.length;
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isInFold && fold.current !== null) fold.current.open = true;
  }, [isInFold]);
  const shown = own.filter((one) => !isGone(one));
  const rest = nearBy.filter((one) => !isGone(one));
  if (shown.length + rest.length === 0) return null;
  const list = (differences: readonly Difference[], from: number) => (
    <ul className="sug-diffs">
      {differences.map((difference, index) => (
        <li key={difference.key} className={all.indexOf(difference) === at ? "on" : undefined}>
          <DifferenceItem
            difference={difference}
            onShow={() => {
              pointAtDifference(claim.id, all.indexOf(difference));
              showDifference(bench, difference);
            }}
          />
          {can("edit_claim") && answer?.differences.some(({ key }) => key === difference.key) === true ? (
            <p className="sug-acts">
              <Button
                className="btn-small"
                variant="quiet"
                aria-label={`Dismiss the difference ${from + index + 1}`}
                onClick={() => void writes.dismiss([{ kind: "difference", key: difference.key }], "a difference")}
              >
                Dismiss
              </Button>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <p className="insp-h">
        Differences <span className="bench-meta">{countWords(shown)} · suggested</span>
        <Kbd>r</Kbd>
      </p>
      {list(shown, 0)}
      {rest.length === 0 ? null : (
        <details ref={fold} className="sug-nearby">
          <summary>Also differ near by: {rest.length}</summary>
          {list(rest, shown.length)}
        </details>
      )}
    </>
  );
}

function countWords(differences: readonly Difference[]): string {
  const conflicting = differences.filter(({ compatible }) => !compatible).length;
  if (differences.length === 0) return "none in what this claim says";
  return `${differences.length}, ${conflicting === 0 ? "none conflicting" : `${conflicting} conflicting`}`;
}

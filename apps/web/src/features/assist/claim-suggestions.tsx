import "./suggestions.css";
import type { ClaimView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { useMemo } from "react";
import { Button } from "../../components/button.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useCase } from "../case/use-case.ts";
import { useBenchParts } from "../workbench/state/bench-context.tsx";
import { showDifference } from "./bench-suggestions.ts";
import { DifferenceItem } from "./difference-item.tsx";
import { claimDifferences } from "./model/claim-differences.ts";
import { differenceAt, pointAtDifference, useSuggestionCursor } from "./suggestion-cursor.ts";
import { mergeProposals, splitProposals } from "./proposals.tsx";
import { useAssistWrites } from "./use-assist-writes.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

/** What is suggested for the claim as a whole: merge, split, and how what the sources say of it differs. */
export function ClaimSuggestions({ claim }: { claim: ClaimView }) {
  const bench = useBenchParts();
  const { view, can } = useCase();
  const writes = useAssistWrites();
  const { data: answer } = useClaimSuggestions(claim.id);
  const { data } = useSuggestionOutline();
  const at = useSuggestionCursor((cursor) => differenceAt(cursor, claim.id));
  const gone = useMemo(() => new Set(data?.dismissed.map(({ kind, key }) => `${kind} ${key}`)), [data?.dismissed]);
  const all = answer === undefined ? [] : claimDifferences(answer);
  const differences = all.filter(({ key }) => !gone.has(`difference ${key}`));
  const report = data?.reading?.report;
  const context = report === undefined ? null : { view, report, writes, onShow: () => undefined, onClaim: () => undefined };
  const mine = context === null ? [] : [
    ...mergeProposals({ ...context, report: { ...context.report, merges: context.report.merges.filter(({ claims }) => claims.includes(claim.id)) } }),
    ...splitProposals({ ...context, report: { ...context.report, splits: context.report.splits.filter((one) => one.claim === claim.id) } }),
  ].filter(({ kind, key }) => !gone.has(`${kind} ${key}`));
  if (differences.length === 0 && mine.length === 0) return null;
  const conflicting = differences.filter(({ compatible }) => !compatible).length;
  return (
    <section className="insp-sec" aria-label={`Suggestions for ${claimLabel(claim)}`}>
      {mine.map((proposal) => (
        <div key={proposal.key} className="sug-box">
          <p className="sug-title">{proposal.title}</p>
          {proposal.body}
          {can("edit_claim") ? (
            <p className="sug-acts">
              {proposal.accept === null ? null : (
                <Button className="btn-small" onClick={proposal.accept.run}>
                  {proposal.accept.label}
                </Button>
              )}
              <Button
                className="btn-small"
                variant="quiet"
                onClick={() => void writes.dismiss([{ kind: proposal.kind, key: proposal.key }], "a suggestion")}
              >
                Dismiss
              </Button>
            </p>
          ) : null}
        </div>
      ))}
      {differences.length === 0 ? null : (
        <>
          <p className="insp-h">
            Differences{" "}
            <span className="bench-meta">
              {differences.length}, {conflicting === 0 ? "none conflicting" : `${conflicting} conflicting`} · suggested
            </span>
            <Kbd>r</Kbd>
          </p>
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
                      aria-label={`Dismiss the difference ${index + 1}`}
                      onClick={() => void writes.dismiss([{ kind: "difference", key: difference.key }], "a difference")}
                    >
                      Dismiss
                    </Button>
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

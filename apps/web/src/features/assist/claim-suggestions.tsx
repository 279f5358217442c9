import "./suggestions.css";
import type { ClaimView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { useMemo } from "react";
import { Button } from "../../components/button.tsx";
import { useCase } from "../case/use-case.ts";
import { ClaimDifferenceList } from "./claim-difference-list.tsx";
import { mergeProposals, splitProposals } from "./proposals.tsx";
import { useAssistWrites } from "./use-assist-writes.ts";
import { useClaimSuggestions, useSuggestionOutline } from "./use-suggestions.ts";

/** What is suggested for the claim as a whole: merge, split, and how what the sources say of it differs. */
export function ClaimSuggestions({ claim }: { claim: ClaimView }) {
  const { view, can } = useCase();
  const writes = useAssistWrites();
  const { data: answer } = useClaimSuggestions(claim.id);
  const { data } = useSuggestionOutline();
  const gone = useMemo(() => new Set(data?.dismissed.map(({ kind, key }) => `${kind} ${key}`)), [data?.dismissed]);
  const isGone = ({ key }: { key: string }) => gone.has(`difference ${key}`);
  const differ = answer?.differences.some((one) => !isGone(one)) === true || answer?.cells.some(({ differences }) => differences.length > 0) === true;
  const report = data?.reading?.report;
  const context = report === undefined ? null : { view, report, writes, onShow: () => undefined, onClaim: () => undefined };
  const mine = context === null ? [] : [
    ...mergeProposals({ ...context, report: { ...context.report, merges: context.report.merges.filter(({ claims }) => claims.includes(claim.id)) } }),
    ...splitProposals({ ...context, report: { ...context.report, splits: context.report.splits.filter((one) => one.claim === claim.id) } }),
  ].filter(({ kind, key }) => !gone.has(`${kind} ${key}`));
  if (!differ && mine.length === 0) return null;
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
      <ClaimDifferenceList claim={claim} answer={answer} isGone={isGone} />
    </section>
  );
}

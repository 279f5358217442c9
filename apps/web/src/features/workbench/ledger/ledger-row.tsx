import { claimLabel, sourceName } from "@assay/domain";
import type { ClaimView, SourceView } from "@assay/domain";
import { memo } from "react";
import { CellMark } from "../../../components/cell-mark.tsx";
import { ClaimTypeIcon } from "../../../components/claim-type-icon.tsx";
import { VerdictMark } from "../../../components/verdict-mark.tsx";
import { ClaimNews, ClaimPeople } from "../../live/claim-marks.tsx";
import { useCaseOf } from "../../case/use-case.ts";

interface LedgerRowProps {
  claim: ClaimView;
  /** Its place among the rows, from 1: not all of them are on the page. */
  position: number;
  total: number;
  sources: readonly SourceView[];
  chosen: boolean;
  /** The focused source, of the chosen row only. */
  sourceId: string | null;
  onChoose: (claimId: string) => void;
  onCell: (claimId: string, sourceId: string) => void;
}

/** One claim: number, wording, type, one mark a source, verdict. Drawn again only when one of these changes. */
export const LedgerRow = memo(function LedgerRow(props: LedgerRowProps) {
  const { claim, position, total, sources, chosen, sourceId, onChoose, onCell } = props;
  const cells = useCaseOf((one) => one.cells.get(claim.id));
  const verdict = useCaseOf(({ verdicts }) => verdicts.get(claim.id));
  return (
    <div
      role="option"
      id={rowId(claim.id)}
      aria-selected={chosen}
      aria-posinset={position}
      aria-setsize={total}
      className="ledger-row"
      onClick={(event) => {
        const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-source]") : null;
        if (cell?.dataset.source !== undefined) onCell(claim.id, cell.dataset.source);
        else onChoose(claim.id);
      }}
    >
      <span className="ledger-id">
        <span>{claimLabel(claim)}</span>
        <ClaimNews claimId={claim.id} />
      </span>
      <ClaimPeople claimId={claim.id} />
      <span className="ledger-text">{claim.text}</span>
      <span className="ledger-line">
        <span className="ledger-type">
          <ClaimTypeIcon type={claim.type} />
        </span>
        <span className="ledger-strip">
          {sources.map((source) => {
            const cell = cells?.get(source.id);
            return cell === undefined ? null : (
              <span key={source.id} data-source={source.id}>
                <CellMark cell={cell} label={sourceName(source)} chosen={source.id === sourceId} />
              </span>
            );
          })}
        </span>
        {verdict === undefined ? null : (
          <span className="ledger-verdict">
            <VerdictMark
              short
              kind={verdict.override?.verdict ?? verdict.kind}
              open={verdict.pending}
              overridden={verdict.override !== null}
            />
          </span>
        )}
      </span>
    </div>
  );
});

export function rowId(claimId: string): string {
  return `claim-${claimId}`;
}

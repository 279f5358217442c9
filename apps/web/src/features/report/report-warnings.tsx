import { claimLabel, sourceName, stateWord } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { Glyph } from "../../components/glyph.tsx";
import { useCase } from "../case/use-case.ts";
import { columnName } from "../matrix/model/cell-look.ts";
import type { OpenCell, Warning } from "./model/report-scope.ts";

const SHAPES = {
  contested: "challenged",
  stale: "stale",
  changes_requested: "changes_requested",
  awaiting_review: "submitted",
  in_progress: "draft",
} as const;

/** What a reader of the report would find marked as not settled, each with the way to it. */
export function ReportWarnings({ warnings, settledOnly }: { warnings: readonly Warning[]; settledOnly: boolean }) {
  const open = warnings.reduce((sum, warning) => sum + warning.cells.length, 0);
  if (open === 0) return <p className="meta">Every cell in scope is settled.</p>;
  return (
    <div className="report-warnings">
      <p className="report-warn">
        <TriangleAlert className="icon" aria-hidden />
        {open} {open === 1 ? "cell is" : "cells are"} not settled.{" "}
        {settledOnly ? `The report leaves ${open === 1 ? "it" : "them"} out.` : ""}
        {settledOnly ? "" : `The report marks ${open === 1 ? "it" : "them"} as such.`}
      </p>
      {warnings.map((warning) => (
        <details key={warning.state}>
          <summary>
            {warning.state === "empty" ? <span className="report-dot" /> : <Glyph name={SHAPES[warning.state]} />}
            {stateWord(warning.state)} <span className="micro">{warning.cells.length}</span>
          </summary>
          <ul>
            {warning.cells.map((one) => (
              <li key={`${one.claim.id} ${one.source.id}`}>
                <CellLink {...one} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** Where a person is awaited, to the review; where the author is, to the workbench. */
function CellLink({ claim, source, cell }: OpenCell) {
  const { caseId } = useCase();
  const words = `${claimLabel(claim)} ${columnName(source)}`;
  const title = `${claim.text} (${sourceName(source)})`;
  const decides = cell.waitsFor === "reviewer" || cell.waitsFor === "adjudicator";
  return decides && cell.leading !== null ? (
    <Link className="link" to="/c/$caseId/review/$tagId" params={{ caseId, tagId: cell.leading.id }} title={title}>
      {words}
    </Link>
  ) : (
    <Link
      className="link"
      to="/c/$caseId"
      params={{ caseId }}
      search={{ claim: claim.number, source: source.number }}
      title={title}
    >
      {words}
    </Link>
  );
}

import { sourceName, stateWord } from "@assay/domain";
import type { Evidence } from "@assay/domain";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { memo, useState } from "react";
import { IconButton } from "../../../components/button.tsx";
import { Stance } from "../../../components/stance.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import { CompareDifferences } from "../../assist/compare-differences.tsx";
import { useCase } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { passagesOf } from "./compare-actions.ts";

/** Under a source's head while sources are compared: what this one says of the chosen claim, and where. */
export const CompareCell = memo(function CompareCell({ sourceId }: { sourceId: string }) {
  const comparing = useBench((state) => state.comparing);
  const claimId = useBench((state) => state.claimId);
  if (!comparing) return null;
  return (
    <>
      <div className="compare-cell" role="group" aria-label="What it says of the claim">
        {claimId === null ? <p>No claim is chosen.</p> : <Cell key={claimId} claimId={claimId} sourceId={sourceId} />}
      </div>
      {claimId === null ? null : <CompareDifferences claimId={claimId} sourceId={sourceId} />}
    </>
  );
});

function Cell({ claimId, sourceId }: { claimId: string; sourceId: string }) {
  const { panes, latest } = useBenchParts();
  const { cellOf, personById, sourceById } = useCase();
  const [at, setAt] = useState(0);
  const cell = cellOf(claimId, sourceId);
  const { leading } = cell;
  if (leading === null) return <p className="compare-none">Nobody has tagged this cell yet.</p>;
  const passages = passagesOf(latest(), claimId, sourceId);
  const source = sourceById(sourceId);
  const name = source === undefined ? "this source" : sourceName(source);
  const show = (index: number) => {
    const passage = passages[(index + passages.length) % passages.length];
    if (passage === undefined) return;
    setAt((index + passages.length) % passages.length);
    panes.reveal(sourceId, passage, { flash: true });
  };
  return (
    <>
      <p className="compare-line">
        {cell.stance === null ? <span>{stateWord(cell.state)}</span> : <Stance stance={cell.stance} attributed={cell.attributed} />}
        {cell.state === "contested" && leading.state !== "challenged" ? <span>contested</span> : <StateMark state={leading.state} />}
        <span className="compare-who">{personById(leading.authorId)?.name ?? "Somebody who left"}</span>
      </p>
      {leading.attestation !== null ? (
        <p className="compare-sub">{attestationWords(leading.attestation.searchTerms)}</p>
      ) : passages.length > 1 ? (
        <p className="compare-sub">
          passage {Math.min(at, passages.length - 1) + 1} of {passages.length}
          <IconButton small label={`Previous passage in ${name}`} onClick={() => show(at - 1)}>
            <ChevronLeft className="icon" aria-hidden />
          </IconButton>
          <IconButton small label={`Next passage in ${name}`} onClick={() => show(at + 1)}>
            <ChevronRight className="icon" aria-hidden />
          </IconButton>
        </p>
      ) : (
        <p className="compare-sub">{passageWords(passages, leading.rationale)}</p>
      )}
    </>
  );
}

function attestationWords(terms: readonly string[]): string {
  return terms.length === 0 ? "Read in full." : `Read in full; searched ${terms.join(", ")}.`;
}

/** The rationale is what a comparison turns on; without one, that there is a passage at all. */
function passageWords(passages: readonly Evidence[], rationale: string): string {
  if (rationale.trim() !== "") return rationale;
  return passages.length === 0 ? "No passage is placed in this text." : "One passage, no rationale.";
}

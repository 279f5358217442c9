import { claimLabel, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Stance } from "../../components/stance.tsx";
import { useCase } from "../case/use-case.ts";
import type { Slice } from "./model/agreement-slices.ts";
import { cellKey } from "./model/agreement-slices.ts";
import type { CellRating } from "./model/cell-rating.ts";

/** The cells that cause the disagreement, the most divided first, each one click away. */
export function DividedCells({ slice, ratings }: { slice: Slice; ratings: readonly CellRating[] }) {
  const { caseId, claimById, sourceById, personById, cellOf } = useCase();
  const { total, listed } = slice.report.disagreements;
  if (slice.report.counts.pairableUnits === 0) return null;
  if (total === 0) return <p className="meta">Nobody disagrees here.</p>;
  return (
    <>
      <h3 className="agreement-h">
        {total} {total === 1 ? "cell divides" : "cells divide"} the annotators
      </h3>
      <ul className="agreement-divided">
        {listed.map(({ unit }) => {
          const said = ratings.filter((rating) => cellKey(rating) === unit);
          const claim = claimById(said[0]?.claimId ?? "");
          const source = sourceById(said[0]?.sourceId ?? "");
          if (claim === undefined || source === undefined) return null;
          const cell = cellOf(claim.id, source.id);
          return (
            <li key={unit}>
              <Link
                to="/c/$caseId"
                params={{ caseId }}
                search={{ claim: claim.number, source: source.number }}
                className="agreement-cell"
              >
                <span className="agreement-where">
                  {claimLabel(claim)} {sourceName(source)}
                </span>
                <span className="agreement-claim">{claim.text}</span>
              </Link>
              <ul className="agreement-said">
                {said.map((rating) => (
                  <li key={rating.tagId}>
                    <Stance stance={rating.stance} /> {personById(rating.annotatorId)?.name ?? "Somebody who left"}
                  </li>
                ))}
                <li className="meta">{cell.state === "settled" ? `settled: ${cell.stance}` : "open"}</li>
              </ul>
            </li>
          );
        })}
      </ul>
    </>
  );
}

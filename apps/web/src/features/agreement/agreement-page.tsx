import "./agreement.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { EmptyState } from "../../components/empty-state.tsx";
import { trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { ConfusionPlot } from "./confusion-plot.tsx";
import { DividedCells } from "./divided-cells.tsx";
import type { Slice } from "./model/agreement-slices.ts";
import { agreementSlices } from "./model/agreement-slices.ts";
import type { CellRating } from "./model/cell-rating.ts";
import { PairTable } from "./pair-table.tsx";

/** How far annotators agree, where each cell was tagged by two or more; the address keeps the part looked at. */
export function AgreementPage() {
  const { caseId, view } = useCase();
  const { data, isError, refetch } = useQuery(trpc.agreement.ratings.queryOptions({ caseId }));
  useDocumentTitle(`Agreement, ${view.title}`);
  return (
    <div className="agreement">
      <h1 className="agreement-title">Agreement</h1>
      {isError ? (
        <EmptyState
          title="The tags could not be read."
          action={
            <button type="button" className="btn btn-plain" onClick={() => void refetch()}>
              Try again
            </button>
          }
        />
      ) : null}
      {data === undefined ? null : <Measured ratings={data} />}
    </div>
  );
}

function Measured({ ratings }: { ratings: readonly CellRating[] }) {
  const { view } = useCase();
  const navigate = useNavigate();
  const { slice: key } = useSearch({ from: "/c/$caseId/agreement" });
  const slices = useMemo(() => agreementSlices(view, ratings), [view, ratings]);
  const chosen = slices.find((slice) => slice.key === key) ?? slices[0];
  if (chosen === undefined || (slices[0]?.report.counts.pairableUnits ?? 0) === 0) return <NothingShared />;
  const choose = (slice: Slice) =>
    void navigate({ to: ".", search: { slice: slice.key === "all" ? undefined : slice.key }, replace: true });
  return (
    <>
      <p className="agreement-lead">{leadWords(chosen)}</p>
      <AgreementTable slices={slices} chosen={chosen} onChoose={choose} />
      <section aria-labelledby="agreement-chosen">
        <h2 id="agreement-chosen" className="agreement-h">
          {chosen.label}
        </h2>
        <ul className="agreement-warnings">
          {chosen.report.warnings.map((warning) => (
            <li key={warning}>
              <TriangleAlert className="icon" aria-hidden />
              {warning}
            </li>
          ))}
        </ul>
        <div className="agreement-detail">
          <ConfusionPlot confusion={chosen.report.confusion} />
          <PairTable pairs={chosen.report.cohenKappa.pairs} />
        </div>
        <DividedCells slice={chosen} ratings={ratings} />
      </section>
    </>
  );
}

function NothingShared() {
  const { view } = useCase();
  return (
    <EmptyState title="No cell has tags by two people yet.">
      {view.policy.requiredTags > 1
        ? `Cells of this case open when ${view.policy.requiredTags} people have submitted their tags. What is blind is not measured.`
        : "A lead can ask for two independent tags per cell in the policy, or a teammate can tag a cell that has one."}
    </EmptyState>
  );
}

/** Agreement between people who could see each other's tags proves little, and the page says so. */
function leadWords({ tags, blindTags, report }: Slice): string {
  const cells = report.counts.pairableUnits;
  const what = `${cells} ${cells === 1 ? "cell" : "cells"} with two tags or more`;
  if (blindTags === tags) return `${what}, each tag given without sight of the others.`;
  const seen = tags - blindTags;
  const whose = blindTags === 0 ? "None of the tags was" : `${seen} of the ${tags} tags were not`;
  return `${what}. ${whose} given blind: people who see each other's tags agree more than they would alone.`;
}

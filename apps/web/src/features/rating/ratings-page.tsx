import "./rating.css";
import { ratingOf } from "@assay/domain";
import { Link, useSearch } from "@tanstack/react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { useCase } from "../case/use-case.ts";
import { ReportTabs } from "../report/report-tabs.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { RatingRow } from "./rating-row.tsx";

/** The desk's own word on each claim and on the piece, beside what the sources come to. */
export function RatingsPage() {
  const { view } = useCase();
  const { rate } = useSearch({ from: "/c/$caseId/report/ratings" });
  useDocumentTitle(`Ratings, ${view.title}`);
  const claims = view.claims.filter((claim) => !claim.withdrawn);
  const rated = claims.filter(({ id }) => ratingOf(view.ratings, id) !== null).length;
  return (
    <div className="report-stage">
      <ReportTabs />
      <div className="ratings">
        <h1>Ratings</h1>
        <p className="ratings-lead">
          A verdict is derived from the sources. A rating is what the desk says for publication, on its own scale,{" "}
          <Link className="link" to="/w/$workspaceId/policy" params={{ workspaceId: view.workspaceId }} hash="scale">
            {view.ratingScale.name}
          </Link>
          . {rated} of {claims.length} claims are rated.
        </p>
        <ol className="ratings-list">
          <RatingRow key="piece" claim={null} startOpen={rate === "piece"} />
          {claims.map((claim) => (
            <RatingRow key={claim.id} claim={claim} startOpen={rate === claim.number} />
          ))}
        </ol>
        {claims.length === 0 ? (
          <EmptyState title="No claims yet">Mark a claim in the workbench, then rate it here.</EmptyState>
        ) : null}
      </div>
    </div>
  );
}

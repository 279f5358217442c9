import "./report-tabs.css";
import { Link } from "@tanstack/react-router";
import { useCase } from "../case/use-case.ts";

/** The stages of a report, from its files to what the desk puts its name to. */
export function ReportTabs() {
  const { caseId, view } = useCase();
  const params = { caseId };
  const last = view.releases.at(-1);
  return (
    <nav className="report-tabs" aria-label="Report">
      <Link to="/c/$caseId/report" params={params} activeOptions={{ exact: true, includeSearch: false }}>
        Files
      </Link>
      <Link to="/c/$caseId/report/build" params={params}>
        Build
      </Link>
      <Link to="/c/$caseId/report/ratings" params={params}>
        Ratings
      </Link>
      <Link to="/c/$caseId/report/release" params={params}>
        Release
        {last === undefined ? null : <span className="micro">{last.number}</span>}
      </Link>
    </nav>
  );
}

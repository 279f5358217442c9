import { Link } from "@tanstack/react-router";
import { day } from "../../components/format-time.ts";
import { counted } from "../source/source-words.ts";
import type { CaseEntry } from "./case-entry.ts";
import { ProgressBar } from "./progress-bar.tsx";

/** One case: what it is, what waits in it, how far it is. */
export function CaseRow({ entry }: { entry: CaseEntry }) {
  const params = { caseId: entry.id };
  const created = new Date(entry.createdAt);
  return (
    <li className="homecase">
      <div>
        <p className="homecase-name">
          <Link to="/c/$caseId" params={params}>
            {entry.title}
          </Link>
        </p>
        <p className="meta">
          {counted(entry.sources, "source")} · {counted(entry.claims, "claim")} · since {day(created, new Date())}
          {entry.toReview === 0 ? null : (
            <>
              {" · "}
              <Link to="/c/$caseId/review" params={params} className="link">
                {entry.toReview} to review
              </Link>
            </>
          )}
          {entry.returned === 0 ? null : (
            <span className="homecase-returned"> · {entry.returned} came back to you</span>
          )}
        </p>
      </div>
      <ProgressBar progress={entry.progress} />
      <p className="homecase-share">
        {Math.floor(entry.progress.settledShare * 100)}
        <small> %</small>
      </p>
    </li>
  );
}

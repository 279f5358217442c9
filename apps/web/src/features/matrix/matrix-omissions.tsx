import type { ClaimView, SourceView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { memo } from "react";
import { useCase } from "../case/use-case.ts";
import { columnName } from "./model/cell-look.ts";
import { omissionsOf } from "./model/omissions.ts";

/** What each source leaves out: its column of the matrix laid flat, over every claim that stands. */
export const MatrixOmissions = memo(function MatrixOmissions({ sources }: { sources: readonly SourceView[] }) {
  const { view, cells } = useCase();
  const claims = view.claims.filter((claim) => !claim.withdrawn);
  const [first, last] = [claims[0], claims.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <section className="matrix-omissions" aria-labelledby="matrix-omissions-title">
      <h2 id="matrix-omissions-title" className="meta">
        <b>What each source leaves out</b>{" "}
        <span className="not-phone">
          one bar a claim, {claimLabel(first)} to {claimLabel(last)}, hatched where the source is silent
        </span>
      </h2>
      <ul className="matrix-sources-flat">
        {sources.map((source) => (
          <SourceBars key={source.id} source={source} claims={claims} cells={cells} />
        ))}
      </ul>
    </section>
  );
});

interface SourceBarsProps {
  source: SourceView;
  claims: readonly ClaimView[];
  cells: ReturnType<typeof useCase>["cells"];
}

function SourceBars({ source, claims, cells }: SourceBarsProps) {
  const { silent, runs } = omissionsOf(claims, cells, source.id);
  return (
    <li>
      <p className="matrix-flat-head">
        <b>{columnName(source)}</b>
        <span className="meta">
          silent on {silent} of {claims.length}
        </span>
      </p>
      <div className="matrix-bars" data-dense={claims.length > 80 ? "" : undefined} aria-hidden>
        {runs.map((run, index) => (
          <i key={index} className={`matrix-bar-${run.kind}`} style={{ flexGrow: run.length }} />
        ))}
      </div>
    </li>
  );
}

import type { SourceView } from "@assay/domain";
import { sourceName, votingGroup } from "@assay/domain";
import { columnName } from "./model/cell-look.ts";

interface MatrixHeadProps {
  sources: readonly SourceView[];
  groups: ReadonlyMap<string, number>;
  claimCount: number;
}

export function MatrixHead({ sources, groups, claimCount }: MatrixHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="matrix-line matrix-head">
      <div role="columnheader" aria-colindex={1} className="matrix-id">
        <span className="vh">Number and type</span>
      </div>
      <div role="columnheader" aria-colindex={2} className="matrix-claim h">
        Claim, {claimCount}
      </div>
      {sources.map((source, column) => {
        const group = groups.get(votingGroup(source)) ?? 0;
        const partial = source.revision.completeness === "partial";
        return (
          <div
            key={source.id}
            role="columnheader"
            aria-colindex={column + 3}
            className="matrix-source"
            title={`${sourceName(source)}. ${groupSentence(source)}${partial ? " Partial text." : ""}`}
          >
            <b>{columnName(source)}</b>
            <span className="micro">
              G{group} · {source.kind}
              {partial ? ", partial" : ""}
            </span>
          </div>
        );
      })}
      <div role="columnheader" aria-colindex={sources.length + 3} className="matrix-groups h">
        Groups
      </div>
      <div role="columnheader" aria-colindex={sources.length + 4} className="matrix-verdict h">
        Verdict
      </div>
    </div>
  );
}

function groupSentence(source: SourceView): string {
  const group = source.independenceGroup.trim();
  return group === "" ? "It stands for itself." : `Independence group: ${group}.`;
}

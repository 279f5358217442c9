import { verdictWord } from "@assay/domain";
import type { ClaimView } from "@assay/domain";
import { Button } from "../../../components/button.tsx";
import { TimeAgo } from "../../../components/time-ago.tsx";
import { VerdictMark } from "../../../components/verdict-mark.tsx";
import { useCaseOf } from "../../case/use-case.ts";
import { useBenchParts } from "../state/bench-context.tsx";

/** The derived verdict with the reason it was derived, or the override that stands in its place. */
export function VerdictPart({ claim }: { claim: ClaimView }) {
  const { store, claims } = useBenchParts();
  const verdict = useCaseOf(({ verdicts }) => verdicts.get(claim.id));
  const mayOverride = useCaseOf(({ can }) => can("override_verdict"));
  const author = useCaseOf(({ personById }) => personById(verdict?.override?.authorId ?? "")?.name);
  if (verdict === undefined) return null;
  const { override } = verdict;
  return (
    <div className="insp-sec insp-verdictpart">
      <p className="insp-verdict">
        <VerdictMark
          chip
          kind={override?.verdict ?? verdict.kind}
          open={verdict.pending}
          overridden={override !== null}
        />
        {mayOverride && override === null ? (
          <Button
            variant="quiet"
            className="btn-small"
            onClick={() => store.setState({ dialog: { kind: "override" } })}
          >
            Override
          </Button>
        ) : null}
        {mayOverride && override !== null ? (
          <Button variant="quiet" className="btn-small" onClick={() => void claims.lift(override.id)}>
            Lift the override
          </Button>
        ) : null}
      </p>
      {override === null ? null : (
        <p className="insp-why">
          {author ?? "Somebody who left"}, <TimeAgo iso={override.createdAt} />:{" "}
          {override.reason} By the rule it would be {verdictWord(verdict.kind)}.
        </p>
      )}
      <p className="insp-why">{verdict.reason}</p>
    </div>
  );
}

import "./compare.css";
import { claimLabel } from "@assay/domain";
import { ChevronLeft, ChevronRight, Link2, X } from "lucide-react";
import { useEffect } from "react";
import { Button, IconButton } from "../../../components/button.tsx";
import { VerdictMark } from "../../../components/verdict-mark.tsx";
import { useCase } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { leaveCompare } from "./compare-actions.ts";

/** Above the sources while they are compared: the claim, what it comes to and why, and the way to the next one. */
export function CompareHead({ ids }: { ids: readonly string[] }) {
  const comparing = useBench((state) => state.comparing);
  return comparing ? <Head ids={ids} /> : null;
}

function Head({ ids }: { ids: readonly string[] }) {
  const bench = useBenchParts();
  const { store, nav } = bench;
  const { claimById, verdicts } = useCase();
  const claim = claimById(useBench((state) => state.claimId) ?? "");
  const single = useBench((state) => state.single);
  const panels = useBench((state) => state.panels);
  const verdict = claim === undefined ? undefined : verdicts.get(claim.id);
  const at = bench.rows.current.findIndex((one) => one.id === claim?.id);
  // Anew whenever the columns are: text of another width stands elsewhere.
  const columns = ids.join(" ");
  useEffect(() => {
    let later = 0;
    const frame = requestAnimationFrame(() => {
      later = requestAnimationFrame(() => nav.align());
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelAnimationFrame(later);
    };
  }, [nav, store, columns, single, panels]);
  useEffect(() => {
    const again = () => nav.align();
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, [nav]);
  return (
    <section className="compare" aria-label="Compare the sources on one claim">
      <div className="compare-text">
        <p className="compare-meta">
          {claim === undefined ? "Compare" : `${claimLabel(claim)} · ${claim.type}`}
          {at < 0 ? "" : ` · ${at + 1} of ${bench.rows.current.length}`}
        </p>
        <p className="compare-claim">{claim === undefined ? "Choose a claim, with J or K or in the ledger." : claim.text}</p>
        {verdict === undefined ? null : (
          <p className="compare-why">
            <VerdictMark
              chip
              kind={verdict.override?.verdict ?? verdict.kind}
              open={verdict.pending}
              overridden={verdict.override !== null}
            />
            <span>{verdict.reason}</span>
          </p>
        )}
      </div>
      <div className="compare-acts">
        {claim === undefined ? null : (
          <IconButton
            label="Copy link to this comparison"
            onClick={() => bench.actions.copyLink({ claim: claim.number, compare: true }, "this comparison")}
          >
            <Link2 className="icon" aria-hidden />
          </IconButton>
        )}
        <IconButton label="Previous claim" kbd="k" onClick={() => nav.step(-1)}>
          <ChevronLeft className="icon" aria-hidden />
        </IconButton>
        <IconButton label="Next claim" kbd="j" onClick={() => nav.step(1)}>
          <ChevronRight className="icon" aria-hidden />
        </IconButton>
        <Button kbd="x" icon={<X className="icon" aria-hidden />} onClick={() => leaveCompare(bench)}>
          End
        </Button>
      </div>
    </section>
  );
}

import "./phone.css";
import { claimLabel, sourceName } from "@assay/domain";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button, IconButton } from "../../../components/button.tsx";
import { CellMark } from "../../../components/cell-mark.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Glyph } from "../../../components/glyph.tsx";
import { VerdictMark } from "../../../components/verdict-mark.tsx";
import { useCase } from "../../case/use-case.ts";
import { columnName } from "../../matrix/model/cell-look.ts";
import { Inspector } from "../inspector/inspector.tsx";
import { Ledger } from "../ledger/ledger.tsx";
import type { LedgerRows } from "../model/ledger-filter.ts";
import { Panes } from "../panes/panes.tsx";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { useOpenIds } from "../state/use-open-ids.ts";

/**
 * One source at a time, the claim above it, what can be done within reach of the thumb. The sheets take the focus as a
 * whole: on their first button it would open its tooltip.
 */
export function PhoneBench({ found }: { found: LedgerRows }) {
  const { store, actions } = useBenchParts();
  const { view } = useCase();
  const sheet = useBench((state) => state.sheet);
  const ids = useOpenIds();
  const close = () => store.setState({ sheet: null });
  return (
    <>
      <ClaimBar found={found} />
      {view.sources.length > 1 ? <SourceSwitch /> : null}
      <div className="phone-panes">
        <Panes ids={ids} />
      </div>
      <div className="phone-acts" role="toolbar" aria-label="Tag with the selected words">
        <Button className="insp-v" icon={<Glyph name="verified" />} onClick={() => actions.tag("verified")}>
          Verify
        </Button>
        <Button className="insp-d" icon={<Glyph name="disputed" />} onClick={() => actions.tag("disputed")}>
          Dispute
        </Button>
        <Button className="insp-m" icon={<Glyph name="missing" />} onClick={() => actions.attest()}>
          Missing
        </Button>
        <NewOrDetails />
      </div>
      <Dialog open={sheet === "ledger"} onOpenChange={close} title="Claims" shape="sheet">
        <div className="phone-sheet" role="group" aria-label="Claims" tabIndex={0}>
          <Ledger found={found} onChosen={close} />
        </div>
      </Dialog>
      <Dialog open={sheet === "details"} onOpenChange={close} title="Details" shape="sheet">
        <div className="phone-sheet" role="group" aria-label="Details" tabIndex={0}>
          <Inspector onLeave={close} />
        </div>
      </Dialog>
    </>
  );
}

/** With words selected the last button makes a claim of them; without, it opens the details. */
function NewOrDetails() {
  const { store, actions } = useBenchParts();
  const selected = useBench((state) => state.selection !== null);
  if (selected) return <Button onClick={() => actions.newClaim()}>New claim</Button>;
  return <Button onClick={() => store.setState({ sheet: "details" })}>Details</Button>;
}

function ClaimBar({ found }: { found: LedgerRows }) {
  const { store, nav } = useBenchParts();
  const { claimById, verdicts, view } = useCase();
  const claim = claimById(useBench((state) => state.claimId) ?? "");
  const verdict = claim === undefined || claim.withdrawn ? undefined : verdicts.get(claim.id);
  const standing = view.claims.filter((one) => !one.withdrawn);
  return (
    <div className="phone-claim">
      <IconButton label="Previous claim" onClick={() => nav.step(-1)}>
        <ChevronLeft className="icon" aria-hidden />
      </IconButton>
      <button type="button" className="phone-mid" onClick={() => store.setState({ sheet: "ledger" })}>
        <span className="phone-text">{claim === undefined ? "No claim chosen" : claim.text}</span>
        <span className="phone-line">
          <span>
            {claim === undefined
              ? `${found.rows.length} claims`
              : claim.withdrawn
                ? `${claimLabel(claim)}, withdrawn`
                : `${claimLabel(claim)}, ${standing.indexOf(claim) + 1} of ${standing.length}`}
          </span>
          {verdict === undefined ? null : (
            <VerdictMark
              kind={verdict.override?.verdict ?? verdict.kind}
              open={verdict.pending}
              overridden={verdict.override !== null}
            />
          )}
        </span>
      </button>
      <IconButton label="Next claim" onClick={() => nav.step(1)}>
        <ChevronRight className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}

function showPressed(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function SourceSwitch() {
  const { nav } = useBenchParts();
  const { view, cellOf } = useCase();
  const claimId = useBench((state) => state.claimId);
  const sourceId = useBench((state) => state.sourceId);
  return (
    <div className="phone-seg" role="group" aria-label="Source">
      {view.sources.map((source) => (
        <button
          key={source.id}
          type="button"
          aria-pressed={source.id === sourceId}
          ref={source.id === sourceId ? showPressed : undefined}
          title={sourceName(source)}
          onClick={() => nav.focusSource(source.id)}
        >
          {claimId === null ? null : <CellMark cell={cellOf(claimId, source.id)} />}
          <span>{columnName(source)}</span>
        </button>
      ))}
    </div>
  );
}

import "./inspector.css";
import { claimLabel } from "@assay/domain";
import { useDeferredValue } from "react";
import { Link2, MoreHorizontal } from "lucide-react";
import { Button, IconButton } from "../../../components/button.tsx";
import { Glyph } from "../../../components/glyph.tsx";
import { Menu, MenuItem } from "../../../components/menu.tsx";
import { ClaimSuggestions } from "../../assist/claim-suggestions.tsx";
import { useCaseOf } from "../../case/use-case.ts";
import { openAssign } from "../../assign/assign-state.ts";
import { Threads } from "../../threads/threads.tsx";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { CellRow } from "./cell-row.tsx";
import { ClaimHead } from "./claim-head.tsx";
import { NoClaim } from "./no-claim.tsx";
import { RemovedCell } from "./removed-cell.tsx";
import { VerdictPart } from "./verdict-part.tsx";

/** Everything about the chosen claim: wording, verdict and why, one row a cell. */
export function Inspector({ onLeave }: { onLeave?: () => void }) {
  const bench = useBenchParts();
  const sources = useCaseOf(({ view }) => view.sources);
  const mayEdit = useCaseOf(({ can }) => can("edit_claim"));
  const mayOverride = useCaseOf(({ can }) => can("override_verdict"));
  const chosenId = useBench((state) => state.claimId);
  const writing = useBench((state) => state.wordingOf !== null);
  // While a key runs through the claims the ledger goes first; a wording has to be there with the first letter.
  const lateId = useDeferredValue(chosenId);
  const claimId = writing ? chosenId : lateId;
  const pending = useBench((state) => state.pendingClaim);
  const known = useCaseOf(({ claimById }) => (claimId === null ? undefined : claimById(claimId)));
  const claim = known ?? (pending?.id === claimId ? pending : undefined);
  if (claim === undefined || claim.withdrawn) return <NoClaim withdrawn={claim} />;
  const { actions, claims, store } = bench;
  const label = claimLabel(claim);
  return (
    <aside className="insp" aria-label={`Claim ${label}`}>
      <div className="bench-bar">
        <h2>{label}</h2>
        <span className="bench-meta">
          <Glyph name={claim.type} /> {claim.type} · v{claim.version}
        </span>
        <span className="bench-grow" />
        <IconButton
          small
          label={`Copy the link to ${label}`}
          onClick={() => actions.copyLink({ claim: claim.number }, label)}
        >
          <Link2 className="icon" aria-hidden />
        </IconButton>
        <Menu
          label={`Menu of ${label}`}
          trigger={
            <IconButton small label={`Menu of ${label}`}>
              <MoreHorizontal className="icon" aria-hidden />
            </IconButton>
          }
        >
          <MenuItem
            kbd="e"
            disabledReason={mayEdit ? null : "Your role does not edit claims."}
            onSelect={() => store.setState({ wordingOf: claim.id })}
          >
            Edit the wording
          </MenuItem>
          <MenuItem kbd="shift+a" onSelect={() => openAssign({ kind: "tag", claimId: claim.id, sourceId: store.getState().sourceId })}>
            Assign work
          </MenuItem>
          <MenuItem
            disabledReason={mayOverride ? null : "A lead or an owner overrides a verdict."}
            onSelect={() => store.setState({ dialog: { kind: "override" } })}
          >
            Override the verdict
          </MenuItem>
          <MenuItem
            danger
            disabledReason={mayEdit ? null : "Your role does not edit claims."}
            onSelect={() => void claims.withdraw(claim)}
          >
            Withdraw the claim
          </MenuItem>
        </Menu>
      </div>
      <div className="bench-scroll" tabIndex={0} role="region" aria-label={`${label}, details`}>
        <ClaimHead key={claim.id} claim={claim} />
        <VerdictPart claim={claim} />
        {sources.map((source) => (
          <CellRow key={source.id} claim={claim} source={source} {...(onLeave === undefined ? {} : { onLeave })} />
        ))}
        <RemovedCell />
        <ClaimSuggestions claim={claim} />
        <div className="insp-sec">
          <Threads key={claim.id} title={`Threads on ${label}`} place={{ kind: "claim", claimId: claim.id }} />
        </div>
      </div>
      <div className="insp-foot">
        <Button className="insp-v" kbd="v" icon={<Glyph name="verified" />} onClick={() => actions.tag("verified")}>
          Verify
        </Button>
        <Button className="insp-d" kbd="d" icon={<Glyph name="disputed" />} onClick={() => actions.tag("disputed")}>
          Dispute
        </Button>
        <Button className="insp-m" kbd="m" icon={<Glyph name="missing" />} onClick={() => actions.attest()}>
          Missing
        </Button>
      </div>
    </aside>
  );
}

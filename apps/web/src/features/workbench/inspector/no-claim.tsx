import { claimLabel } from "@assay/domain";
import type { ClaimView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Kbd } from "../../../components/kbd.tsx";
import { UnsavedWords } from "../../../components/unsaved-words.tsx";
import { useCase } from "../../case/use-case.ts";
import { keptUnder } from "../model/kept-under.ts";
import { useBenchParts } from "../state/bench-context.tsx";

/** In the inspector's place: nothing is chosen, or what was chosen has been withdrawn. */
export function NoClaim({ withdrawn }: { withdrawn: ClaimView | undefined }) {
  return (
    <aside className="insp" aria-label="Claim">
      <div className="bench-bar">
        <h2>{withdrawn === undefined ? "No claim chosen" : claimLabel(withdrawn)}</h2>
      </div>
      <div className="bench-empty">{withdrawn === undefined ? <Nothing /> : <Tombstone claim={withdrawn} />}</div>
    </aside>
  );
}

function Nothing() {
  const { view } = useCase();
  if (view.claims.every((claim) => claim.withdrawn)) {
    return view.sources.length === 0 ? (
      <EmptyState title="No claims yet">Add a source first. Claims are marked in its text.</EmptyState>
    ) : (
      <EmptyState title="No claims yet">
        Select a sentence in a source and press <Kbd>c</Kbd>.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Choose a claim">
      <Kbd>j</Kbd> and <Kbd>k</Kbd> go through the claims. A click on a mark in a source chooses its claim.
    </EmptyState>
  );
}

/** T7: a withdrawn claim is not gone, and comes back with its tags. */
function Tombstone({ claim }: { claim: ClaimView }) {
  const { claims } = useBenchParts();
  const { can, me, view } = useCase();
  return (
    <>
      <EmptyState
        title="This claim is withdrawn"
        action={can("edit_claim") ? <Button onClick={() => void claims.restore(claim)}>Restore it</Button> : null}
      >
        {claim.text}{" "}
        <Link className="bench-link" to="/c/$caseId/history" params={{ caseId: view.id }} search={{ claim: claim.number }}>
          History of this claim
        </Link>
      </EmptyState>
      {keptUnder(view, me.id, claim).map(({ label, text }) => (
        <UnsavedWords key={`${label} ${text}`} label={label} text={text} hint="Kept on this device. It is back in its field once the claim is restored." />
      ))}
    </>
  );
}

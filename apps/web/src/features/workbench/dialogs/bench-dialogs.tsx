import { isLostState } from "@assay/domain";
import { useCase } from "../../case/use-case.ts";
import { PlaceDialog } from "../../revision/place-dialog.tsx";
import { ReviseDialog } from "../../revision/revise-dialog.tsx";
import { AddSourceDialog } from "../../source/add-source-dialog.tsx";
import { DiscussDialog } from "../../threads/discuss-dialog.tsx";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import type { BenchDialog } from "../state/bench-store.ts";
import { AdjudicateDialog } from "./adjudicate-dialog.tsx";
import { AttestDialog } from "./attest-dialog.tsx";
import { NewClaimDialog } from "./new-claim-dialog.tsx";
import { OverrideDialog } from "./override-dialog.tsx";
import { SourceDialog } from "./source-dialog.tsx";

/** One dialog at a time, over whatever claim and source are chosen. */
export function BenchDialogs() {
  const dialog = useBench((state) => state.dialog);
  return dialog === null ? null : <Open dialog={dialog} />;
}

function Open({ dialog }: { dialog: BenchDialog }) {
  const { store, panes, nav } = useBenchParts();
  const { claimById, sourceById, myTag, view } = useCase();
  const claimId = useBench((state) => state.claimId);
  const sourceId = useBench((state) => state.sourceId);
  const close = () => {
    store.setState({ dialog: null });
    // Back to the reading, so that the next key does what it says.
    setTimeout(() => panes.focus(store.getState().sourceId), 0);
  };
  const claim = claimId === null ? undefined : claimById(claimId);
  switch (dialog.kind) {
    case "new-claim":
      return <NewClaimDialog onClose={close} />;
    case "attest": {
      const source = sourceId === null ? undefined : sourceById(sourceId);
      if (claim === undefined || source === undefined) return null;
      const mine = myTag(claim.id, source.id);
      return <AttestDialog claim={claim} source={source} mine={mine} suggested={dialog.suggested === true} onClose={close} />;
    }
    case "override":
      return claim === undefined ? null : <OverrideDialog claim={claim} onClose={close} />;
    case "adjudicate": {
      const tag = view.tags.find((one) => one.id === dialog.tagId);
      return tag === undefined ? null : <AdjudicateDialog tag={tag} onClose={close} />;
    }
    case "discuss": {
      const { sourceId: discussed, revisionId, start, end, exact, carried } = dialog;
      const place = { kind: "passage", sourceId: discussed, revisionId, start, end, exact } as const;
      return <DiscussDialog place={{ ...place, claimId: claim?.id ?? null }} carried={carried} onClose={close} />;
    }
    case "revise": {
      const source = sourceById(dialog.sourceId);
      return source === undefined ? null : <ReviseDialog source={source} onClose={close} />;
    }
    case "place": {
      const tag = view.tags.find((one) => one.id === dialog.tagId);
      const passage = tag?.evidence.find((one) => one.id === dialog.passageId && isLostState(one.state));
      if (tag === undefined || passage === undefined) return null;
      // Places that were offered in an older text are none in a newer one.
      const revisionId = sourceById(tag.sourceId)?.revision.id;
      return <PlaceDialog key={revisionId} tag={tag} passage={passage} onClose={close} />;
    }
    case "source": {
      const source = sourceById(dialog.sourceId);
      return source === undefined ? null : <SourceDialog source={source} onClose={close} />;
    }
    case "add-source":
      return (
        <AddSourceDialog
          open
          onOpenChange={close}
          onAdded={(id) => nav.focusSource(id)}
          onOpenExisting={(id) => nav.focusSource(id)}
        />
      );
  }
}

import { sourceName } from "@assay/domain";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { useCase, useCaseOf } from "../../case/use-case.ts";
import { myDrafts } from "../model/my-drafts.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";

/** "Submit all my drafts (12)", and afterwards what could not be submitted, with the reason of each. */
export function MyDrafts() {
  const { actions } = useBenchParts();
  const drafts = useCaseOf(({ view, me }) => myDrafts({ tags: view.tags, claims: view.claims }, me.id).length);
  return (
    <>
      {drafts === 0 ? null : (
        <div className="ledger-foot">
          <Button kbd="shift+s" onClick={() => actions.submitAllMine()}>
            {drafts === 1 ? "Submit my draft" : `Submit all my drafts (${drafts})`}
          </Button>
        </div>
      )}
      <RefusedDrafts />
    </>
  );
}

function RefusedDrafts() {
  const isEmpty = useBench((state) => state.refusedDrafts.length === 0);
  return isEmpty ? null : <RefusedList />;
}

function RefusedList() {
  const { store, nav } = useBenchParts();
  const { view } = useCase();
  const refused = useBench((state) => state.refusedDrafts);
  const close = () => store.setState({ refusedDrafts: [] });
  return (
    <Dialog
      open={refused.length > 0}
      onOpenChange={close}
      title={refused.length === 1 ? "1 draft stays a draft" : `${refused.length} drafts stay drafts`}
      description="Each lacks something before it can be reviewed."
    >
      <ul className="ledger-refused">
        {refused.map(({ tagId, reason }) => {
          const tag = view.tags.find((one) => one.id === tagId);
          const claim = view.claims.find((one) => one.id === tag?.claimId);
          const source = view.sources.find((one) => one.id === tag?.sourceId);
          if (claim === undefined || source === undefined) return null;
          return (
            <li key={tagId}>
              <button
                type="button"
                className="bench-link"
                onClick={() => {
                  close();
                  nav.focusSource(source.id);
                  nav.choose(claim.id);
                }}
              >
                C{claim.number}, {sourceName(source)}
              </button>
              <p className="bench-note">{reason}</p>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

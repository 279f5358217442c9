import { Kbd } from "../../../components/kbd.tsx";
import { Button } from "../../../components/button.tsx";
import { useBenchParts } from "../state/bench-context.tsx";

export function LedgerEmpty({ none, noSources }: { none: boolean; noSources: boolean }) {
  const { store, actions } = useBenchParts();
  if (!none) {
    return (
      <div className="ledger-empty ledger-rows">
        <b>No claim here</b>
        <p>No claim fits this filter.</p>
        <Button onClick={() => store.setState({ filter: "all", query: "" })}>Show all claims</Button>
      </div>
    );
  }
  return (
    <div className="ledger-empty ledger-rows">
      <b>No claims yet</b>
      {noSources ? (
        <p>Add a source first. Claims are marked in its text.</p>
      ) : (
        <p>
          Select a sentence that could be checked and press <Kbd>c</Kbd>. It becomes the first claim, with that passage
          as its evidence.
        </p>
      )}
      {noSources ? null : <Button onClick={() => actions.newClaim()}>Write a claim</Button>}
    </div>
  );
}

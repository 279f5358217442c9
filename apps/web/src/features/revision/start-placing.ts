import { isLostState, sourceName } from "@assay/domain";
import { notify } from "../../components/toast.tsx";
import type { Bench } from "../workbench/state/bench-context.tsx";

/** The first of my lost passages: of the focused cell, else of the focused source. */
export function startPlacing({ store, latest, actions, nav }: Bench, meId: string): void {
  const { claimId, sourceId } = store.getState();
  const view = latest();
  const mine = view.tags.filter((tag) => tag.sourceId === sourceId && tag.authorId === meId && tag.state !== "withdrawn");
  const lost = mine.flatMap((tag) =>
    tag.evidence.filter(({ state }) => isLostState(state)).map((passage) => ({ tag, passage })),
  );
  const found = lost.find(({ tag }) => tag.claimId === claimId) ?? lost[0];
  if (found === undefined) {
    const source = view.sources.find(({ id }) => id === sourceId);
    const where = source === undefined ? "the focused source" : sourceName(source);
    notify({ text: `No passage of yours in ${where} waits for a place.` });
    return;
  }
  const refused = actions.refusal("edit", found.tag);
  if (refused !== null) {
    notify({ text: refused, tone: "refusal" });
    return;
  }
  if (found.tag.claimId !== claimId) nav.choose(found.tag.claimId);
  store.setState({ dialog: { kind: "place", tagId: found.tag.id, passageId: found.passage.id } });
}

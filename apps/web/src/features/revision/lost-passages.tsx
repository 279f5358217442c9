import "./revision.css";
import { claimLabel, countStates, isUnsettledState } from "@assay/domain";
import type { CaseView, Evidence, TagView } from "@assay/domain";
import { memo, useMemo } from "react";
import { counted } from "../source/source-words.ts";
import { useCaseOf } from "../case/use-case.ts";
import { useBench, useBenchParts } from "../workbench/state/bench-context.tsx";
import { ANCHOR_WORDS } from "./anchor-words.ts";

interface Waiting {
  tag: TagView;
  passage: Evidence;
}

/** What the text itself cannot show: passages of a source that are not in it any more, or not in the same words. */
export const LostPassages = memo(function LostPassages({ sourceId }: { sourceId: string }) {
  const tags = useCaseOf(({ view }) => view.tags);
  const claims = useCaseOf(({ view }) => view.claims);
  const { store, nav } = useBenchParts();
  const claimId = useBench((state) => state.claimId);
  const waiting = useMemo(() => waitingIn({ tags, claims }, sourceId), [tags, claims, sourceId]);
  if (waiting.length === 0) return null;
  const lost = waiting.filter(({ passage }) => passage.state !== "fuzzy").length;
  const changed = waiting.length - lost;
  const said = [lost > 0 ? `${counted(lost, "passage")} not placed` : "", changed > 0 ? `${changed} in other words` : ""];
  const next = () => {
    const at = waiting.findLastIndex(({ tag }) => tag.claimId === claimId);
    const to = waiting[(at + 1) % waiting.length];
    if (to === undefined) return;
    store.setState({ sourceId, panels: true });
    nav.choose(to.tag.claimId);
  };
  const here = waiting.filter(({ tag }) => tag.claimId === claimId);
  const claim = claims.find(({ id }) => id === claimId);
  return (
    <p className="revision-strip">
      <span>{said.filter((part) => part !== "").join(", ")} in this revision.</span>
      {here.length === 0 || claim === undefined ? null : (
        <span className="revision-here">
          {claimLabel(claim)}: {wordsOf(here)}
        </span>
      )}
      <button type="button" className="bench-link" onClick={next}>
        {here.length === 0 ? "Go to the first" : "Next"}
      </button>
    </p>
  );
});

/** "words changed × 3, not found × 1" */
function wordsOf(waiting: readonly Waiting[]): string {
  const counts = countStates(waiting.map(({ passage }) => passage));
  return (["fuzzy", "ambiguous", "orphaned"] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${ANCHOR_WORDS[state]} × ${counts[state]}`)
    .join(", ");
}

function waitingIn({ tags, claims }: Pick<CaseView, "tags" | "claims">, sourceId: string): Waiting[] {
  const waiting: Waiting[] = [];
  for (const tag of tags) {
    if (tag.sourceId !== sourceId || tag.state === "withdrawn") continue;
    for (const passage of unsettledOf(tag)) waiting.push({ tag, passage });
  }
  // Mostly there are none.
  if (waiting.length === 0) return waiting;
  const number = new Map(claims.filter(({ withdrawn }) => !withdrawn).map((claim) => [claim.id, claim.number]));
  return waiting
    .filter(({ tag }) => number.has(tag.claimId))
    .toSorted((a, b) => (number.get(a.tag.claimId) ?? 0) - (number.get(b.tag.claimId) ?? 0));
}

const unsettled = new WeakMap<TagView, readonly Evidence[]>();

/** Looked for once in each tag: with every change of the case all tags of a source are asked. */
function unsettledOf(tag: TagView): readonly Evidence[] {
  const known = unsettled.get(tag);
  if (known !== undefined) return known;
  const found = tag.evidence.filter(({ state }) => isUnsettledState(state));
  unsettled.set(tag, found);
  return found;
}

import { blindWords, isBlindTo, sourceName } from "@assay/domain";
import { notify } from "../../components/toast.tsx";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCaseOf } from "../case/use-case.ts";
import type { Bench } from "../workbench/state/bench-context.tsx";
import type { CaseReading, ClaimAnswer, Difference, ReadCell } from "./assist-types.ts";
import type { AssistWrites } from "./assist-writes.ts";
import { ofNow } from "./model/of-now.ts";
import { hasGoneTo, hasLostItsPassage, isWalkedTo, passageAt, pointAtPassage, useSuggestionCursor } from "./suggestion-cursor.ts";
import { useAssistWrites } from "./use-assist-writes.ts";
import { useClaimSuggestions } from "./use-suggestions.ts";

export type Identity = CaseReading["identity"];

export interface CellActions {
  /**
   * The suggested passage as evidence of my draft; for a silent source the attestation, to be confirmed. True when a
   * draft is being made.
   */
  accept: (cell: ReadCell, index: number, identity: Identity) => boolean;
  dismiss: (cell: ReadCell) => void;
  restore: (cell: ReadCell) => void;
}

/** What a person can do with the suggestion for one cell, by key or by button. */
export function cellActions(bench: Bench, writes: AssistWrites): CellActions {
  const named = ({ key, claimId, source }: ReadCell) => ({ kind: "cell" as const, key, claimId, sourceId: source });
  const nameOf = ({ source }: ReadCell) => {
    const found = bench.latest().sources.find(({ id }) => id === source);
    return `the suggestion for ${found === undefined ? "a source" : sourceName(found)}`;
  };
  return {
    accept: (cell, index, identity) => {
      const passage = cell.passages[index];
      if (cell.suggestion === "missing" && index === 0) {
        bench.actions.attest(true);
        return false;
      }
      if (passage === undefined) {
        notify({ text: "No passage is suggested for this cell." });
        return false;
      }
      bench.nav.showPassage(cell.source, { start: passage.start, end: passage.end });
      void writes.acceptPassage(cell, passage, identity);
      return true;
    },
    dismiss: (cell) => {
      const view = bench.latest();
      if (isBlindTo(view, { claimId: cell.claimId, sourceId: cell.source })) {
        return notify({ text: `Not while it is blind. ${blindWords(view.policy.requiredTags)}`, tone: "refusal" });
      }
      void writes.dismiss([named(cell)], nameOf(cell));
    },
    restore: (cell) => void writes.restore([named(cell)], nameOf(cell)),
  };
}

/** Both places of a difference, each in its own pane. */
export function showDifference({ nav, latest }: Pick<Bench, "nav" | "latest">, { a, b }: Difference): void {
  const known = new Set(latest().sources.map(({ id }) => id));
  const places = [b, a].filter(({ source }) => known.has(source));
  // The first opens and moves its pane, the last has the focus.
  for (const { source, start, end } of places) nav.showPassage(source, { start, end });
}

/**
 * For the key A: pressed before the page has been told of the suggestion, it asks by itself. `goOn` is called where a draft
 * was made in a cell to which the walk through the open ones had led.
 */
export function useAcceptFocused(bench: Bench, dismissed: ReadonlySet<string>, goOn: () => void): () => void {
  const caseId = useCaseOf((one) => one.caseId);
  const mayTag = useCaseOf(({ can }) => can("tag"));
  const writes = useAssistWrites();
  const held = useClaimSuggestions(bench.store.getState().claimId).data;
  return () => {
    if (!mayTag) return notify({ text: "Your role does not tag.", tone: "refusal" });
    const { claimId, sourceId } = bench.store.getState();
    if (claimId === null || sourceId === null) return notify({ text: "Choose a claim and a source first." });
    const take = (answered: ClaimAnswer) => {
      const answer = ofNow(answered, bench.latest());
      const cell = answer.cells.find((one) => one.claimId === claimId && one.source === sourceId);
      if (cell === undefined) {
        return notify({ text: answer.state === "reading" ? "This cell is still being read. Try again in a moment." : "Nothing is suggested for this cell." });
      }
      if (dismissed.has(cell.key)) {
        return notify({ text: "The suggestion for this cell is dismissed. Bring it back in the inspector, then press A.", tone: "refusal" });
      }
      if (!bench.actions.isRead(claimId, "A")) return;
      const cursor = useSuggestionCursor.getState();
      if (hasLostItsPassage(cursor, cell)) {
        pointAtPassage(cell, 0);
        return notify({ text: "The passage you had gone to is not suggested any more. Look at the others, then press A.", tone: "refusal" });
      }
      const at = passageAt(cursor, cell);
      if (cellActions(bench, writes).accept(cell, at, cell.identity) && isWalkedTo(claimId, sourceId)) goOn();
    };
    if (held?.cells.some((one) => one.claimId === claimId) === true) return take(held);
    api.assist.claim.query({ caseId, claimId }).then(take, (problem: unknown) => notify({ text: refusalOf(problem).message, tone: "refusal" }));
  };
}

/** The next of the suggested passages, shown where it stands. */
export function lookAtNext(bench: Bench, answer: ClaimAnswer | undefined): void {
  const { claimId, sourceId } = bench.store.getState();
  const cell = answer?.cells.find((one) => one.claimId === claimId && one.source === sourceId);
  if (claimId === null || sourceId === null || cell === undefined || cell.passages.length === 0) {
    return notify({ text: "No passage is suggested for this cell." });
  }
  const cursor = useSuggestionCursor.getState();
  const seen = hasGoneTo(cursor, cell) && !hasLostItsPassage(cursor, cell);
  const next = seen ? (passageAt(cursor, cell) + 1) % cell.passages.length : 0;
  pointAtPassage(cell, next);
  const passage = cell.passages[next];
  if (passage !== undefined) bench.nav.showPassage(sourceId, { start: passage.start, end: passage.end });
}

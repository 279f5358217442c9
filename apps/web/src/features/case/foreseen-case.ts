import type { CaseView } from "@assay/domain";
import { applyChange, foreseeChange } from "@assay/domain";
import { layForeseen } from "./case-query.ts";
import type { KeptMutation } from "./kept-mutation.ts";
import { unsent } from "./kept-mutation.ts";

/** What lies over each case now. */
const laid = new Map<string, readonly KeptMutation[]>();

/**
 * Shows each case as it will be when every change on its way has arrived. What the desk said is held apart and this is
 * laid over it anew whenever either of them moves, so that neither an answer nor a refusal has anything to take back.
 */
export function showForeseen(kept: readonly KeptMutation[]): void {
  const going = unsent(kept);
  for (const caseId of new Set([...laid.keys(), ...going.map((one) => one.caseId)])) {
    const mine = going.filter((one) => one.caseId === caseId);
    const before = laid.get(caseId) ?? [];
    if (before.length === mine.length && before.every((one, index) => same(one, mine[index]))) continue;
    if (mine.length === 0) laid.delete(caseId);
    else laid.set(caseId, mine);
    layForeseen(caseId, mine.length === 0 ? null : foresightOf(mine));
  }
}

/** Remembers its last outcome: the case is asked for far more often than it moves. */
function foresightOf(mine: readonly KeptMutation[]): (base: CaseView) => CaseView {
  let last: { base: CaseView; view: CaseView } | null = null;
  return (base) => {
    if (last?.base !== base) last = { base, view: mine.reduce(lay, base) };
    return last.view;
  };
}

/** What cannot be foreseen, or is in the case already because its answer was lost on the way, changes nothing here. */
function lay(view: CaseView, { procedure, input, personId, madeAt }: KeptMutation): CaseView {
  const change = foreseeChange(procedure, input, { view, actorId: personId, at: madeAt });
  return change === null ? view : applyChange(view, change);
}

function same(one: KeptMutation, other: KeptMutation | undefined): boolean {
  return one.id === other?.id && one.input === other.input;
}

import type { CaseChange, CaseView, FollowedCase } from "@assay/domain";
import { followCase, hearAnswer, hearCase, hearChange } from "@assay/domain";

type Foresight = (view: CaseView) => CaseView;

/**
 * Each case as this page holds it: what the stream has told without a gap, answers from beyond it, and over both what
 * has been done here and not been answered yet. The query cache shows the outcome and is never the place to change it.
 */
const held = new Map<string, FollowedCase>();
const foresights = new Map<string, Foresight>();

export function takeIn(loaded: CaseView): CaseView {
  const before = held.get(loaded.id);
  held.set(loaded.id, before === undefined ? followCase(loaded) : hearCase(before, loaded));
  return shownCase(loaded.id) ?? loaded;
}

/** A change as the stream tells it, in order. */
export function takeFromStream(caseId: string, change: CaseChange): void {
  const before = held.get(caseId);
  if (before !== undefined) held.set(caseId, hearChange(before, change));
}

/** The answer to a change of this page. */
export function takeAnswer(caseId: string, change: CaseChange): void {
  const before = held.get(caseId);
  if (before !== undefined) held.set(caseId, hearAnswer(before, change));
}

/** The number up to which every change of the case is in it: where a stream resumes (E3). */
export function knownUpTo(caseId: string): number {
  return held.get(caseId)?.known.lastEvent ?? 0;
}

/** The case with everything laid over it. */
export function shownCase(caseId: string): CaseView | undefined {
  const view = held.get(caseId)?.view;
  return view === undefined ? undefined : (foresights.get(caseId)?.(view) ?? view);
}

/** What the server has said so far, without what is only foreseen. */
export function answeredCase(caseId: string): CaseView | undefined {
  return held.get(caseId)?.view;
}

export function setForesight(caseId: string, lay: Foresight | null): void {
  if (lay === null) foresights.delete(caseId);
  else foresights.set(caseId, lay);
}

export function forgetCase(caseId: string): void {
  held.delete(caseId);
}

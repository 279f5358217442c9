import { applyChange } from "./apply-change.ts";
import type { CaseChange, CaseView } from "./case-view.ts";

/**
 * A case as a live client holds it (E3). The stream brings every change in order, one's own too; answers to one's own
 * changes come when they come: before the stream has told what lies between, or long after it. So the part that is
 * known without a gap is kept apart, and answers from beyond its end are laid over it in the log's order. What comes
 * out of it is at every moment what the server held, but for the others' changes that the stream has not told yet.
 */
export interface FollowedCase {
  /** All changes up to and with `known.lastEvent`, none beyond. */
  known: CaseView;
  /** Answers from beyond, in the log's order. */
  ahead: readonly CaseChange[];
  /** What is shown: `known` with `ahead` laid over it. */
  view: CaseView;
}

export function followCase(view: CaseView): FollowedCase {
  return { known: view, ahead: [], view };
}

/** A change off the stream: the next one, or one that a resumed stream repeats. */
export function hearChange(held: FollowedCase, change: CaseChange): FollowedCase {
  if (change.lastEvent <= held.known.lastEvent) return held;
  return layAhead(held, applyChange(held.known, change), held.ahead);
}

/** The answer to one's own change. */
export function hearAnswer(held: FollowedCase, change: CaseChange): FollowedCase {
  if (change.lastEvent <= held.known.lastEvent) return held;
  const ahead = [...held.ahead, change].toSorted((a, b) => a.lastEvent - b.lastEvent);
  return layAhead(held, held.known, ahead);
}

/** The whole case, loaded anew; one that was loaded before something heard since changes nothing. */
export function hearCase(held: FollowedCase, loaded: CaseView): FollowedCase {
  return loaded.lastEvent < held.known.lastEvent ? held : layAhead(held, loaded, held.ahead);
}

function layAhead(held: FollowedCase, known: CaseView, ahead: readonly CaseChange[]): FollowedCase {
  const left = ahead.filter(({ lastEvent }) => lastEvent > known.lastEvent);
  if (known === held.known && left.length === held.ahead.length && left.every((one, at) => one === held.ahead[at])) {
    return held;
  }
  return { known, ahead: left, view: left.reduce(applyChange, known) };
}

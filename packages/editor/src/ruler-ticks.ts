import type { HighlightMark, MarkStance } from "./highlight-mark.ts";
import type { TextRange } from "./text-range.ts";

/** All ticks that look alike. */
export interface TickGroup {
  stance: MarkStance;
  chosen: boolean;
  /** How far down each is: of RULER_STEPS, as whole numbers. */
  steps: ReadonlySet<number>;
}

/** Ticks closer than this many to the whole height are drawn as one: more could not be told apart on a tall screen. */
export const RULER_STEPS = 400;

const STANCES: readonly MarkStance[] = ["verified", "disputed", "missing", "suggest", "search"];

/**
 * What the overview ruler shows. However many marks there are, it has at most RULER_STEPS ticks of a look, and one more
 * mark is one look-up.
 */
export class RulerTicks {
  readonly #groups = new Map<number, { stance: MarkStance; chosen: boolean; steps: Set<number> }>();

  /** Puts what lies at a share of the whole height, 0–1; the group that is other than before, if any is. */
  put(stance: MarkStance, position: number, chosen: boolean): TickGroup | null {
    const key = STANCES.indexOf(stance) * 2 + (chosen ? 1 : 0);
    const step = Math.round(position * RULER_STEPS);
    let group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, (group = { stance, chosen, steps: new Set() }));
    if (group.steps.has(step)) return null;
    group.steps.add(step);
    return group;
  }

  groups(): IterableIterator<TickGroup> {
    return this.#groups.values();
  }
}

/** A finding of absence has no place in the text. */
export function putMark(
  ticks: RulerTicks,
  { stance, start, claimId }: HighlightMark,
  chosenClaimId: string | null,
  positionOf: (offset: number) => number,
): TickGroup | null {
  if (stance === "missing") return null;
  return ticks.put(stance, positionOf(start), claimId !== "" && claimId === chosenClaimId);
}

export function rulerTicks(
  marks: Iterable<HighlightMark>,
  search: readonly TextRange[],
  chosenClaimId: string | null,
  positionOf: (offset: number) => number,
): RulerTicks {
  const ticks = new RulerTicks();
  for (const mark of marks) putMark(ticks, mark, chosenClaimId, positionOf);
  for (const { start } of search) ticks.put("search", positionOf(start), false);
  return ticks;
}

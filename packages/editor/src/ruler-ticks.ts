import type { HighlightMark, MarkStance } from "./highlight-mark.ts";
import type { TextRange } from "./text-range.ts";

export interface RulerTick {
  key: string;
  stance: MarkStance;
  /** Share of the source's height above the tick, 0–1. */
  position: number;
  chosen: boolean;
}

/** Ticks closer than this many to the whole height are drawn as one: more could not be told apart on a tall screen. */
export const RULER_STEPS = 400;

const STANCES: readonly MarkStance[] = ["verified", "disputed", "missing", "suggest", "search"];

/** What the overview ruler shows. However many marks there are, it has at most RULER_STEPS ticks of a stance. */
export function rulerTicks(
  marks: Iterable<HighlightMark>,
  search: readonly TextRange[],
  chosenClaimId: string | null,
  positionOf: (offset: number) => number,
): Map<string, RulerTick> {
  const ticks = new Map<string, RulerTick>();
  // Of thousands of marks most fall on a tick that is there: that is found out without making its name.
  const drawn = new Set<number>();
  const put = (stance: MarkStance, offset: number, chosen: boolean): void => {
    const step = Math.round(positionOf(offset) * RULER_STEPS);
    const place = (step * 2 + (chosen ? 1 : 0)) * STANCES.length + STANCES.indexOf(stance);
    if (drawn.has(place)) return;
    drawn.add(place);
    const key = `${stance}:${step}:${chosen ? "chosen" : "rest"}`;
    ticks.set(key, { key, stance, position: step / RULER_STEPS, chosen });
  };
  for (const { stance, start, claimId } of marks) {
    if (stance !== "missing") put(stance, start, claimId !== "" && claimId === chosenClaimId);
  }
  for (const { start } of search) put("search", start, false);
  return ticks;
}

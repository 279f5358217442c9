const SOON_MS = 600;
const LATE_MS = 5_000;
/** Of the time that a reading has taken so far. */
const SHARE = 1 / 8;

/**
 * How long to wait before the next look at how far a reading is: the longer it has taken, the longer it will take. One of
 * a few pages is shown as soon as it is there; one of days of hearings does not keep the page busy while somebody works.
 */
export function lookAgainMs(takenMs: number): number {
  return Math.min(LATE_MS, Math.max(SOON_MS, Math.round(takenMs * SHARE)));
}

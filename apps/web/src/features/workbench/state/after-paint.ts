export interface AfterPaint {
  /** Runs once the present change is on the screen. A newer call replaces one that has not run yet. */
  schedule: (work: () => void) => void;
  /** Runs what waits at once, since something is about to build on it. */
  flush: () => void;
}

/**
 * For work that follows a key but is not what the eye waits for: with a key held down only the last of it is done, so
 * that keys never pile up behind it.
 */
export function createAfterPaint(): AfterPaint {
  let waiting: (() => void) | null = null;
  let cancel = () => {};
  const flush = () => {
    cancel();
    const work = waiting;
    waiting = null;
    work?.();
  };
  return {
    flush,
    schedule: (work) => {
      cancel();
      waiting = work;
      let timer: ReturnType<typeof setTimeout> | undefined;
      // A page in the background draws no frames, and has to arrive all the same.
      const late = setTimeout(flush, 250);
      const frame = requestAnimationFrame(() => {
        timer = setTimeout(flush, 0);
      });
      cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
        clearTimeout(late);
      };
    },
  };
}

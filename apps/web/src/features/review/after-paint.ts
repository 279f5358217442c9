/** A page in the background paints nothing, and a slow one must not hold up what waits. */
const LONGEST_MS = 150;

/**
 * Resolves once what `shown` led to is painted. What somebody pressed for is to be seen before the work it makes; a
 * page that is about to go lets that work begin at once, so that nothing of it is lost.
 */
export function afterPaint(shown: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("beforeunload", done, true);
      window.removeEventListener("pagehide", done, true);
      resolve();
    };
    const timer = setTimeout(done, LONGEST_MS);
    window.addEventListener("beforeunload", done, true);
    window.addEventListener("pagehide", done, true);
    const painted = () => requestAnimationFrame(() => setTimeout(done));
    shown.then(painted, painted);
  });
}

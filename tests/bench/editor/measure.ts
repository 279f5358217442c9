import type { HighlightMark } from "@assay/editor";

export interface BenchPage {
  /** Adds a mark and returns once the page's own code has taken it in. */
  add(mark: HighlightMark): void;
}

/**
 * Main-thread milliseconds from a change to the end of the frame that shows it. The wait for the frame to begin is not
 * counted: it depends on the screen, not on the page.
 */
export async function measureAdd(change: () => void): Promise<number> {
  await nextFrame();
  const begun = performance.now();
  change();
  const changed = performance.now();
  const frame = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  await afterFrame();
  return changed - begun + (performance.now() - frame);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

import { benchSource, extraMark, type BenchSize, type BenchSource } from "../corpus.ts";
import type { HighlightMark } from "@assay/editor";

/** What each way of showing a marked text can be told to do. All of it is done when the call returns. */
export interface Shown {
  add(mark: HighlightMark): void;
  hide(): void;
  show(): void;
  unmount(): void;
}

export interface PeerPage {
  load(size: BenchSize): void;
  mount(): void;
  /** Milliseconds from the call until the next frame has been drawn: one with the mark, if it is drawn at once. */
  add(run: number): Promise<number>;
  hide(): void;
  show(): void;
  unmount(): void;
}

declare global {
  interface Window {
    peer: PeerPage;
  }
}

/** Settles right after the next frame's own work, with what has passed since. The same is asked of the product. */
function untilDrawn(begun: number): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begun);
      port2.postMessage(null);
    });
  });
}

/** Offers a way of showing to the bench; what is measured is what the page's thread does meanwhile. */
export function offerPeer(mount: (source: BenchSource, root: HTMLElement) => Shown): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root");
  let source: BenchSource | null = null;
  let shown: Shown | null = null;
  const now = (): Shown => {
    if (shown === null) throw new Error("Nothing is mounted");
    return shown;
  };
  window.peer = {
    load: (size) => {
      source = benchSource(size);
    },
    mount: () => {
      if (source === null) throw new Error("Nothing is loaded");
      shown = mount(source, root);
    },
    add: (run) => {
      const drawn = untilDrawn(performance.now());
      now().add(extraMark(source!, run));
      return drawn;
    },
    hide: () => now().hide(),
    show: () => now().show(),
    unmount: () => {
      now().unmount();
      shown = null;
      root.replaceChildren();
    },
  };
}

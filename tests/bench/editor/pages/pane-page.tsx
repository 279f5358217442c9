import type { HighlightMark } from "@assay/editor";
import { SourceText } from "@assay/editor/react";
import "@assay/editor/styles.css";
import { useSyncExternalStore, type JSX } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { BenchSource } from "../corpus.ts";
import { offerPeer } from "./peer.ts";

/** The pane alone, for how its cost grows: cases of 50,000 passages would measure the case more than the pane. */
offerPeer((source, target) => {
  let marks: readonly HighlightMark[] = source.marks;
  let tell = (): void => {};
  const subscribe = (listener: () => void): (() => void) => {
    tell = listener;
    return () => {};
  };
  const set = (next: readonly HighlightMark[]): void => {
    marks = next;
    flushSync(tell);
  };
  function Page({ revision }: { revision: BenchSource }): JSX.Element {
    const shown = useSyncExternalStore(subscribe, () => marks);
    return <SourceText revision={revision} marks={shown} chosenClaimId="c1" label="Bench" lang="en" />;
  }
  const root = createRoot(target);
  flushSync(() => root.render(<Page revision={source} />));
  let all = marks;
  return {
    add: (mark) => set((all = [...all, mark])),
    hide: () => set([]),
    show: () => set(all),
    unmount: () => root.unmount(),
  };
});

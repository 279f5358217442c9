import type { HighlightMark } from "@assay/editor";
import { SourceText } from "@assay/editor/react";
import "@assay/editor/styles.css";
import { useSyncExternalStore, type JSX } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { BenchSource } from "./corpus.ts";
import { runHarness } from "./harness.ts";

let marks: readonly HighlightMark[] = [];
let rerender = (): void => {};

function subscribe(listener: () => void): () => void {
  rerender = listener;
  return () => {};
}

function Page({ source }: { source: BenchSource }): JSX.Element {
  const shown = useSyncExternalStore(subscribe, () => marks);
  return <SourceText revision={source} marks={shown} chosenClaimId="c1" label="Bench" lang="en" />;
}

runHarness((source, target) => {
  marks = source.marks;
  const root = createRoot(target);
  flushSync(() => root.render(<Page source={source} />));
  const add = (mark: HighlightMark): void => {
    marks = [...marks, mark];
    flushSync(rerender);
  };
  return { add };
});

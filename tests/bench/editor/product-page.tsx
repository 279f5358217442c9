import type { HighlightMark } from "@assay/editor";
import { SourceText } from "@assay/editor/react";
import "@assay/editor/styles.css";
import { useState, type JSX } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { BenchSource } from "./corpus.ts";
import { runHarness } from "./harness.ts";

let addMark: ((mark: HighlightMark) => void) | null = null;

function Page({ source }: { source: BenchSource }): JSX.Element {
  const [marks, setMarks] = useState<readonly HighlightMark[]>(source.marks);
  addMark = (mark) => setMarks((before) => [...before, mark]);
  return <SourceText revision={source} marks={marks} chosenClaimId="c1" label="Bench" lang="en" />;
}

runHarness((source, target) => {
  const root = createRoot(target);
  flushSync(() => root.render(<Page source={source} />));
  return { add: (mark) => flushSync(() => addMark?.(mark)) };
});

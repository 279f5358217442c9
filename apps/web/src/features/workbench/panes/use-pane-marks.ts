import type { HighlightMark } from "@assay/editor";
import { useMemo, useState } from "react";
import { useCase } from "../../case/use-case.ts";
import { createMarkBuilder } from "../model/marks.ts";

/** The same array until a tag of this very source, or a claim's being there, changes. */
export function usePaneMarks(sourceId: string): readonly HighlightMark[] {
  const { view } = useCase();
  const [build] = useState(createMarkBuilder);
  return useMemo(() => build(view.tags, view.claims, sourceId), [build, view.tags, view.claims, sourceId]);
}

import type { HighlightMark } from "@assay/editor";
import { useMemo, useState } from "react";
import { useSuggestedMarks } from "../../assist/use-suggested-marks.ts";
import { useCaseOf, type CaseContext } from "../../case/use-case.ts";
import { useMarkedTags } from "../filter/use-shown-tags.ts";
import { createMarkBuilder } from "../model/marks.ts";

export interface PaneMarks {
  /** All that the filter leaves, whether or not they are hidden. */
  marks: readonly HighlightMark[];
  hidden: boolean;
}

/** The same array until a tag of this very source, a claim's being there, or the filter changes. */
export function usePaneMarks(sourceId: string): PaneMarks {
  const { shows, hidden } = useMarkedTags();
  const [build] = useState(createMarkBuilder);
  const suggested = useSuggestedMarks(sourceId);
  const select = useMemo(
    () =>
      ({ view }: CaseContext) =>
        build(shows === null ? view.tags : view.tags.filter(shows), view.claims, sourceId),
    [build, shows, sourceId],
  );
  const marks = useCaseOf(select);
  const all = useMemo(() => (suggested.length === 0 ? marks : [...marks, ...suggested]), [marks, suggested]);
  return { marks: all, hidden };
}

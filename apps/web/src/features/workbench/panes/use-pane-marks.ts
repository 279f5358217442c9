import type { HighlightMark } from "@assay/editor";
import { useMemo, useState } from "react";
import { useSuggestedMarks } from "../../assist/use-suggested-marks.ts";
import { useCase } from "../../case/use-case.ts";
import { useShowsTag } from "../filter/use-shown-tags.ts";
import { createMarkBuilder } from "../model/marks.ts";

/** The same array until a tag of this very source, a claim's being there, or the filter changes. */
export function usePaneMarks(sourceId: string): readonly HighlightMark[] {
  const { view } = useCase();
  const shows = useShowsTag();
  const [build] = useState(createMarkBuilder);
  const suggested = useSuggestedMarks(sourceId);
  const marks = useMemo(
    () => build(shows === null ? view.tags : view.tags.filter(shows), view.claims, sourceId),
    [build, shows, view.tags, view.claims, sourceId],
  );
  return useMemo(() => (suggested.length === 0 ? marks : [...marks, ...suggested]), [marks, suggested]);
}

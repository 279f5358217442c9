import { useMemo } from "react";
import { useCaseOf } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "./bench-context.tsx";
import { PHONE, TABLET, useMedia } from "./use-media.ts";

/** The sources that have a pane now; the same array until that changes. */
export function useOpenIds(): readonly string[] {
  const { nav } = useBenchParts();
  // The answer depends on the sources and on the window's width too, so both have to draw anew.
  const sources = useCaseOf(({ view }) => view.sources);
  useMedia(PHONE);
  useMedia(TABLET);
  const key = useBench(() => nav.openIds().join(" "));
  // The navigation knows a source as soon as the answer is there, the page only once it was drawn with it.
  const known = key
    .split(" ")
    .filter((id) => sources.some((source) => source.id === id))
    .join(" ");
  return useMemo(() => known.split(" ").filter((id) => id !== ""), [known]);
}

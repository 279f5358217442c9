import { useMemo } from "react";
import { useCase } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "./bench-context.tsx";
import { PHONE, TABLET, useMedia } from "./use-media.ts";

/** The sources that have a pane now; the same array until that changes. */
export function useOpenIds(): readonly string[] {
  const { nav } = useBenchParts();
  const { view } = useCase();
  const open = useBench((state) => state.open);
  const sourceId = useBench((state) => state.sourceId);
  const phone = useMedia(PHONE);
  const tablet = useMedia(TABLET);
  const key = useMemo(() => nav.openIds().join(" "), [nav, view.sources, open, sourceId, phone, tablet]);
  return useMemo(() => key.split(" ").filter((id) => id !== ""), [key]);
}

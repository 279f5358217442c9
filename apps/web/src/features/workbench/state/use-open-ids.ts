import { useMemo } from "react";
import { useCase } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "./bench-context.tsx";
import { PHONE, TABLET, useMedia } from "./use-media.ts";

/** The sources that have a pane now; the same array until that changes. */
export function useOpenIds(): readonly string[] {
  const { nav } = useBenchParts();
  // The answer depends on the sources and on the window's width too, so both have to draw anew.
  useCase();
  useMedia(PHONE);
  useMedia(TABLET);
  const key = useBench(() => nav.openIds().join(" "));
  return useMemo(() => key.split(" ").filter((id) => id !== ""), [key]);
}

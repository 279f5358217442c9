import { useMemo } from "react";
import { useMedia } from "../workbench/state/use-media.ts";

/** Rows have one height, known before they are drawn: that is what lets the matrix draw only those in view. */
export function useMatrixMeasures() {
  const phone = useMedia("(max-width: 760px)");
  const coarse = useMedia("(pointer: coarse)");
  return useMemo(() => {
    const rowHeight = phone ? 48 : coarse ? 40 : 27;
    const headHeight = phone ? 128 : 50;
    return {
      coarse: coarse || phone,
      rowHeight,
      headHeight,
      pageOf: (element: HTMLElement | null) =>
        Math.max(1, Math.floor(((element?.clientHeight ?? 600) - headHeight) / rowHeight) - 1),
    };
  }, [phone, coarse]);
}

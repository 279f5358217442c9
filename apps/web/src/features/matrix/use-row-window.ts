import type { RefObject } from "react";
import { useCallback, useLayoutEffect, useState } from "react";

interface Visible {
  top: number;
  height: number;
}

/** Beside the rows in view; half a screenful, so that a fast wheel shows rows and not ground. */
export const OVERSCAN = 15;

/** What part of the rows is in view, in pixels from the first row. Steps by rows, so that scrolling rarely renders. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number, headHeight: number) {
  const [visible, setVisible] = useState<Visible>({ top: 0, height: 1200 });

  const measure = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const step = rowHeight * Math.floor(OVERSCAN / 3);
    const top = Math.floor(element.scrollTop / step) * step;
    const height = Math.max(rowHeight, element.clientHeight - headHeight) + step;
    setVisible((held) => (held.top === top && held.height === height ? held : { top, height }));
  }, [scroller, rowHeight, headHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [scroller, measure]);

  return visible;
}

/** Scrolls a row just into view below the sticky head; where it is in view already, nothing moves. */
export function revealRow(element: HTMLElement, row: number, rowHeight: number, headHeight: number): void {
  const top = row * rowHeight;
  const room = element.clientHeight - headHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
}

import { useEffect, useMemo, useRef, type MouseEvent, type PointerEvent } from "react";
import type { HighlightMark } from "../highlight-mark.ts";
import type { SourcePane } from "./source-pane.ts";

type OnClick = ((marks: HighlightMark[]) => void) | undefined;
type OnHover = ((marks: HighlightMark[], rect: DOMRect | null) => void) | undefined;

interface MarkPointer {
  onClick(event: MouseEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerLeave(): void;
  onScroll(): void;
}

/** Clicks on and hovering over marks. A pointer is looked up once a frame, and heard of only when its marks change. */
export function useMarkPointer(pane: SourcePane, onClick: OnClick, onHover: OnHover): MarkPointer {
  const latest = useRef({ onClick, onHover });
  latest.current = { onClick, onHover };
  const frame = useRef<number | null>(null);
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    },
    [],
  );
  return useMemo(() => {
    let hovered = "";
    const tell = (marks: HighlightMark[], rect: DOMRect | null): void => {
      const ids = marks.map(({ id }) => id).join("\n");
      if (ids === hovered) return;
      hovered = ids;
      if (pane.scroller !== null) pane.scroller.dataset["overMark"] = String(marks.length > 0);
      latest.current.onHover?.(marks, rect);
    };
    return {
      onClick: ({ clientX, clientY, button }) => {
        if (button !== 0 || !pane.isClick()) return;
        const { marks } = pane.marksAt(clientX, clientY);
        if (marks.length > 0) latest.current.onClick?.(marks);
      },
      onPointerMove: ({ clientX, clientY, buttons, pointerType }) => {
        if (buttons !== 0 || pointerType === "touch" || frame.current !== null) return;
        frame.current = requestAnimationFrame(() => {
          frame.current = null;
          const { marks, rect } = pane.marksAt(clientX, clientY);
          tell(marks, rect);
        });
      },
      onPointerLeave: () => tell([], null),
      onScroll: () => tell([], null),
    };
  }, [pane]);
}

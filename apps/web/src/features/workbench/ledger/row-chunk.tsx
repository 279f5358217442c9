import type { ReactNode, RefObject } from "react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** Rows come and go by so many; a ledger of up to two such lots is drawn as a whole. */
export const CHUNK = 24;

/** A row of two lines, until the rows have been measured. */
const ROW_HEIGHT = 72;

interface RowChunkProps {
  list: RefObject<HTMLElement | null>;
  rows: number;
  /** Drawn wherever the list stands: it holds the chosen row, or the list is short. */
  kept: boolean;
  children: () => ReactNode;
}

/** Rows far from what is in view are an empty space of their height, so that hundreds of claims cost what a few do. */
export function RowChunk({ list, rows, kept, children }: RowChunkProps) {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(rows * ROW_HEIGHT);
  const [near, setNear] = useState(false);
  const drawn = kept || near;

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: list.current, rootMargin: "900px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);

  useLayoutEffect(() => {
    if (!drawn) return undefined;
    const element = box.current;
    return () => {
      if (element !== null && element.offsetHeight > 0) height.current = element.offsetHeight;
    };
  }, [drawn]);

  return (
    <div ref={box} role="presentation" {...(drawn ? {} : { style: { height: height.current } })}>
      {drawn ? children() : null}
    </div>
  );
}

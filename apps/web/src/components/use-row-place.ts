import { useEffect, useRef } from "react";
import type { FocusEvent, RefObject } from "react";

/** After that, whatever took a row away is not what was done here. */
const ANSWER_MS = 5_000;

export interface RowPlace {
  /** For the list itself. */
  onFocus: (event: FocusEvent) => void;
  /** Of the row that has the focus; -1 for none. */
  here: () => number;
  /** The row a step leads to. From a row that has left the list, the one that is in its place now. */
  stepTo: (by: 1 | -1) => number;
  goTo: (at: number) => void;
  /** The row that has the focus may leave by this person's own hand: the one that comes up in its place gets it. */
  leaving: () => void;
}

/** Where somebody is in a list that is walked by keys while rows come and go. `target` is what in a row takes the focus. */
export function useRowPlace(list: RefObject<HTMLElement | null>, target?: string): RowPlace {
  const last = useRef<{ row: Element; at: number; leaving: number } | null>(null);
  const rows = () => Array.from(list.current?.children ?? []);
  const here = () => rows().findIndex((row) => row.contains(document.activeElement));
  const goTo = (at: number) => {
    const row = rows()[Math.max(0, at)];
    const found = target === undefined ? row : row?.querySelector(target);
    if (found instanceof HTMLElement) found.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  useEffect(() => {
    const held = last.current;
    if (held === null) return;
    if (held.row.isConnected) held.at = rows().indexOf(held.row);
    else if (document.activeElement === document.body && performance.now() - held.leaving < ANSWER_MS) {
      goTo(Math.min(held.at, rows().length - 1));
    }
  });
  return {
    onFocus: ({ target: focused }) => {
      const all = rows();
      const at = all.findIndex((row) => row.contains(focused));
      const row = all[at];
      if (row !== undefined && row !== last.current?.row) last.current = { row, at, leaving: -Infinity };
    },
    here,
    stepTo: (by) => {
      const at = here();
      if (at !== -1) return at + by;
      if (last.current === null || last.current.row.isConnected) return 0;
      return Math.min(last.current.at + (by === 1 ? 0 : -1), rows().length - 1);
    },
    goTo,
    leaving: () => {
      if (last.current !== null) last.current.leaving = performance.now();
    },
  };
}

import { useEffect, useRef, useState } from "react";

export interface ListCursor<Item> {
  at: number;
  item: Item | null;
  step: (by: 1 | -1) => boolean;
  goTo: (index: number) => void;
  /** For the element of the item that has the cursor: it is brought into view when a key moved there. */
  current: (element: HTMLElement | null) => void;
}

/**
 * One place in a list that items leave: it stays where it is and the next item comes up, as under a pen. `first` is where
 * it begins.
 */
export function useListCursor<Item>(items: readonly Item[], first = 0): ListCursor<Item> {
  const [wanted, setWanted] = useState(first);
  const at = Math.min(Math.max(0, wanted), Math.max(0, items.length - 1));
  const element = useRef<HTMLElement | null>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: "nearest" });
  }, [at, items.length]);
  return {
    at,
    item: items[at] ?? null,
    step: (by) => {
      const next = at + by;
      if (next < 0 || next >= items.length) return false;
      setWanted(next);
      return true;
    },
    goTo: setWanted,
    current: (found) => {
      element.current = found;
    },
  };
}

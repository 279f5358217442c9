import { useEffect, useRef, useState } from "react";
import { notify } from "../../components/toast.tsx";
import { UNREAD_MS } from "../../components/use-read.ts";

export interface ListCursor<Item> {
  at: number;
  item: Item | null;
  step: (by: 1 | -1) => boolean;
  goTo: (index: number) => void;
  /** Does something with the item that has the cursor, unless it came up a moment ago and not by this person's hand: says so. */
  act: (work: (item: Item) => void) => void;
  /**
   * These leave the list by this person's own hand: the next one coming up is no surprise. A button or a field that goes
   * with them leaves its focus to the item that has the cursor then.
   */
  leaving: (items: readonly Item[]) => void;
  /** For the element of the item that has the cursor: it is brought into view when a key moved there. */
  current: (element: HTMLElement | null) => void;
}

/** After that, whatever takes the focus away is not what was done here. */
const ANSWER_MS = 3_000;
/** For so long, what left by this person's hand and is there again has been undone by them. */
const UNDO_MS = 30_000;

/**
 * One place in a list that items leave: it stays with its item as others come and go above it, and when that leaves, the
 * next one comes up, as under a pen. `first` is where it begins.
 */
export function useListCursor<Item extends { key: string }>(items: readonly Item[], first = 0): ListCursor<Item> {
  const [place, setPlace] = useState({ at: first, key: items[first]?.key });
  const still = items.findIndex(({ key }) => key === place.key);
  const at = still >= 0 ? still : Math.min(Math.max(0, place.at), Math.max(0, items.length - 1));
  const item = items[at] ?? null;
  const key = item?.key;
  if (key !== undefined && (key !== place.key || at !== place.at)) setPlace({ at, key });

  const own = useRef({ before: key, left: new Map<string, number>(), away: new Set<string>(), surprised: -Infinity });
  const goTo = (index: number) => {
    // A step away is this person's own doing.
    own.current.before = items[index]?.key;
    setPlace({ at: index, key: items[index]?.key });
  };
  useEffect(() => {
    const { before, left } = own.current;
    if (before !== undefined && before !== key && !left.has(before)) own.current.surprised = performance.now();
    own.current.before = key;
  }, [key]);
  useEffect(() => {
    const { left, away } = own.current;
    const here = new Map(items.map((one, index) => [one.key, index]));
    for (const one of left.keys()) if (!here.has(one)) away.add(one);
    // Undone, or refused: back to what it was about. What comes back much later does so by somebody else's hand.
    const back = [...away].flatMap((one) => (performance.now() - (left.get(one) ?? 0) < UNDO_MS ? (here.get(one) ?? []) : []));
    for (const one of away) if (here.has(one) && away.delete(one)) left.delete(one);
    if (back.length > 0) goTo(Math.min(...back));
  });

  const element = useRef<HTMLElement | null>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: "nearest" });
  }, [at, items.length]);
  const hadFocus = useRef(-Infinity);
  useEffect(() => {
    if (document.activeElement !== document.body || performance.now() - hadFocus.current > ANSWER_MS) return;
    hadFocus.current = -Infinity;
    element.current?.focus();
  });
  return {
    at,
    item,
    step: (by) => {
      const next = at + by;
      if (next < 0 || next >= items.length) return false;
      goTo(next);
      return true;
    },
    goTo,
    act: (work) => {
      if (item === null) return;
      if (performance.now() - own.current.surprised < UNREAD_MS) {
        notify({ text: "The one you were reading has left the list. This is the next one." });
      } else work(item);
    },
    leaving: (list) => {
      if (element.current?.contains(document.activeElement) === true) hadFocus.current = performance.now();
      for (const one of list) own.current.left.set(one.key, performance.now());
    },
    current: (found) => {
      element.current = found;
    },
  };
}

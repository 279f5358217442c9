import { useCallback, useSyncExternalStore } from "react";

export const PHONE = "(max-width: 760px)";
export const TABLET = "(max-width: 1180px)";

const lists = new Map<string, MediaQueryList>();

/** One list a query: making one has the browser read the query and bring its styles up to date, at every asking. */
function listOf(query: string): MediaQueryList {
  let list = lists.get(query);
  if (list === undefined) lists.set(query, (list = window.matchMedia(query)));
  return list;
}

export function mediaMatches(query: string): boolean {
  return listOf(query).matches;
}

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = listOf(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => mediaMatches(query));
}

import { useMemo, useState } from "react";

/**
 * The items in the order in which they were first shown for good, so that a list that is ranked anew does not move under
 * the hand; what is new comes last. While `isSettled` is false they come as they are ranked.
 */
export function useSteadyOrder<Item extends { key: string }>(ranked: readonly Item[], isSettled: boolean): readonly Item[] {
  const [places] = useState(() => new Map<string, number>());
  return useMemo(() => {
    if (isSettled) for (const { key } of ranked) if (!places.has(key)) places.set(key, places.size);
    const placeOf = ({ key }: Item) => places.get(key) ?? places.size;
    return ranked.toSorted((a, b) => placeOf(a) - placeOf(b));
  }, [ranked, isSettled, places]);
}

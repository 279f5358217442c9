import { useMemo, useState } from "react";
import { useCaseOf } from "../case/use-case.ts";
import type { CaseReading, SourceSuggestions } from "./assist-types.ts";

/**
 * The reading to be shown: what is being read anew, after a revision say, stands as it was read before until it has been,
 * so that nothing goes from under whoever works on it. What is taken of it meanwhile is refused where its words are gone.
 */
export function useHeldReading(now: CaseReading | null): CaseReading | null {
  const sources = useCaseOf(({ view }) => view.sources);
  const [held] = useState(() => ({ reading: now, sources: new Map<string, SourceSuggestions>() }));
  return useMemo(() => {
    held.reading = now ?? held.reading;
    if (held.reading === null) return null;
    const { reading } = held;
    for (const one of reading.sources) held.sources.set(one.sourceId, one);
    const read = new Set(reading.sources.map(({ sourceId }) => sourceId));
    const before = sources.flatMap(({ id }) => (read.has(id) ? [] : (held.sources.get(id) ?? [])));
    return before.length === 0 ? reading : { ...reading, sources: [...reading.sources, ...before] };
  }, [now, held, sources]);
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { workGlance } from "./work-query.ts";

/** The page itself goes first; most pages of a desk bring the count along anyway. */
const LATER_MS = 1500;

/** How much waits for this person, for the bar; undefined until it is known. */
export function useWorkCount(workspaceId: string): number | undefined {
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsks(true), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({ ...workGlance(workspaceId), enabled: asks });
  return data === undefined ? undefined : Object.values(data.counts).reduce((sum, count) => sum + count, 0);
}

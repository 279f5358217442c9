import { useEffect } from "react";
import type { Target } from "./event-target.ts";
import { useLive } from "./live-store.ts";
import type { Place } from "./presence.ts";
import { leavePlace, setPlace } from "./presence.ts";
import { lookAt } from "./start-unseen.ts";

/** So long somebody looks at a thing before it counts as seen. */
const SEEN_AFTER_MS = 1_200;

interface Looking extends Place {
  /** What is on the screen of it: the claim with all its cells, or one cell. */
  shows: "claim" | "cell";
}

/** Says where this page is: to the others, and to what keeps the marks of what has changed. */
export function useLookingAt({ claimId, sourceId, selection, shows }: Looking): void {
  useEffect(() => {
    setPlace({ claimId, sourceId, selection });
  }, [claimId, sourceId, selection]);
  useEffect(() => leavePlace, []);

  const news = useLive(({ unseen }) => unseen.some((one) => isShown(one, { claimId, sourceId, shows })));
  useEffect(() => {
    if (!news) return undefined;
    const look = () => {
      if (document.visibilityState === "visible") lookAt((target) => isShown(target, { claimId, sourceId, shows }));
    };
    const timer = setInterval(look, SEEN_AFTER_MS);
    return () => clearInterval(timer);
  }, [claimId, sourceId, shows, news]);
}

function isShown(target: Target, { claimId, sourceId, shows }: Omit<Looking, "selection">): boolean {
  if (target.claimId === null) return target.sourceId !== null && target.sourceId === sourceId;
  if (target.claimId !== claimId) return false;
  return shows === "claim" || target.sourceId === null || target.sourceId === sourceId;
}

import { useEffect } from "react";
import { useMe } from "../account/me.ts";
import { mutationQueue } from "./case-sync.ts";

/** Whoever is signed in: their own changes of an earlier visit are sent, and nobody else's are seen. */
export function useOpenQueue(): void {
  const userId = useMe().user?.id ?? null;
  useEffect(() => {
    if (userId === null) mutationQueue.close();
    else void mutationQueue.open(userId);
  }, [userId]);
}

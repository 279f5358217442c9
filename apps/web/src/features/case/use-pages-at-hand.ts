import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

const SOON_MS = 3_000;

/** The case's other pages are fetched once this one stands, so that they open when the network is gone. */
export function usePagesAtHand(caseId: string): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      const params = { caseId };
      void router.preloadRoute({ to: "/c/$caseId", params });
      void router.preloadRoute({ to: "/c/$caseId/matrix", params });
      void router.preloadRoute({ to: "/c/$caseId/review", params });
      void router.preloadRoute({ to: "/c/$caseId/sources", params });
    }, SOON_MS);
    return () => clearTimeout(timer);
  }, [router, caseId]);
}

import type { AppRouter } from "@assay/server";
import type { inferRouterOutputs } from "@trpc/server";
import { useSuspenseQuery } from "@tanstack/react-query";
import { queryClient, trpc } from "../../trpc.ts";

export type Me = inferRouterOutputs<AppRouter>["me"]["get"];
export type SignedIn = NonNullable<Me["user"]>;

const meQuery = () => trpc.me.get.queryOptions(undefined, { staleTime: 60_000 });

/** Who is signed in, where, and whether this is a demo. Asked once; `forgetMe` after signing in or out. */
export function fetchMe(): Promise<Me> {
  return queryClient.ensureQueryData(meQuery());
}

export function useMe(): Me {
  return useSuspenseQuery(meQuery()).data;
}

/** Another person may look from now on: nothing of the last one's may stay. */
export function forgetMe(): void {
  queryClient.clear();
}

/** Some of them were ended. */
export function refreshSessions(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: trpc.me.sessions.queryKey() });
}

/** Workspaces or roles changed. */
export function refreshMe(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: trpc.me.get.queryKey() });
}

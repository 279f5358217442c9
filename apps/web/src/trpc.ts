import type { AppRouter } from "@assay/server";
import { MutationCache, notifyManager, QueryCache, QueryClient } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
} from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { refusalOf } from "./refusal.ts";
import { capturedMutations } from "./features/case/captured-mutations.ts";

/** The session ended while a page was open: the pages below the guard ask again, and lead to the sign-in. */
function onAnyError(error: unknown): void {
  if (refusalOf(error).code === "UNAUTHENTICATED") window.dispatchEvent(new Event("assay:signed-out"));
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onAnyError }),
  mutationCache: new MutationCache({ onError: onAnyError }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => refusalOf(error).code === "NETWORK" && failures < 3,
    },
  },
});

// In the same turn as what they tell of, so that a key and all that follows from it are one drawing of the page.
notifyManager.setScheduler(queueMicrotask);

const url = "/api/trpc";

/** A change kept on this device says whose it is: with another person's session the desk does not take it. */
function personHeader([first]: readonly { context: Record<string, unknown> }[]): Record<string, string> {
  const personId = first?.context.personId;
  return typeof personId === "string" ? { "x-assay-person": personId } : {};
}

/**
 * The typed client: `api.claim.create.mutate(…)`, `api.tag.history.query(…)`. Where somebody is goes by itself: work
 * must not wait for it, nor be lost with it; and it can still be sent while the page goes away.
 */
export const api = createTRPCClient<AppRouter>({
  links: [
    capturedMutations(),
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: (op) => op.path.startsWith("live."),
        true: httpLink({ url, fetch: (input, init) => fetch(input, { ...init, keepalive: true } as RequestInit) }),
        false: splitLink({
          // No text waits for what a machine has to say about it.
          condition: (op) => op.type === "query" && op.path.startsWith("assist."),
          true: httpLink({ url }),
          false: httpBatchLink({ url, maxItems: 8, maxURLLength: 2000, headers: ({ opList }) => personHeader(opList) }),
        }),
      }),
    }),
  ],
});

/** Query and mutation options for TanStack Query: `useQuery(trpc.case.list.queryOptions({ workspaceId }))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });

/** A fresh id for an entity or a mutation (E4). */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  // randomUUID exists in secure contexts only; a desk may serve plain http on its own network.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

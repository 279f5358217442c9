import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "@assay/server";
import type { Settings } from "./env.ts";
import { refusalOf } from "./failure.ts";

export type Api = TRPCClient<AppRouter>;

export function connect(settings: Settings): Api {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${settings.url}/api/trpc`,
        headers: () => (settings.token ? { authorization: `Bearer ${settings.token}` } : {}),
      }),
    ],
  });
}

const ATTEMPTS = 4;

/** Sends a mutation again when no answer came, under the same id, so that it happens once (E4). */
export async function sendOnce<T>(send: (mutationId: string) => Promise<T>): Promise<T> {
  const mutationId = crypto.randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(mutationId);
    } catch (error) {
      const unanswered = error instanceof TRPCClientError && refusalOf(error) === null && error.data == null;
      if (!unanswered || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
    }
  }
}

import { createTRPCClient, httpLink } from "@trpc/client";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "@assay/server";

export type Api = TRPCClient<AppRouter>;

export const newId = () => crypto.randomUUID();

export function apiAs(url: string, token: string | null): Api {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/api/trpc`, headers: () => (token ? { authorization: `Bearer ${token}` } : {}) })],
  });
}

/** Signs a new person up over HTTP and returns a client that acts as them. */
export async function signUp(url: string, person: { name: string; email: string; password: string }): Promise<Api> {
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(person),
  });
  if (!response.ok) throw new Error(`sign-up of ${person.email}: ${response.status} ${await response.text()}`);
  const token = response.headers.get("set-auth-token");
  if (!token) throw new Error(`sign-up of ${person.email} gave no token`);
  return apiAs(url, token);
}

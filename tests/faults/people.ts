import { setTimeout as sleep } from "node:timers/promises";
import type { ErrorAnswer } from "../../apps/server/src/error-answer.ts";
import { apiAs, newId } from "../support/api.ts";
import type { Api } from "../support/api.ts";

export interface Account {
  email: string;
  password: string;
  token: string;
}

let made = 0;

/** Somebody new, with an account. */
export async function makeAccount(url: string, name: string): Promise<Account> {
  const email = `${name.toLowerCase()}-${process.pid}-${++made}@assay.example`;
  const password = `estuary-${newId()}`;
  return { email, password, token: await askAuth(url, "sign-up/email", { name, email, password }) };
}

/** One more session of the same person. */
export async function signIn(url: string, { email, password }: Account): Promise<string> {
  return askAuth(url, "sign-in/email", { email, password });
}

async function askAuth(url: string, path: string, body: object): Promise<string> {
  const response = await fetch(`${url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(body),
  });
  const token = response.headers.get("set-auth-token");
  if (!response.ok || token === null) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return token;
}

/** A desk of one's own with an empty case. */
export async function makeCase(api: Api, title = "Aurora"): Promise<{ workspaceId: string; caseId: string }> {
  const [workspaceId, caseId] = [newId(), newId()];
  await api.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "Harbour desk" });
  await api.case.create.mutate({ mutationId: newId(), workspaceId, id: caseId, title, summary: "" });
  return { workspaceId, caseId };
}

/** What the server answered instead of a result; null when no answer came at all. */
export function refusalOf(error: unknown): ErrorAnswer | null {
  const data = error instanceof Error && "data" in error ? (error.data as { assay?: ErrorAnswer } | null) : null;
  return data?.assay ?? null;
}

/**
 * Sends until there is an answer, as the web client does: the same mutation id again and again (E4). A refusal is an
 * answer; a lost connection, or a server that is in trouble, is none. Counts the attempts.
 */
export async function untilAnswered<T>(send: () => Promise<T>, patienceMs = 60_000): Promise<{ value: T; attempts: number }> {
  const giveUpAt = Date.now() + patienceMs;
  for (let attempts = 1; ; attempts++) {
    try {
      return { value: await send(), attempts };
    } catch (error) {
      const refusal = refusalOf(error);
      if ((refusal !== null && refusal.code !== "INTERNAL") || Date.now() > giveUpAt) throw error;
      await sleep(Math.min(20 * attempts, 200));
    }
  }
}

export { apiAs, newId };
export type { Api };

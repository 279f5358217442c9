import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createApp } from "../create-app.ts";
import { createHttp } from "../http/create-http.ts";
import type { HttpOptions } from "../http/create-http.ts";
import type { AppRouter } from "../routers/app-router.ts";
import type { TestServerApp } from "./desk.ts";

export interface Listening {
  url: string;
  close(): Promise<void>;
}

interface ServeOptions extends Pick<HttpOptions, "trustProxy" | "liveStallMs"> {
  registration?: "open" | "closed";
  /** Folder of built pages. */
  web?: string;
}

/** The real HTTP side on a real port, over a test's database. */
export async function serve({ db }: Pick<TestServerApp, "db">, options: ServeOptions = {}): Promise<Listening> {
  const { registration = "open", web = "/nowhere", trustProxy = false, liveStallMs } = options;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp({ db, secret: "a secret of tests, 32 characters", origins: [url], registration });
  server.on("request", getRequestListener(createHttp({ app, origins: [url], web, trustProxy, liveStallMs }).fetch));
  const close = () => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()));
  return { url, close };
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const json = { "content-type": "application/json", ...headers };
  return fetch(url, { method: "POST", headers: json, body: typeof body === "string" ? body : JSON.stringify(body) });
}

export const signUp = ({ url }: Listening, who: object, headers: Record<string, string> = {}) =>
  post(`${url}/api/auth/sign-up/email`, { name: "Ida", password: "ten letters", ...who }, { origin: url, ...headers });

export const signIn = ({ url }: Listening, email: string, password: string, headers: Record<string, string> = {}) =>
  post(`${url}/api/auth/sign-in/email`, { email, password }, { origin: url, ...headers });

export function client(at: Listening, headers: Record<string, string>) {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${at.url}/api/trpc`, headers })] });
}

/** A client of somebody new. */
export async function enter(at: Listening, email: string) {
  const authorization = `Bearer ${(await signUp(at, { email })).headers.get("set-auth-token")}`;
  return { api: client(at, { authorization }), authorization };
}

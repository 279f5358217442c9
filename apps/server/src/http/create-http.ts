import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { isDomainError } from "@assay/domain";
import { Hono } from "hono";
import type { Context as HonoContext } from "hono";
import { ADDRESS_HEADER } from "../auth.ts";
import type { App, Person } from "../context.ts";
import { appRouter } from "../routers/app-router.ts";
import { archiveRefusal, sendArchive, takeArchive } from "./archive-response.ts";
import { Attempts } from "./attempts.ts";
import { STOPPING, checkReadiness } from "./check-readiness.ts";
import { compressAnswers, compressFiles } from "./compress-answers.ts";
import { guardOrigin } from "./guard-origin.ts";
import { limitBody } from "./limit-body.ts";
import { LIVE_PATH, liveResponse } from "./live-response.ts";
import type { Outgoing } from "./live-response.ts";
import { originalResponse } from "./original-response.ts";
import { refusalResponse } from "./refusal-response.ts";
import { releaseResponse } from "./release-response.ts";
import { resetResponse } from "./reset-response.ts";
import { securityHeaders } from "./security-headers.ts";
import { shareResponse, tooManyLinks } from "./share-response.ts";
import { serveWeb } from "./serve-web.ts";
import { unpackSources } from "./unpack-sources.ts";

/** What Node's adapter hands along with a request; absent when a test calls the app directly. */
export interface HttpEnv {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } }; outgoing?: Outgoing };
}

export interface HttpOptions {
  app: App;
  /** Addresses under which browsers may use the server; the first is its own. */
  origins: string[];
  /** Folder of the built web app. */
  web: string;
  trustProxy?: boolean;
  /** Names of the migrations that this server was built with. */
  migrations?: readonly string[];
  /** False while the server is stopping. */
  isOpen?: () => boolean;
  /** How long a live stream's socket may take nothing. */
  liveStallMs?: number | undefined;
}

const API = "/api/trpc";
/** Sets a password by a link. */
const RESET = "/api/auth/reset-password";
/** In a minute, from one address; links for a new password that lead nowhere are among them. */
const WRONG_PASSWORDS = 10;
/** In a minute, from one address: links of releases that lead nowhere. */
const WRONG_LINKS = 20;

/** The whole HTTP side: health, accounts, API, originals, pages. */
export function createHttp(options: HttpOptions): Hono<HttpEnv> {
  const { app, origins, web, trustProxy = false, migrations = [], isOpen = () => true } = options;
  const http = new Hono<HttpEnv>();
  http.onError((error) => {
    app.log.error({ err: error }, "request failed");
    return refusalResponse(500, "INTERNAL", "Something went wrong on the server. Try again.");
  });
  const onFault = (err: Error) => app.log.error({ err }, "unpacking a request failed");
  http.use(async (c, next) => {
    const stop = app.metrics.requestSeconds.startTimer({ method: c.req.method, route: routeOf(c.req.path) });
    await next();
    stop({ status: String(c.res.status) });
  });
  http.use(securityHeaders(origins[0]?.startsWith("https:") ?? false));
  http.get("/healthz", (c) => c.text("ok\n"));
  http.get("/readyz", async (c) => {
    const { ready, lines } = isOpen() ? await checkReadiness(app.db, migrations) : STOPPING;
    return c.text(`${[ready ? "ready" : "not ready", ...lines].join("\n")}\n`, ready ? 200 : 503);
  });
  http.get("/metrics", async (c) => {
    c.header("Content-Type", app.metrics.registry.contentType);
    return c.body(await app.metrics.registry.metrics());
  });
  http.use(guardOrigin(origins));
  http.use("/api/*", limitBody);
  http.use("/api/*", async (c, next) => {
    await next();
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
  });
  const passwords = new Attempts(WRONG_PASSWORDS, 60_000);
  // Whoever is at a machine that was left behind guesses no more often than a stranger.
  http.on("POST", ["/api/auth/sign-in/email", "/api/auth/change-password", RESET], async (c, next) => {
    const address = addressOf(c, trustProxy);
    const seconds = passwords.begin(address);
    if (seconds !== null) return tooManyAttempts(seconds);
    await next();
    if (!(await isWrongPassword(c.req.path, c.res))) passwords.takeBack(address);
    return undefined;
  });
  http.post(RESET, (c) => resetResponse(app, c.req.raw));
  http.post("/api/auth/*", async (c, next) => {
    // What one person wrote on the page of their account is not for whoever signed in at the same browser since.
    const isOthers = c.req.header(MADE_BY) !== undefined && (await signInOf(app, c.req.raw.headers)).person === null;
    return isOthers ? refusalResponse(401, "UNAUTHENTICATED", "Sign in first.") : next();
  });
  http.on(["GET", "POST"], "/api/auth/*", async (c) => app.auth.handler(await withAddress(c, trustProxy)));
  http.get(`${API}/${LIVE_PATH}`, async (c, next) => {
    const { person, sessionId } = await signInOf(app, c.req.raw.headers);
    const live = { sessionId, outgoing: c.env?.outgoing, stallMs: options.liveStallMs };
    return (await liveResponse(app, person, c.req.raw, live)) ?? next();
  });
  http.use(`${API}/*`, compressAnswers);
  http.all(`${API}/*`, async (c) => {
    const { raw } = c.req;
    const { person, sessionId } = await signInOf(app, raw.headers);
    // Nobody makes the server read files without having signed in.
    const unpacked = person === null ? { request: raw, uploads: undefined } : await unpackSources(raw, onFault);
    if (unpacked instanceof Response) return unpacked;
    return fetchRequestHandler({
      endpoint: API,
      req: unpacked.request,
      router: appRouter,
      createContext: () => ({ app, person, sessionId, uploads: unpacked.uploads }),
      maxBatchSize: 20,
      // A report's scope may be longer than an address; the guard above checks the origin of every POST.
      allowMethodOverride: true,
    });
  });
  http.get("/api/cases/:caseId/sources/:sourceId/original", async (c) => {
    const person = await personOf(app, c.req.raw.headers);
    return originalResponse(app, person, c.req.param("caseId"), c.req.param("sourceId")).catch((error: unknown) => {
      if (!isDomainError(error)) throw error;
      const status = error.code === "UNAUTHENTICATED" ? 401 : 404;
      return refusalResponse(status, error.code, error.message);
    });
  });
  http.get("/api/cases/:caseId/releases/:number/:format", async (c) => {
    const person = await personOf(app, c.req.raw.headers);
    const { caseId, number, format } = c.req.param();
    return releaseResponse(app, person, { caseId, number, format }).catch((error: unknown) => {
      if (!isDomainError(error)) throw error;
      return refusalResponse(error.code === "UNAUTHENTICATED" ? 401 : 404, error.code, error.message);
    });
  });
  const links = new Attempts(WRONG_LINKS, 60_000);
  http.get("/s/*", async (c) => {
    const address = addressOf(c, trustProxy);
    const seconds = links.begin(address);
    if (seconds !== null) return tooManyLinks(seconds);
    const { response, isKnown } = await shareResponse(app, tokenIn(c.req.path));
    if (isKnown) links.takeBack(address);
    return response;
  });
  http.get("/api/cases/:caseId/archive", async (c) => {
    const person = await personOf(app, c.req.raw.headers);
    return sendArchive(app, person, c.req.param("caseId")).catch(archiveRefusal);
  });
  http.post("/api/workspaces/:workspaceId/archive", async (c) => {
    const person = await personOf(app, c.req.raw.headers);
    return takeArchive(app, person, c.req.param("workspaceId"), c.req.raw).catch(archiveRefusal);
  });
  http.all("/api/*", () => refusalResponse(404, "NOT_FOUND", "The server knows no such address."));
  http.use(compressFiles, serveWeb(web));
  return http;
}

/** Sent with a change that was kept on a device: the id of the person who made it. */
const MADE_BY = "x-assay-person";

/** Who is signed in, by cookie or bearer token. A change made by somebody else is not theirs to send: nobody is. */
async function signInOf(app: App, headers: Headers): Promise<{ person: Person | null; sessionId?: string }> {
  const found = await app.auth.api.getSession({ headers });
  if (found === null) return { person: null };
  const { id, name, email } = found.user;
  const madeBy = headers.get(MADE_BY);
  if (madeBy !== null && madeBy !== id) return { person: null };
  return { person: { id, name, email }, sessionId: found.session.id };
}

async function personOf(app: App, headers: Headers): Promise<Person | null> {
  return (await signInOf(app, headers)).person;
}

/** At a change of password, or at a link for a new one, much else may be refused. */
async function isWrongPassword(path: string, response: Response): Promise<boolean> {
  if (response.ok || path.endsWith("/sign-in/email")) return !response.ok;
  const answer = (await response.clone().json().catch(() => null)) as { code?: unknown } | null;
  return answer?.code === (path === RESET ? "NOT_FOUND" : "INVALID_PASSWORD");
}

/** The request with the client's address in the one header that better-auth counts by, whatever was written there. */
async function withAddress(c: HonoContext<HttpEnv>, trustProxy: boolean): Promise<Request> {
  const { raw } = c.req;
  const headers = new Headers(raw.headers);
  headers.set(ADDRESS_HEADER, addressOf(c, trustProxy));
  const body = raw.method === "GET" ? undefined : await raw.arrayBuffer();
  return new Request(raw.url, { method: raw.method, headers, body });
}

/** Where a request comes from. Of the addresses forwarded, only the last was written by the proxy itself. */
function addressOf(c: HonoContext<HttpEnv>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (c.env?.incoming?.socket?.remoteAddress ?? "127.0.0.1");
}

function tooManyAttempts(seconds: number): Response {
  const wait = seconds === 1 ? "1 second" : `${seconds} seconds`;
  const response = refusalResponse(429, "RATE_LIMITED", `Too many wrong passwords. Wait ${wait}, then try again.`);
  response.headers.set("Retry-After", String(seconds));
  return response;
}

/** A mail program takes the slash, the full stop or the bracket after an address along into the link. */
function tokenIn(path: string): string {
  return path.slice("/s/".length).replace(/[^\w-].*$/su, "");
}

/** A few route names, so that addresses with ids in them do not each make a series of their own. */
function routeOf(path: string): string {
  if (path.startsWith("/api/")) return path.split("/", 3).join("/");
  if (path.startsWith("/s/")) return "/s";
  return path.startsWith("/assets/") ? "/assets" : /^\/(healthz|readyz|metrics)$/.test(path) ? path : "page";
}

import type { MiddlewareHandler } from "hono";
import { refusalResponse } from "./refusal-response.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Refuses what another site makes a browser send: writes whose Origin or Sec-Fetch-Site is foreign, and any request
 * under a host name that is not ours (a foreign name made to resolve to this machine). Programs send neither header.
 */
export function guardOrigin(origins: readonly string[]): MiddlewareHandler {
  const hosts = new Set([...LOOPBACK, ...origins.map((origin) => new URL(origin).hostname)]);
  return async (c, next) => {
    const host = c.req.header("host");
    if (host !== undefined && !hosts.has(hostname(host))) {
      return refusalResponse(403, "FORBIDDEN", "This server does not answer under that name.");
    }
    if (!READS.has(c.req.method) && !isOwn(c.req.header("origin"), c.req.header("sec-fetch-site"), origins)) {
      return refusalResponse(403, "FORBIDDEN", "This request came from another site.");
    }
    return next();
  };
}

function isOwn(origin: string | undefined, site: string | undefined, origins: readonly string[]): boolean {
  if (origin !== undefined) return origins.includes(origin);
  return site === undefined || site === "same-origin" || site === "none";
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

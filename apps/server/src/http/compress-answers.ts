import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { every } from "hono/combine";

/** Packing less than a few packets' worth takes longer than sending it. */
const LEAST = 8 * 1024;

/** The app's own files: the same for everybody, and nothing in them is secret. */
export const compressFiles: MiddlewareHandler = compress({ threshold: LEAST });

const compressLong: MiddlewareHandler = every(compress({ threshold: LEAST }), tellLength);

/**
 * Answers of the API, long ones, to our own pages. How well an answer packs tells whether what somebody put into the
 * question stands in it too (BREACH). For that another site would have to make a browser ask, and then the browser says
 * so itself, in a header that no page can write; whoever does not say where they come from gets plain answers. Accounts,
 * the live stream and downloads are not under this.
 */
export const compressAnswers: MiddlewareHandler = (c, next) =>
  c.req.header("sec-fetch-site") === "same-origin" ? compressLong(c, next) : next();

/** So that short answers can be told from long ones. What is sent bit by bit stays so. */
async function tellLength(...[c, next]: Parameters<MiddlewareHandler>): Promise<void> {
  await next();
  if (c.res.headers.has("Content-Length") || c.res.headers.has("Transfer-Encoding")) return;
  const bytes = await c.res.arrayBuffer();
  const headers = new Headers(c.res.headers);
  headers.set("Content-Length", String(bytes.byteLength));
  c.res = new Response(bytes, { status: c.res.status, headers });
}

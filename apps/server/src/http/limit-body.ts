import type { MiddlewareHandler } from "hono";
import { refusalResponse } from "./refusal-response.ts";

const MB = 1024 * 1024;

/** A source of just under 25 MB, as base64 in JSON, with room for its description. */
const SOURCE_LIMIT = 40 * MB;
const OTHER_LIMIT = 2 * MB;

/**
 * How much of a body that nobody wants is still read and thrown away. A connection closed in the middle of an upload
 * loses the answer: the browser would show a broken network instead of the refusal.
 */
const DRAIN_LIMIT = 300 * MB;

function limit(maxSize: number, message: string): MiddlewareHandler {
  const refuse = () => refusalResponse(413, "PAYLOAD_TOO_LARGE", message);
  return async (c, next) => {
    const declared = Number(c.req.header("content-length") ?? 0);
    let answer: Response | void;
    if (declared > maxSize) answer = refuse();
    else if (c.req.header("transfer-encoding") === undefined) answer = await next();
    else {
      const body = await collect(c.req.raw.body, maxSize);
      if (body !== null) c.req.raw = new Request(c.req.raw, { method: c.req.method, body });
      answer = body === null ? refuse() : await next();
    }
    // Also what was answered before its body was looked at, such as an upload whose sign-in ran out.
    if (declared <= DRAIN_LIMIT && !c.req.raw.bodyUsed) await drain(c.req.raw.body);
    return answer;
  };
}

async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  for (let part = await reader.read(); !part.done; part = await reader.read());
}

/** A body that does not say how long it is. Null when it is too long; what comes after is thrown away. */
async function collect(
  stream: ReadableStream<Uint8Array> | null,
  maxSize: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.length;
    if (size > DRAIN_LIMIT) break;
    if (size <= maxSize) parts.push(part);
    else parts.length = 0;
  }
  return size <= maxSize ? new Uint8Array(Buffer.concat(parts)) : null;
}

const sources = limit(SOURCE_LIMIT, "This file is too large: a source has to be under 25 MB. Cut it down to its part.");
const others = limit(OTHER_LIMIT, "That is more than 2 MB at once. Save it in smaller parts.");

export const limitBody: MiddlewareHandler = async (c, next) => {
  if (!takesArchive(c.req.path)) return takesSource(c.req.path) ? sources(c, next) : others(c, next);
  // An archive goes to disk as it comes, and is counted there.
  await next();
  const declared = Number(c.req.header("content-length") ?? 0);
  if (declared <= DRAIN_LIMIT && !c.req.raw.bodyUsed) await drain(c.req.raw.body);
  return undefined;
};

/** The address to which archives are sent. */
export function takesArchive(path: string): boolean {
  return /^\/api\/workspaces\/[^/]+\/archive$/u.test(path);
}

/** Whether a request to this path may carry the text of a source. */
export function takesSource(path: string): boolean {
  return /^\/api\/trpc\/(?:[^?]*,)?source\.(?:add|inspect|revise|previewRevision)(?:,|$)/.test(path);
}

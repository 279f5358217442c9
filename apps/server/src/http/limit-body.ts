import { bodyLimit } from "hono/body-limit";
import type { MiddlewareHandler } from "hono";
import { refusalResponse } from "./refusal-response.ts";

const MB = 1024 * 1024;

/** A source of just under 25 MB, as base64 in JSON, with room for its description. */
const SOURCE_LIMIT = 40 * MB;
const OTHER_LIMIT = 2 * MB;

function limit(maxSize: number, message: string): MiddlewareHandler {
  return bodyLimit({ maxSize, onError: () => refusalResponse(413, "PAYLOAD_TOO_LARGE", message) });
}

const sources = limit(SOURCE_LIMIT, "This file is too large: a source has to be under 25 MB. Cut it down to its part.");
const others = limit(OTHER_LIMIT, "That is more than 2 MB at once. Save it in smaller parts.");

export const limitBody: MiddlewareHandler = (c, next) => {
  const takesSource = /^\/api\/trpc\/(?:[^?]*,)?source\.(?:add|inspect)(?:,|$)/.test(c.req.path);
  return takesSource ? sources(c, next) : others(c, next);
};

import { runJob } from "../reading/run-job.ts";
import type { Uploads } from "../context.ts";
import { takesSource } from "./limit-body.ts";
import { refusalResponse } from "./refusal-response.ts";

/** Below this a body is read in no time where it is. */
const LARGE = 512 * 1024;
/** What is left of a body without its texts and files. */
const REST_MAX = 2 * 1024 * 1024;

const UNREADABLE = "The server could not read this request. Reload the page and try again.";
const TOO_MUCH = "Its description is more than 2 MB. Only the text of a source may be larger.";

/**
 * The request as it is, or, when it carries a large source, without it: making 25 MB of JSON into a string, a value and
 * bytes takes long enough for others to notice, so a thread of its own does that. A Response is a refusal.
 */
export async function unpackSources(
  request: Request,
  onFault: (error: Error) => void,
): Promise<{ request: Request; uploads: Uploads } | Response> {
  const uploads: Uploads = new Map();
  const url = new URL(request.url);
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared < LARGE || request.body === null || !takesSource(url.pathname)) return { request, uploads };
  const body = await collect(request.body, declared);
  if (body === null) return refusalResponse(400, "INVALID", UNREADABLE);
  const isBatch = url.searchParams.get("batch") === "1";
  const result = await runJob({ do: "unpack", body, isBatch }, { onFault });
  if ("ok" in result) return refusalResponse(412, "REFUSED", result.ok ? UNREADABLE : result.reason);
  const unpacked = result.done === "unpack" ? result.unpacked : null;
  if (unpacked === null) return refusalResponse(400, "INVALID", UNREADABLE);
  if (unpacked.rest.length > REST_MAX) return refusalResponse(413, "PAYLOAD_TOO_LARGE", TOO_MUCH);
  for (const [ticket, upload] of unpacked.uploads) uploads.set(ticket, upload);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  return { request: new Request(request.url, { method: "POST", headers, body: unpacked.rest }), uploads };
}

/** Into one piece of memory as it arrives. Null when it is not as long as it said. */
async function collect(body: ReadableStream<Uint8Array>, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const whole = new Uint8Array(length);
  let at = 0;
  for await (const part of body) {
    if (at + part.length > length) return null;
    whole.set(part, at);
    at += part.length;
  }
  return at === length ? whole : null;
}

import { lookup } from "node:dns";
import type { LookupAddress, LookupOptions } from "node:dns";
import { request as requestHttp } from "node:http";
import type { IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { ChatError } from "@assay/assist";
import type { ChatTransport } from "@assay/assist";
import { mayReach, numbersOf, reachOf } from "./model-addresses.ts";
import type { ModelAddresses } from "./model-addresses.ts";

export interface TransportOptions {
  baseUrl: string;
  key: string | null;
  addresses: ModelAddresses;
  /** How names are looked up; another way for tests. */
  resolve?: typeof lookup;
}

/**
 * Requests to a desk's own model. Where a name leads is looked at for each connection, and the connection goes to what was
 * looked at: a name that answers otherwise the next time gains nothing. Redirections are not followed.
 */
export function httpTransport({ baseUrl, key, addresses, resolve: resolveName = lookup }: TransportOptions): ChatTransport {
  const url = new URL(`${baseUrl.replace(/\/+$/, "")}/chat/completions`);
  const isPlain = url.protocol === "http:";
  const mayGo = (address: string) => mayReach(address, addresses) && !(isPlain && reachOf(address) === "public");
  const headers = {
    "content-type": "application/json",
    accept: "text/event-stream, application/json",
    "user-agent": "Assay",
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  return {
    post: (body, signal) =>
      new Promise((resolve, reject) => {
        const numbers = numbersOf(url);
        if (numbers !== null && !mayGo(numbers)) return reject(new ChatError("forbidden"));
        const length = String(Buffer.byteLength(body));
        const options = {
          method: "POST",
          headers: { ...headers, "content-length": length },
          signal,
          agent: false,
          lookup: checkedLookup(resolveName, mayGo),
        };
        const outgoing = (isPlain ? requestHttp : requestHttps)(url, options, (response) => {
          const status = response.statusCode ?? 0;
          const mediaType = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
          const isAnswer = status >= 200 && status < 300;
          if (!isAnswer) response.destroy();
          resolve({ status, mediaType, chunks: isAnswer ? textOf(response) : nothing() });
        });
        outgoing.on("error", (error) => reject(error instanceof ChatError || signal.aborted ? error : new ChatError("unreachable")));
        outgoing.end(body);
      }),
  };
}

async function* textOf(response: IncomingMessage): AsyncGenerator<string> {
  response.setEncoding("utf8");
  for await (const chunk of response) yield chunk as string;
}

async function* nothing(): AsyncGenerator<string> {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** A name that leads to several places is refused when one of them is. */
function checkedLookup(resolveName: typeof lookup, mayGo: (address: string) => boolean) {
  return (host: string, options: LookupOptions, done: Found): void => {
    resolveName(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => mayGo(address))) return done(new ChatError("forbidden"), []);
      if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

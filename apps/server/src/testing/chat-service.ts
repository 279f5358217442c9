import { createServer } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ChatRequest {
  headers: IncomingHttpHeaders;
  body: { model: string; stream?: boolean; response_format?: object; messages: { role: string; content: string }[] };
}

/** What the service does with one request; `index` counts them. */
export type Behaviour = (response: ServerResponse, request: ChatRequest, index: number) => void;

/** An OpenAI-compatible service on this machine that behaves, or misbehaves, as it is told. */
export async function openChatService(initial: Behaviour) {
  const requests: ChatRequest[] = [];
  let behave = initial;
  const server = createServer((incoming, outgoing) => {
    let raw = "";
    incoming.setEncoding("utf8");
    incoming.on("data", (chunk: string) => (raw += chunk));
    incoming.on("end", () => {
      const request = { headers: incoming.headers, body: JSON.parse(raw) as ChatRequest["body"] };
      requests.push(request);
      behave(outgoing, request, requests.length - 1);
    });
    // Clients that give up halfway are what is tested.
    outgoing.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    set(next: Behaviour) {
      behave = next;
      requests.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type ChatService = Awaited<ReturnType<typeof openChatService>>;

const MODEL = "harbour-7b-2026-01";

/** A few characters at a time, as a model writes. */
export function stream(response: ServerResponse, text: string, { ends = true } = {}): void {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  response.write(": a comment\n\n");
  for (let at = 0; at < text.length; at += 7) {
    const delta = { content: text.slice(at, at + 7) };
    response.write(`data: ${JSON.stringify({ model: MODEL, choices: [{ index: 0, delta }] })}\r\n\r\n`);
  }
  if (ends) response.end("data: [DONE]\n\n");
}

export function whole(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ model: MODEL, choices: [{ index: 0, message: { role: "assistant", content: text } }] }));
}

export const asksForClaims = ({ body }: ChatRequest) => /List the clauses/.test(body.messages[0]?.content ?? "");

/** A model that answers what it is asked, with these claims and cells. */
export function answering(claims: unknown[], cells: unknown[], send: typeof whole = stream): Behaviour {
  return (response, request) => send(response, JSON.stringify(asksForClaims(request) ? { claims } : { cells }));
}

import { request } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { LiveMessage } from "@assay/domain";

export interface LiveClientOptions {
  url: string;
  authorization: string;
  caseId: string;
  /** Null: only what is new. */
  lastEventId: string | null;
  onMessage(id: string, message: LiveMessage): void;
  /** Any other event of the stream: connected, ping, serialized-error. */
  onEvent?(name: string, data: string): void;
  /** The connection is over, however that came about; told once. */
  onEnd?(status: number | null): void;
}

/** One connection to a case's stream, read as a browser's EventSource would; coming again is its owner's to do. */
export class LiveClient {
  readonly #options: LiveClientOptions;
  readonly #request: ClientRequest;
  #response: IncomingMessage | null = null;
  #rest = "";
  #isOver = false;

  constructor(options: LiveClientOptions) {
    this.#options = options;
    const { url, authorization, caseId, lastEventId } = options;
    const input = encodeURIComponent(JSON.stringify({ caseId }));
    const headers: Record<string, string> = { authorization, accept: "text/event-stream" };
    if (lastEventId !== null) headers["last-event-id"] = lastEventId;
    this.#request = request(`${url}/api/trpc/live.case?input=${input}`, { headers, agent: false });
    this.#request.on("response", (response) => {
      this.#response = response;
      response.setEncoding("utf8");
      response.on("data", (part: string) => this.#read(part));
      response.on("error", () => undefined);
      response.on("close", () => this.#end());
    });
    this.#request.on("error", () => this.#end());
    this.#request.on("close", () => this.#end());
    this.#request.end();
  }

  /** Takes nothing from the socket any more, as a laptop asleep. */
  stall(): void {
    this.#response?.pause();
    this.#request.socket?.pause();
  }

  stop(): void {
    this.#request.destroy();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#options.onEnd?.(this.#response?.statusCode ?? null);
  }

  #read(part: string): void {
    const blocks = (this.#rest + part).split("\n\n");
    this.#rest = blocks.pop() ?? "";
    if (this.#isOver) return;
    for (const block of blocks) this.#hear(block);
  }

  #hear(block: string): void {
    let [name, data, id] = ["message", "", ""];
    for (const line of block.split("\n")) {
      const colon = line.indexOf(": ");
      const [field, value] = [line.slice(0, colon), line.slice(colon + 2)];
      if (field === "event") name = value;
      else if (field === "data") data = value;
      else if (field === "id") id = value;
    }
    if (name === "message") {
      if (data !== "") this.#options.onMessage(id, JSON.parse(data) as LiveMessage);
    } else {
      this.#options.onEvent?.(name, data);
    }
  }
}

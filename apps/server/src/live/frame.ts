import type { LiveMessage } from "@assay/domain";

/** A message as it goes over the wire, made once however many receive it. */
export class Frame {
  readonly id: string;
  readonly message: LiveMessage;
  #bytes: Buffer | null = null;

  constructor(id: number, message: LiveMessage, json?: string) {
    this.id = String(id);
    this.message = message;
    if (json !== undefined) this.#bytes = encode(this.id, json);
  }

  /** Also in the field that makes browsers come back by themselves. */
  static closing(id: number, retryMs: number): Frame {
    const message = { type: "closing", retryMs } as const;
    const frame = new Frame(id, message);
    frame.#bytes = Buffer.concat([Buffer.from(`retry: ${retryMs}\n`), encode(frame.id, JSON.stringify(message))]);
    return frame;
  }

  get bytes(): Buffer {
    return (this.#bytes ??= encode(this.id, JSON.stringify(this.message)));
  }
}

/** As tRPC's own producer writes a tracked value; its client reads both. */
function encode(id: string, json: string): Buffer {
  return Buffer.from(`data: ${json}\nid: ${id}\n\n`);
}

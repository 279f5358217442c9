import { decodeBase64 } from "./decode-base64.ts";

/** A source's content on its own: pasted text, a file's bytes, or null for a file that came through half. */
export type Upload = string | Uint8Array | null;

export interface UnpackedBody {
  /** The body with a ticket in the place of each content. */
  rest: string;
  uploads: [ticket: string, upload: Upload][];
}

/**
 * Takes the contents of sources out of the JSON that the API's client sends: one input, or a batch of them by number.
 * Throws what JSON.parse throws. Anything of another shape stays where it is, for the API to refuse.
 */
export function unpackBody(body: Uint8Array, isBatch: boolean, newTicket: () => string): UnpackedBody {
  const parsed: unknown = JSON.parse(new TextDecoder("utf-8").decode(body));
  const uploads: UnpackedBody["uploads"] = [];
  for (const input of isBatch ? Object.values(parsed ?? {}) : [parsed]) {
    if (!isRecord(input) || !isRecord(input["content"])) continue;
    const { kind, text, base64, ...rest } = input["content"];
    const upload = kind === "text" || kind === "draft" ? text : kind === "file" ? base64 : undefined;
    if (typeof upload !== "string") continue;
    const ticket = newTicket();
    uploads.push([ticket, kind === "file" ? decodeBase64(upload) : upload]);
    input["content"] = { ...rest, kind: "uploaded", ticket };
  }
  return { rest: JSON.stringify(parsed), uploads };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

import { DomainError, refuse } from "@assay/domain";
import type { Refusal } from "@assay/domain";
import { isPacked } from "@assay/ingest";
import type { CaseContext } from "../context.ts";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { decodeBase64 } from "../reading/decode-base64.ts";
import { readSource } from "../reading/read-source.ts";
import type { ReadSource, Received } from "../reading/read-source.ts";
import { runJob } from "../reading/run-job.ts";

export interface ReadContent {
  originalName: string | null;
  mediaType: string;
  read: ReadSource;
}

/** Read in a few milliseconds at worst, which a thread of its own would take to begin. */
const SMALL_TEXT = 200_000;
/** Markdown and web pages can be made to take long. */
const SMALL_OTHER = 4_000;

/** What a person pasted or dropped, read by the importers; a large one without holding up anybody else. */
export async function readContent(ctx: CaseContext, content: SourceContent): Promise<ReadContent> {
  const received = receive(ctx, content);
  if ("ok" in received) return { originalName: null, mediaType: "", read: received };
  const described =
    received.kind !== "file"
      ? { originalName: null, mediaType: "text/plain; charset=utf-8" }
      : { originalName: received.name, mediaType: received.mediaType || "application/octet-stream" };
  return { ...described, read: isSmall(received) ? await readSource(received) : await readApart(ctx, received) };
}

async function readApart({ app }: CaseContext, received: Received): Promise<ReadSource> {
  const onFault = (err: Error) => app.log.error({ err }, "reading a source failed");
  const result = await runJob({ do: "read", received }, { onFault });
  if ("ok" in result) return result;
  if (result.done !== "read") throw new Error("The reader did another job than it was given");
  return result.read;
}

function receive(ctx: CaseContext, content: SourceContent): Received | Refusal {
  if (content.kind === "text" || content.kind === "draft") return content;
  const { name = "", mediaType = "", encoding, whole } = content;
  const upload = content.kind === "file" ? decodeBase64(content.base64) : takeUpload(ctx, content.ticket);
  if (typeof upload === "string") {
    const blocks = content.kind === "uploaded" ? content.blocks : undefined;
    return blocks === undefined ? { kind: "text", text: upload } : { kind: "draft", text: upload, blocks };
  }
  // A file that came through half must not be stored.
  if (upload === null) return refuse("transfer", "The file did not arrive whole. Add it again.");
  return { kind: "file", bytes: upload, name, mediaType, encoding, whole };
}

function takeUpload({ uploads }: CaseContext, ticket: string): string | Uint8Array | null {
  const upload = uploads?.get(ticket);
  if (upload === undefined) throw new DomainError("INVALID", "This request names a file that did not come with it.");
  uploads?.delete(ticket);
  return upload;
}

function isSmall(received: Received): boolean {
  if (received.kind !== "file") return received.text.length < SMALL_TEXT;
  const { bytes, name, mediaType } = received;
  // However small, a packed file is as large as it likes inside.
  return !isPacked(name, mediaType) && bytes.length < (/\.te?xt$/i.test(name) ? SMALL_TEXT : SMALL_OTHER);
}

import type { RefusalInfo } from "../../refusal.ts";

/** What the server says of a case that it took in. */
export interface ImportedArchive {
  caseId: string;
  title: string;
  /** The case that this is a copy of. */
  copyOf: string | null;
  workspace: string;
  sources: number;
  claims: number;
  tags: number;
  events: number;
  people: number;
  unknown: number;
}

export interface MadeArchive {
  filename: string;
  size: number;
  sha256: string;
}

/** As far as it is known: 0 to 1, or null while nobody can tell. */
export type OnProgress = (done: number | null) => void;

/** A refusal in the server's words. */
export class ArchiveProblem extends Error {
  readonly code: string;
  constructor(message: string, code = "NETWORK") {
    super(message);
    this.code = code;
  }
}

const NO_ANSWER = "The desk does not answer. Nothing was changed; try again when it does.";

/** Fetches a case's archive and hands it to the browser as a file. */
export async function downloadArchive(caseId: string, onProgress: OnProgress): Promise<MadeArchive> {
  const response = await fetch(`/api/cases/${caseId}/archive`).catch(() => null);
  if (response === null) throw new ArchiveProblem(NO_ANSWER);
  if (!response.ok || response.body === null) throw refusalIn(await response.text());
  const size = Number(response.headers.get("content-length") ?? 0);
  const blob = await collect(response.body, size, onProgress);
  const disposition = response.headers.get("content-disposition") ?? "";
  const filename = /filename="([^"]+)"/.exec(disposition)?.[1] ?? "case.assay.zip";
  const url = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  return { filename, size: blob.size, sha256: response.headers.get("x-assay-sha256") ?? "" };
}

async function collect(body: ReadableStream<Uint8Array>, size: number, onProgress: OnProgress): Promise<Blob> {
  const reader = body.getReader();
  const parts: BlobPart[] = [];
  let got = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ArchiveProblem("The connection broke before the archive was whole. Try again.");
    });
    if (done) return new Blob(parts, { type: "application/zip" });
    parts.push(value as Uint8Array<ArrayBuffer>);
    got += value.length;
    onProgress(size === 0 ? null : got / size);
  }
}

export interface SentArchive {
  workspaceId: string;
  mutationId: string;
  file: File;
  /** With new ids, where the case is on this server already. */
  asCopy: boolean;
}

/** Sends a file as it is; the browser tells of an upload's progress through this old door alone. */
export function uploadArchive(
  { workspaceId, mutationId, file, asCopy }: SentArchive,
  onProgress: OnProgress,
): Promise<ImportedArchive> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const copy = asCopy ? "&copy=1" : "";
    request.open("POST", `/api/workspaces/${workspaceId}/archive?mutationId=${mutationId}${copy}`);
    request.setRequestHeader("content-type", "application/zip");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? null : loaded / total);
    // Sent; from now on the server reads and verifies.
    request.upload.onload = () => onProgress(null);
    request.onerror = () => reject(new ArchiveProblem(NO_ANSWER));
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as ImportedArchive);
      else reject(refusalIn(request.responseText));
    };
    request.send(file);
  });
}

function refusalIn(text: string): ArchiveProblem {
  try {
    const { error } = JSON.parse(text) as { error: { data: { assay: RefusalInfo } } };
    const { message, code } = error.data.assay;
    return new ArchiveProblem(message, code);
  } catch {
    return new ArchiveProblem(NO_ANSWER);
  }
}

import { createHash, randomUUID } from "node:crypto";
import { constants, createWriteStream, openAsBlob } from "node:fs";
import { access, rename, rm, stat } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { Api } from "../client.ts";
import type { Settings } from "../env.ts";
import { EXIT, Failure } from "../failure.ts";
import { findCase } from "../find-case.ts";
import type { Progress } from "../progress.ts";

const SIGN_IN = "Nobody is signed in. Run: assay sign-in YOUR-EMAIL";

export interface ImportArchiveOptions {
  workspace?: string;
  /** With new ids, where the case is on the server already. */
  copy?: boolean;
}

/** Writes to a neighbour first and renames, so that a broken connection never leaves half an archive. */
export async function exportArchive(
  api: Api,
  settings: Settings,
  caseName: string,
  file: string,
  progress: Progress,
): Promise<void> {
  const { id, title } = await findCase(api, caseName);
  progress.step(`Archiving ${title}`);
  const response = await fetch(`${settings.url}/api/cases/${id}/archive`, { headers: headersOf(settings) });
  if (!response.ok || response.body === null) throw await refused(response);
  const half = `${file}.part-${process.pid}`;
  const hash = createHash("sha256");
  let size = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      hash.update(part);
      size += part.length;
      done(null, part);
    },
  });
  try {
    await pipeline(Readable.fromWeb(response.body as NodeStream<Uint8Array>), counted, createWriteStream(half));
    if (size !== Number(response.headers.get("content-length") ?? size)) throw new Error("cut off");
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    const isOurs = code?.startsWith("E") === true && "path" in (error as object);
    if (isOurs) throw new Failure(`${file}: it cannot be written (${code})`, EXIT.io);
    throw new Failure("The connection broke before the archive was whole; nothing was written", EXIT.unavailable);
  }
  progress.end();
  progress.line(`${file}: ${title}, ${size} bytes, sha256 ${hash.digest("hex")}`);
}

interface Imported {
  caseId: string;
  title: string;
  workspace: string;
  sources: number;
  claims: number;
  tags: number;
  events: number;
  people: number;
  unknown: number;
}

export async function importArchive(
  api: Api,
  settings: Settings,
  file: string,
  options: ImportArchiveOptions,
  progress: Progress,
): Promise<void> {
  const workspace = await findWorkspace(api, options.workspace);
  await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${file}: it cannot be read (${error.code ?? "error"})`, EXIT.noInput);
  });
  // A folder may be read too, and would only fail while it is sent, as if it were the server's fault.
  if ((await stat(file)).isDirectory()) throw new Failure(`${file}: it is a folder. Name the archive in it`, EXIT.noInput);
  const body = await openAsBlob(file);
  progress.step(`Sending ${file}`);
  const url = `${settings.url}/api/workspaces/${workspace.id}/archive?mutationId=${randomUUID()}${options.copy === true ? "&copy=1" : ""}`;
  const headers = { ...headersOf(settings), "content-type": "application/zip" };
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) throw await refused(response);
  const { caseId, title, sources, claims, tags, events, people, unknown } = (await response.json()) as Imported;
  progress.end();
  const counts = `${sources} sources, ${claims} claims, ${tags} tags`;
  progress.line(`${caseId.slice(0, 8)}  ${title}  (${workspace.name}; ${counts})`);
  progress.line(`Its log of ${events} entries was verified. Of ${people} people, ${unknown} have no account here.`);
}

async function findWorkspace(api: Api, wanted: string | undefined): Promise<{ id: string; name: string }> {
  const me = await api.me.get.query();
  if (!me.user) throw new Failure(SIGN_IN, EXIT.permission);
  const lower = wanted?.toLowerCase();
  const found = me.workspaces.filter(({ id, name }) => {
    return lower === undefined || id.startsWith(lower) || name.toLowerCase() === lower;
  });
  const [first, second] = found;
  if (first === undefined) {
    const reason = wanted === undefined ? "You are in no workspace" : `No workspace is called "${wanted}"`;
    throw new Failure(reason, EXIT.noInput);
  }
  if (second === undefined) return first;
  const names = found.map(({ id, name }) => `${id.slice(0, 8)} ${name}`).join("; ");
  throw new Failure(`Name a workspace with --workspace: ${names}`, EXIT.usage);
}

function headersOf({ token }: Settings): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** The server's words, under the exit codes that other refusals have. */
async function refused(response: Response): Promise<Failure> {
  const answer = (await response.json().catch(() => null)) as { code?: string; message?: string } | null;
  const message = answer?.message ?? `The server answered ${response.status}`;
  if (response.status === 401) return new Failure(SIGN_IN, EXIT.permission);
  return new Failure(message, answer?.code === "FORBIDDEN" ? EXIT.permission : EXIT.data);
}

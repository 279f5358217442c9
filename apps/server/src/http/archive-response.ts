import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { DomainError, isDomainError } from "@assay/domain";
import type { ErrorCode } from "@assay/domain";
import { exportArchive } from "../archive/export-archive.ts";
import { importArchive } from "../archive/import-archive.ts";
import { ARCHIVE_LIMITS } from "../archive/limits.ts";
import type { App, Person } from "../context.ts";
import { id } from "../inputs/basics.ts";
import { findCaseAccess } from "../policies/case-access.ts";
import { findWorkspaceAccess } from "../policies/workspace-access.ts";
import { refusalResponse } from "./refusal-response.ts";

/** Archives that this process makes or reads at a time: each takes a disk, a connection and much of a processor. */
const AT_ONCE = 2;
let underWay = 0;

/** Keeps a place while `work` runs. Whoever finds none is told, since waiting would hold their upload. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= AT_ONCE) {
    throw new DomainError("RATE_LIMITED", "Other archives are being made or read. Try again in a minute.");
  }
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
  }
}

/** A case as an archive, from a file on disk that is removed once it was sent, or when whoever asked goes away. */
export async function sendArchive(app: App, person: Person | null, caseId: string): Promise<Response> {
  const signedIn = expectSignedIn(person);
  const found = id.safeParse(caseId);
  const access = found.success ? await findCaseAccess(app.db, signedIn.id, found.data) : null;
  if (access === null || !found.success) throw new DomainError("NOT_FOUND", "There is no such case.");
  const ctx = { app, person: signedIn, ...access, caseId: found.data };
  const file = await inTurn(() => exportArchive(ctx));
  const stream = createReadStream(file.path);
  stream.once("close", () => void file.remove());
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(file.size),
      "Content-Disposition": `attachment; filename="${file.filename}"`,
      "X-Assay-Sha256": file.sha256,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Takes an archive in. Its bytes go to a file first: nothing is decided before all of them are there. */
export async function takeArchive(
  app: App,
  person: Person | null,
  workspaceId: string,
  request: Request,
): Promise<Response> {
  const signedIn = expectSignedIn(person);
  const found = id.safeParse(workspaceId);
  const access = found.success ? await findWorkspaceAccess(app.db, signedIn.id, found.data) : null;
  if (access === null) throw new DomainError("NOT_FOUND", "There is no such workspace.");
  const asked = new URL(request.url).searchParams;
  const mutationId = id.safeParse(asked.get("mutationId"));
  if (!mutationId.success || request.body === null) throw new DomainError("INVALID", "Choose an archive to import.");
  const folder = await mkdtemp(join(tmpdir(), "assay-import-"));
  try {
    const path = join(folder, "case.assay.zip");
    const body = Readable.fromWeb(request.body as NodeStream<Uint8Array>);
    await pipeline(body, atMost(ARCHIVE_LIMITS.packed), createWriteStream(path, { mode: 0o600 }));
    const ctx = { app, person: signedIn, ...access };
    const asCopy = asked.get("copy") === "1";
    const imported = await inTurn(() => importArchive(ctx, { mutationId: mutationId.data, path, asCopy }));
    return Response.json(imported);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An expected refusal as an answer; what nobody expected goes on to whoever logs it. */
export function archiveRefusal(error: unknown): Response {
  if (!isDomainError(error)) throw error;
  return refusalResponse(STATUS[error.code] ?? 400, error.code, error.message);
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  REFUSED: 412,
};

function expectSignedIn(person: Person | null): Person {
  if (person === null) throw new DomainError("UNAUTHENTICATED", "Sign in first.");
  return person;
}

function atMost(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(part: Buffer, _, done) {
      size += part.length;
      const most = Math.round(limit / 1024 / 1024).toLocaleString("en");
      const message = `This archive is larger than ${most} MB, which is more than this server takes.`;
      if (size > limit) done(new DomainError("PAYLOAD_TOO_LARGE", message));
      else done(null, part);
    },
  });
}

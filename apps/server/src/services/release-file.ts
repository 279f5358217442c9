import { createHash } from "node:crypto";
import { withScope } from "@assay/db";
import type { Scope, Tx } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { ReportFormatName, ReportSnapshot } from "@assay/reports";
import type { App } from "../context.ts";
import { renderReport } from "../printing/render-report.ts";

export interface ReleaseFile {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  filename: string;
  sha256: string;
}

/**
 * A release in one format (R2). It is rendered once and kept: whatever a later version of the renderer, of a library or
 * of a typeface would make of the same snapshot, this release stays the bytes that were handed out first. Two processes
 * that render at once both answer with what was stored.
 */
export async function releaseFile(
  app: App,
  scope: Scope,
  releaseId: string,
  format: ReportFormatName,
): Promise<ReleaseFile> {
  const kept = await withScope(app.db, scope, (tx) => findFile(tx, releaseId, format));
  if (kept !== null) return kept;
  const snapshot = await withScope(app.db, scope, (tx) => readRelease(tx, { id: releaseId }));
  const { bytes, mediaType, filename } = await renderReport(app, snapshot, format);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return withScope(app.db, scope, async (tx) => {
    const { workspaceId } = scope;
    const named = filename.replace(/\./, `-release-${snapshot.release?.number ?? 0}.`);
    await tx.releaseFile.createMany({
      data: [{ releaseId, format, workspaceId, mediaType, filename: named, bytes: Buffer.from(bytes), sha256 }],
      skipDuplicates: true,
    });
    const stored = await findFile(tx, releaseId, format);
    if (stored === null) throw new Error(`Release ${releaseId} was not kept as ${format}`);
    return stored;
  });
}

async function findFile(tx: Tx, releaseId: string, format: ReportFormatName): Promise<ReleaseFile | null> {
  const row = await tx.releaseFile.findUnique({ where: { releaseId_format: { releaseId, format } } });
  if (row === null) return null;
  const { bytes, mediaType, filename, sha256 } = row;
  return { bytes: new Uint8Array(bytes), mediaType, filename, sha256 };
}

/** The frozen snapshot with its own hash in it, checked against what is stored. */
export async function readRelease(
  tx: Tx,
  where: { id: string } | { caseId: string; number: number },
): Promise<ReportSnapshot> {
  const row = await tx.release.findFirst({ where, select: { snapshot: true, sha256: true } });
  if (row === null) throw new DomainError("NOT_FOUND", "There is no such release in this case.");
  const sha256 = createHash("sha256").update(row.snapshot).digest("hex");
  if (sha256 !== row.sha256) throw new Error("A stored release is not what it was when it was made");
  const snapshot = JSON.parse(row.snapshot) as ReportSnapshot;
  if (snapshot.release === undefined) throw new Error("A stored release does not say which it is");
  return { ...snapshot, release: { ...snapshot.release, sha256 } };
}

import { withScope } from "@assay/db";
import type { App } from "../context.ts";
import { laterCorrections } from "./later-corrections.ts";
import type { LaterCorrection } from "./later-corrections.ts";
import { releaseFile } from "./release-file.ts";
import type { ReleaseFile } from "./release-file.ts";
import { SHARE_TOKEN, hashShareToken } from "./share-token.ts";

export type OpenedShare =
  | { state: "open"; file: ReleaseFile; number: number; corrections: LaterCorrection[] }
  | { state: "expired" | "revoked"; desk: string }
  | { state: "unknown" };

interface Row {
  id: string;
  workspace_id: string;
  workspace_name: string;
  release_id: string;
  number: number;
  created_by: string;
  expires_at: Date;
  revoked_at: Date | null;
}

/**
 * What a link opens, for somebody without an account: its release, and what the desk has corrected in it since; nothing
 * beside that. Notes that it was used.
 */
export async function openShare(app: App, token: string): Promise<OpenedShare> {
  if (!SHARE_TOKEN.test(token)) return { state: "unknown" };
  const [row] = await app.db.prisma.$queryRaw<Row[]>`
    SELECT id::text, workspace_id::text, workspace_name, release_id::text, number, created_by, expires_at, revoked_at
    FROM assay_share(${hashShareToken(token)})`;
  if (row === undefined) return { state: "unknown" };
  const now = app.now();
  if (row.revoked_at !== null) return { state: "revoked", desk: row.workspace_name };
  if (row.expires_at <= now) return { state: "expired", desk: row.workspace_name };
  // Within the workspace, as nobody: rows of a person's own stay out of sight.
  const scope = { workspaceId: row.workspace_id, userId: "" };
  const file = await releaseFile(app, scope, row.release_id, "html");
  const corrections = await withScope(app.db, scope, async (tx) => {
    await tx.shareLink.update({ where: { id: row.id }, data: { lastUsedAt: now, uses: { increment: 1 } } });
    return laterCorrections(tx, row.release_id);
  });
  return { state: "open", file, number: row.number, corrections };
}

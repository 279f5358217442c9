import type { Session } from "@assay/db";
import type { Completeness } from "@assay/domain";
import type { StoredText } from "../reading/read-source.ts";

export interface NewRevision extends StoredText {
  id: string;
  workspaceId: string;
  caseId: string;
  sourceId: string;
  number: number;
  sha256: string;
  length: number;
  completeness: Completeness;
  originalName: string | null;
  originalMediaType: string;
  createdBy: string;
  createdAt: Date;
}

/**
 * Past Prisma, which would turn 25 MB of text into JSON and back more than once while nobody else is served. Bytes go
 * to the database as they are, and become text there.
 */
export async function insertRevision(session: Session, row: NewRevision): Promise<void> {
  await session.query(
    `INSERT INTO source_revisions (id, workspace_id, case_id, source_id, number, sha256, length, completeness,
       original_name, original_media_type, original_sha256, created_by, created_at, original, text, blocks)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::completeness, $9, $10, $11, $12, $13::timestamptz, $14::bytea,
       convert_from(coalesce($15::bytea, $14::bytea), 'UTF8'), convert_from($16::bytea, 'UTF8')::jsonb)`,
    [
      row.id,
      row.workspaceId,
      row.caseId,
      row.sourceId,
      row.number,
      row.sha256,
      row.length,
      row.completeness,
      row.originalName,
      row.originalMediaType,
      row.originalSha256,
      row.createdBy,
      row.createdAt.toISOString(),
      row.original,
      row.text,
      row.blocks,
    ],
  );
}

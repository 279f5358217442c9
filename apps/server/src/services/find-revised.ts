import { Prisma, runSql } from "@assay/db";
import type { Session } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { Completeness, Evidence, SourceKind, Stance, TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import { evidenceJson, tagJson } from "./case-json.ts";
import { NO_SOURCE, refuseRemoved } from "./find-source.ts";
import type { PlacedSource } from "./find-source.ts";
import { isSeenJson } from "./seal-json.ts";

/** The newest revision of a source, which a newer one is to follow. */
export interface BaseRevision {
  id: string;
  number: number;
  sha256: string;
  length: number;
  completeness: Completeness;
  /** Of the source. */
  version: number;
  kind: SourceKind;
  source: PlacedSource;
}

export async function findBase(session: Session, caseId: string, sourceId: string): Promise<BaseRevision> {
  const [base] = await runSql<BaseRevision>(
    session,
    Prisma.sql`SELECT r.id::text, r.number, r.sha256, r.length, r.completeness::text AS completeness, s.version, s.kind::text AS kind,
        json_build_object('number', s.number, 'removedAt', s.removed_at) AS source
      FROM sources s JOIN source_revisions r ON r.source_id = s.id
      WHERE s.case_id = ${caseId}::uuid AND s.id = ${sourceId}::uuid ORDER BY r.number DESC LIMIT 1`,
  );
  if (base === undefined) throw new DomainError("NOT_FOUND", NO_SOURCE);
  refuseRemoved(base.source);
  return base;
}

export function readBaseText({ app }: CaseContext, session: Session, base: BaseRevision): Promise<string> {
  return app.texts.get(base.id, base.length, async () => {
    const [row] = await runSql<{ text: string }>(
      session,
      Prisma.sql`SELECT text FROM source_revisions WHERE id = ${base.id}::uuid`,
    );
    if (row === undefined) throw new Error(`Revision ${base.id} was there a moment ago`);
    return row.text;
  });
}

/** Whether blocks, as JSON in UTF-8, are not those of a revision: of a draft formatting alone can be news. */
export async function hasOtherBlocks(session: Session, { id }: BaseRevision, blocks: Uint8Array): Promise<boolean> {
  const [row] = await runSql<{ differs: boolean }>(
    session,
    Prisma.sql`SELECT blocks <> ${Buffer.from(blocks).toString("utf8")}::jsonb AS differs
      FROM source_revisions WHERE id = ${id}::uuid`,
  );
  return row?.differs === true;
}

/** A tag with its passages where they are now, and as its author wrote them. */
export interface StandingTag {
  tag: TagView;
  own: Evidence[];
  /** Of an overturned one: the stance that the ruling left standing. */
  ruled: Stance | null;
}

/** Every tag of a source, in the order of their making; for a person's eyes, those that they may see (B1). */
export function findStanding(
  session: Session,
  caseId: string,
  sourceId: string,
  whose: "all" | "seen",
): Promise<StandingTag[]> {
  return runSql<StandingTag>(
    session,
    Prisma.sql`SELECT ${tagJson()} AS tag, ${evidenceJson("v")} AS own, CASE WHEN t.state = 'overturned' THEN (
          SELECT a.stance::text FROM adjudications a WHERE a.tag_id = t.id AND a.outcome = 'overturn'
          ORDER BY a.created_at DESC, a.id DESC LIMIT 1) END AS ruled
      FROM tags t JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
      WHERE t.case_id = ${caseId}::uuid AND t.source_id = ${sourceId}::uuid
        ${whose === "all" ? Prisma.empty : Prisma.sql`AND ${isSeenJson()}`}
      ORDER BY t.created_at, t.id`,
  );
}

import { Prisma, runSql } from "@assay/db";
import type { Tx } from "@assay/db";
import { DomainError, readPolicy } from "@assay/domain";
import type { AdjudicationView, Completeness, Policy, TagContext, TagVersionView, TagView, VersionDecision } from "@assay/domain";
import { adjudicationsJson, policyJson, standsOnJson, tagJson, tagVersionsJson, tagsJson } from "./case-json.ts";
import { refuseRemoved } from "./find-source.ts";
import type { PlacedSource } from "./find-source.ts";
import type { Work } from "./in-case-mutation.ts";
import { isBlindJson, isSeenJson } from "./seal-json.ts";

/** What the rules need to know beside the tag: its claim's wording and the revision it judges. */
export interface FoundTag {
  tag: TagView;
  claim: { number: number; version: number; text: string; judgedText: string; withdrawn: boolean };
  source: PlacedSource;
  revision: TagContext;
  /** Nobody decides anything about the tags of a cell that is still blind (B1). */
  isBlind: boolean;
  /** What was last decided about its present version. */
  decided: VersionDecision | null;
  /** What holds in the case at this moment. */
  policy: Policy;
}

interface Row {
  tag: TagView;
  number: number;
  version: number;
  text: string;
  judged_text: string;
  withdrawn: boolean;
  source: PlacedSource;
  completeness: Completeness;
  sha256: string;
  length: number;
  blind: boolean;
  decided: VersionDecision | null;
  policy: unknown;
}

/** Tags of a case with what they rest on, by id. Other cases' ids are not found (P1), nor hidden tags' (B1). */
export async function findTags(
  { session }: Pick<Work, "session">,
  caseId: string,
  tagIds: readonly string[],
): Promise<Map<string, FoundTag>> {
  const rows = await runSql<Row>(
    session,
    Prisma.sql`SELECT ${tagJson()} AS tag, k.number, k.version, k.text, j.text AS judged_text,
        ${isBlindJson()} AS blind, k.withdrawn_at IS NOT NULL AS withdrawn,
        json_build_object('number', s.number, 'removedAt', s.removed_at) AS source, r.completeness::text AS completeness,
        r.sha256, r.length, (SELECT said.decision FROM (
          SELECT w.decision::text AS decision, w.created_at, 0 AS step, w.id FROM reviews w
          WHERE w.tag_id = t.id AND w.tag_version = t.version AND w.decision <> 'comment'
          UNION ALL SELECT a.outcome::text, a.created_at, 1, a.id FROM adjudications a
          WHERE a.tag_id = t.id AND a.tag_version = t.version) said
          ORDER BY said.created_at DESC, said.step DESC, said.id DESC LIMIT 1) AS decided,
        ${policyJson()} AS policy
      FROM tags t
      JOIN tag_versions v ON v.tag_id = t.id AND v.version = t.version
      JOIN claims k ON k.id = t.claim_id
      JOIN claim_versions j ON j.claim_id = k.id AND j.version = v.claim_version
      JOIN source_revisions r ON r.id = ${standsOnJson()}
      JOIN sources s ON s.id = t.source_id
      JOIN cases c ON c.id = t.case_id
      JOIN workspaces w0 ON w0.id = c.workspace_id
      WHERE t.case_id = ${caseId}::uuid AND t.id = ANY(${tagIds}::uuid[])
        AND ${isSeenJson()}`,
  );
  return new Map(
    rows.map(({ tag, number, version, text, judged_text: judgedText, withdrawn, source, blind, decided, policy, ...read }) => {
      const claim = { number, version, text, judgedText, withdrawn };
      const revision = { completeness: read.completeness, revisionSha256: read.sha256, textLength: read.length };
      return [tag.id, { tag, claim, source, revision, isBlind: blind, decided, policy: readPolicy(policy) }];
    }),
  );
}

/** A tag that can be worked on: it exists in this case, and its claim stands. */
export async function findTag(work: Pick<Work, "session">, caseId: string, tagId: string): Promise<FoundTag> {
  const found = (await findTags(work, caseId, [tagId])).get(tagId);
  if (found === undefined) throw new DomainError("NOT_FOUND", "There is no such tag in this case.");
  return found;
}

/** A withdrawn claim keeps its tags, and nobody works on them until it is restored. */
export function refuseWithdrawnClaim(claim: { number: number; withdrawn: boolean }): void {
  if (!claim.withdrawn) return;
  throw new DomainError("REFUSED", `Claim C${claim.number} is withdrawn. Restore it first.`, { rule: "T7" });
}

/** Nobody works on a tag whose claim was withdrawn or whose source was taken out, until they are back. */
export function refuseGone({ claim, source }: Pick<FoundTag, "claim" | "source">): void {
  refuseWithdrawnClaim(claim);
  refuseRemoved(source);
}

/** B1: the author of a tag in a blind cell finds it, and may decide about it as little as anybody else. */
export function refuseBlindTag({ isBlind }: FoundTag): void {
  if (!isBlind) return;
  const message = "This cell is blind until enough people have submitted their tags. It can be reviewed when it opens.";
  throw new DomainError("REFUSED", message, { rule: "B1" });
}

/** Every tag of the cell that a tag belongs to, with their adjudications. */
export async function findCell(
  tx: Tx,
  caseId: string,
  { claimId, sourceId }: Pick<TagView, "claimId" | "sourceId">,
): Promise<{ tags: TagView[]; adjudications: AdjudicationView[] }> {
  const rows = await tx.tag.findMany({ where: { caseId, claimId, sourceId }, select: { id: true } });
  const ids = rows.map((row) => row.id);
  const judged = await tx.adjudication.findMany({ where: { tagId: { in: ids } }, select: { id: true } });
  const adjudicationIds = judged.map((row) => row.id);
  const [found] = await tx.$queryRaw<{ json: string }[]>`
    SELECT json_build_object('tags', ${tagsJson(ids)}, 'adjudications', ${adjudicationsJson(adjudicationIds)})::text
      AS json FROM cases c WHERE c.id = ${caseId}::uuid`;
  return JSON.parse(found?.json ?? '{"tags":[],"adjudications":[]}') as {
    tags: TagView[];
    adjudications: AdjudicationView[];
  };
}

/** The version the reviewer had before them, to be shown beside the tag's newest one. */
export async function findSeen(tx: Tx, tagId: string, version: number): Promise<TagVersionView | null> {
  const rows = await tx.$queryRaw<{ json: string }[]>`SELECT ${tagVersionsJson(tagId)}::text AS json`;
  const versions = JSON.parse(rows[0]?.json ?? "[]") as TagVersionView[];
  return versions.find((one) => one.version === version) ?? null;
}

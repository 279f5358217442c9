import { Prisma, runSql } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { CaseChange, SuggestionOrigin } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { ClaimFields } from "../inputs/claim-inputs.ts";
import { refuseRole } from "../policies/refuse.ts";
import { findClaim } from "./find-claim.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { createTag } from "./create-tag.ts";
import type { NewTag } from "./create-tag.ts";

export interface CreateClaim extends ClaimFields {
  mutationId: string;
  id: string;
  parentId?: string | undefined;
  /** A tag made in the same breath: the claim was marked in a source. */
  tag?: NewTagOfClaim | undefined;
  suggestion?: SuggestionOrigin | undefined;
}

type NewTagOfClaim = Omit<NewTag, "claimId" | "claimVersion">;

export function createClaim(ctx: CaseContext, input: CreateClaim): Promise<CaseChange> {
  const { mutationId, id, tag } = input;
  if (tag !== undefined) refuseRole(ctx, "tag");
  return inCaseMutation(ctx, { procedure: "claim.create", mutationId }, async (work) => {
    const event = await insertClaim(ctx, work, input);
    if (tag === undefined) return { events: [event], touched: { claims: [id] } };
    const created = await createTag(ctx, work, { ...tag, claimId: id, claimVersion: 1 });
    return { events: [event, created], touched: { claims: [id], tags: [tag.id] } };
  });
}

export async function insertClaim(ctx: CaseContext, { tx, session, at }: Work, input: Omit<CreateClaim, "mutationId">) {
  const { id, text, type, claimant, parentId = null, suggestion } = input;
  const origin = suggestion === undefined ? null : JSON.stringify(suggestion);
  const { workspaceId, userId } = ctx.scope;
  if (parentId === id) throw new DomainError("INVALID", "A claim cannot be its own parent.", { field: "parentId" });
  if (parentId !== null) await findClaim(tx, ctx.caseId, parentId);
  const [row] = await runSql<{ number: number }>(
    session,
    Prisma.sql`WITH claim AS (
        INSERT INTO claims (id, workspace_id, case_id, number, text, type, claimant, parent_id, suggestion, created_by,
          created_at, updated_at)
        SELECT ${id}::uuid, ${workspaceId}::uuid, ${ctx.caseId}::uuid, coalesce(max(number), 0) + 1, ${text},
          ${type}::claim_type, ${claimant}, ${parentId}::uuid, ${origin}::jsonb, ${userId}, ${at}::timestamptz,
          ${at}::timestamptz
        FROM claims WHERE case_id = ${ctx.caseId}::uuid
        RETURNING *
      ), wording AS (
        INSERT INTO claim_versions (claim_id, version, workspace_id, text, type, claimant, suggestion, edited_by,
          created_at)
        SELECT id, version, workspace_id, text, type, claimant, suggestion, created_by, created_at FROM claim
      )
      SELECT number FROM claim`,
  );
  const payload = { number: row?.number, version: 1, parentId, text, type, claimant, ...(suggestion && { suggestion }) };
  return { kind: "claim.created", subject: id, payload } as const;
}

import type { Queries } from "@assay/db";
import type { Belonging } from "../policies/password-reset.ts";

/** Every desk a person belongs to, and as what: past row-level security, by the door for it. */
export function findBelongings(queries: Queries, userId: string): Promise<Belonging[]> {
  return queries.$queryRaw<Belonging[]>`
    SELECT workspace_id::text AS "workspaceId", role::text FROM assay_memberships(${userId})`;
}

import { can, caseProgress, myReturned, reviewQueue } from "@assay/domain";
import type { CaseProgress } from "@assay/domain";
import type { WorkspaceContext } from "../context.ts";
import { loadOutlines } from "./load-case.ts";

export interface CaseListEntry {
  id: string;
  title: string;
  summary: string;
  createdAt: string;
  lastEvent: number;
  sources: number;
  claims: number;
  progress: CaseProgress;
  /** Tags that wait for the asking person's review; 0 for those who may not review. */
  toReview: number;
  /** The asking person's tags that came back to them. */
  returned: number;
}

export async function listCases(ctx: WorkspaceContext): Promise<CaseListEntry[]> {
  const views = await loadOutlines(ctx);
  const me = ctx.person.id;
  return views.map((view) => ({
    id: view.id,
    title: view.title,
    summary: view.summary,
    createdAt: view.createdAt,
    lastEvent: view.lastEvent,
    sources: view.sources.length,
    claims: view.claims.filter((claim) => !claim.withdrawn).length,
    progress: caseProgress(view),
    toReview: can(ctx.role, "review") ? reviewQueue(view, me).length : 0,
    returned: myReturned(view, me).length,
  }));
}

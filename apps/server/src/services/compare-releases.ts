import { withScope } from "@assay/db";
import { lastRelease } from "@assay/domain";
import type { ReleasePlan } from "@assay/domain";
import { compareSnapshots } from "@assay/reports";
import type { SnapshotDifference } from "@assay/reports";
import type { CaseContext } from "../context.ts";
import { freezeReport } from "./freeze-report.ts";
import { loadCommonCase } from "./load-case.ts";
import { readRelease } from "./release-file.ts";

export interface CompareReleases {
  from: number;
  /** Null: the case as it is now, in the scope of `from`. */
  to: number | null;
}

/** What changed from one release to another, or since one, in words. */
export function compareReleases(ctx: CaseContext, { from, to }: CompareReleases): Promise<SnapshotDifference[]> {
  const { caseId } = ctx;
  return withScope(ctx.app.db, ctx.scope, async (tx) => {
    const before = await readRelease(tx, { caseId, number: from });
    if (to !== null) return compareSnapshots(before, await readRelease(tx, { caseId, number: to }));
    const view = await loadCommonCase(tx, ctx.caseId);
    const plan = view.releases.find(({ number }) => number === from)?.plan ?? lastRelease(view)?.plan;
    const release = before.release;
    if (plan === undefined || release === undefined) return [];
    return compareSnapshots(before, await freezeReport(tx, ctx, { view, plan: asNow(plan, view.title), release }));
  });
}

/** A release's own title is not a change of the case. */
function asNow(plan: ReleasePlan, caseTitle: string): ReleasePlan {
  return { ...plan, title: plan.title || caseTitle };
}

import type { TestServer } from "@assay/db/test-database";
import type { CaseView } from "@assay/domain";
import pg from "pg";
import type { Desk } from "../../apps/server/src/testing/desk.ts";
import { addClaim, addText, newId, openDesk } from "../../apps/server/src/testing/desk.ts";
import { WORK_TEXT } from "../../apps/server/src/testing/random-work.ts";

/** Everybody who acts, in every role; the stranger has an account and no seat at the desk. */
export const ACTORS = ["owner", "lead", "reviewer", "annotator", "second", "viewer", "stranger"] as const;
export type Actor = (typeof ACTORS)[number];

/** One desk for all runs; each run has a case of its own. */
export interface Stage {
  desk: Desk;
  /** A connection of the database's owner: past row-level security. */
  owner: pg.Pool;
  close(): Promise<void>;
}

export async function openStage(on?: TestServer): Promise<Stage> {
  const desk = await openDesk({}, on);
  const owner = new pg.Pool({ connectionString: desk.url, max: 1 });
  return {
    desk,
    owner,
    async close() {
      await owner.end();
      await desk.close();
    },
  };
}

/** Two claims and two sources: enough for cells that differ, few enough that people meet in them. */
export async function openRun({ desk }: Stage): Promise<CaseView> {
  const { workspaceId } = desk;
  const caseId = newId();
  await desk.as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "" });
  for (const publisher of ["The Kelm Ledger", "Harbour Wire"]) {
    await addText(desk.as.annotator, caseId, WORK_TEXT, { publisher });
  }
  for (const claim of ["214 people were aboard.", "Nobody was hurt."]) await addClaim(desk.as.second, caseId, claim);
  return desk.as.lead.case.get({ caseId });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect, launchPostgres, migrate } from "@assay/db";
import { loadCase } from "../../../apps/server/src/services/load-case.ts";
import type { CaseContext } from "../../../apps/server/src/context.ts";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";
import { fillCase } from "./fill-case.ts";
import { RAW_QUERY } from "./raw-query.ts";

const WARM_UP = 20;
const ROUNDS = 60;
const BAR = 1.5;

async function timed(fn: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await fn();
  return performance.now() - began;
}

/** Loading 3 sources, 200 claims and 600 reviewed tags through the API's service, against the same by hand. */
export async function runCaseBench(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const postgres = await launchPostgres({ dataDir, port: 0 });
  const owner = new pg.Client({ connectionString: postgres.url });
  const db = connect({ url: postgres.url });
  try {
    await migrate({ url: postgres.url, folder: join(import.meta.dirname, "../../../prisma/migrations") });
    await owner.connect();
    const { workspaceId, userId, caseId } = await fillCase(owner, { sources: 3, claims: 200 });
    // The service reads the database and the scope, nothing else of its context.
    const ctx = {
      app: { db } as CaseContext["app"],
      person: { id: userId, name: "Ann Author", email: "" },
      scope: { workspaceId, userId },
      role: "owner",
      caseId,
    } satisfies CaseContext;
    const service = () => loadCase(ctx);
    const byHand = async () => JSON.parse((await owner.query<{ json: string }>(RAW_QUERY, [caseId])).rows[0]?.json ?? "");

    const view = await service();
    if (view.claims.length !== 200 || view.tags.length !== 600 || view.reviews.length !== 600) {
      throw new Error(`the case is not the size it should be: ${view.claims.length} claims, ${view.tags.length} tags`);
    }
    for (let i = 0; i < WARM_UP; i += 1) {
      await service();
      await byHand();
    }
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      ours.push(await timed(service));
      theirs.push(await timed(byHand));
    }
    const ratio = median(ours) / median(theirs);
    return [
      { figure: "load a case through the service", value: median(ours), unit: "ms", bar: "", holds: null },
      { figure: "the same by one hand-written query", value: median(theirs), unit: "ms", bar: "", holds: null },
      { figure: "service / hand-written", value: ratio, unit: "×", bar: `≤ ${BAR} ×`, holds: ratio <= BAR },
    ];
  } finally {
    await owner.end();
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

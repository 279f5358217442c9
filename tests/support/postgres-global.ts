import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchPostgres } from "@assay/db";
import { createTemplate, dropTemplate } from "@assay/db/test-database";
import type { TestProject } from "vitest/node";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** One Postgres and one migrated template for a whole run: an embedded one, or the server DATABASE_URL_TEST names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["DATABASE_URL_TEST"];
  const embedded = given ? null : await launchThrowaway();
  const testServer = await createTemplate(given ?? embedded?.url ?? "", MIGRATIONS);
  project.provide("testServer", testServer);
  return async () => {
    if (embedded) await embedded.remove();
    else await dropTemplate(testServer);
  };
}

async function launchThrowaway(): Promise<{ url: string; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "assay-postgres-"));
  const postgres = await launchPostgres({ dataDir, throwaway: true });
  return {
    url: postgres.url,
    async remove() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

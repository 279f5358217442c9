import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchPostgres } from "@assay/db";
import { createTemplate, dropTemplate } from "@assay/db/test-database";
import type { TestServer } from "@assay/db/test-database";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** A Postgres with a migrated template: an embedded one of its own, or the server at `given`. */
export async function startTestServer(given?: string): Promise<{ testServer: TestServer; stop(): Promise<void> }> {
  const embedded = given ? null : await launchThrowaway();
  const testServer = await createTemplate(given ?? embedded?.url ?? "", MIGRATIONS);
  return {
    testServer,
    async stop() {
      if (embedded) await embedded.remove();
      else await dropTemplate(testServer);
    },
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

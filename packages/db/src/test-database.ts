import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { migrate } from "./migrate.ts";

export interface TestDatabase {
  /** Its owner's address, as `connect` and `migrate` want it. */
  url: string;
  /** Removes it. Rejects when something still holds a connection: a leak that would stall a real server one day. */
  drop(): Promise<void>;
}

/** Where tests find their server: `server` makes and drops databases, `template` is migrated and empty. */
export interface TestServer {
  server: string;
  template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Migrates a template, once per run. */
export async function createTemplate(server: string, migrations: string): Promise<TestServer> {
  const template = `assay_template_${randomBytes(6).toString("hex")}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${template}`));
  await migrate({ url: withDatabase(server, template), folder: migrations });
  return { server, template };
}

export async function dropTemplate({ server, template }: TestServer): Promise<void> {
  await onServer(server, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`));
}

/** A migrated, empty database of one's own, for one test file. The server comes from the run's global set-up. */
export async function createTestDatabase(on?: TestServer): Promise<TestDatabase> {
  const { server, template } = on ?? (await import("vitest")).inject("testServer");
  const name = `assay_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: withDatabase(server, name),
    async drop() {
      const leaks = await onServer(server, (client) => findLeaks(client, name));
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      if (leaks.length > 0) throw new Error(`Connections were left open: ${leaks.join("; ")}`);
    },
  };
}

/** A closed connection takes the server a moment to forget. */
async function findLeaks(client: pg.Client, database: string): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    const { rows } = await client.query<{ leak: string }>(
      `SELECT format('%s: %s', application_name, query) AS leak FROM pg_stat_activity
       WHERE datname = $1 AND backend_type = 'client backend'`,
      [database],
    );
    if (rows.length === 0 || attempt >= 100) return rows.map((row) => row.leak);
    await sleep(10);
  }
}

async function onServer<T>(server: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server, application_name: "assay tests" });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

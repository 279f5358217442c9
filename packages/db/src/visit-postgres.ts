import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { launchPostgres } from "./launch-postgres.ts";
import { DATABASE, describeDataFolder, OWNER, readPassword } from "./postgres/cluster.ts";
import { PostgresLaunchError } from "./postgres/errors.ts";

export interface VisitedPostgres {
  /** With the owner's password in it. */
  url: string;
  leave(): Promise<void>;
}

/** The line of the pid file that names the port. */
const PORT_LINE = 3;

/**
 * The Postgres of a data folder, for a command that soon ends: the one that a server runs on it, or else one of its own.
 * Makes no database: a folder without one is refused.
 */
export async function visitPostgres(dataDir: string): Promise<VisitedPostgres> {
  const folder = describeDataFolder(dataDir);
  if (!(await stat(folder.cluster).catch(() => null))) {
    throw new PostgresLaunchError(
      `There is no database in ${path.dirname(dataDir)}. Name the desk's data folder with ASSAY_DATA, ` +
        `or its database with DATABASE_URL.`,
    );
  }
  const lines = (await readFile(path.join(folder.cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const port = Number(lines[PORT_LINE]);
  if (port > 0) {
    const url = `postgres://${OWNER}:${await readPassword(folder)}@127.0.0.1:${port}/${DATABASE}`;
    if (await answers(url)) return { url, leave: () => Promise.resolve() };
  }
  const { url, stop } = await launchPostgres({ dataDir });
  return { url, leave: stop };
}

/** A pid file may be left from a crash; then nothing answers there, or another database with another password. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: "assay visit", connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  return client.connect().then(() => true, () => false).finally(() => client.end().catch(() => undefined));
}

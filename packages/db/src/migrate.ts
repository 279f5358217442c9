import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { APP_ROLE } from "./app-role.ts";

/** The advisory lock that `prisma migrate deploy` takes, so that it and this runner exclude each other. */
const MIGRATION_LOCK = 72707369;

/** As Prisma makes it: `prisma migrate status` on an ordinary machine reads what is written here. */
const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) NOT NULL PRIMARY KEY,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrateOptions {
  /** The database's owner, not the server's role: migrations make tables, policies and that role. */
  url: string;
  /** Folder of `<name>/migration.sql`. */
  folder: string;
  log?: (message: string) => void;
}

/** A database that this version of the program must not touch. The message says what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/**
 * Brings the database up to the newest migration; does nothing when it is there. Each migration runs in a transaction
 * of its own together with its entry in the history, so a failed one leaves no trace. Processes that start at the same
 * time wait for each other. Nothing runs when the history does not fit the folder.
 */
export async function migrate({ url, folder, log }: MigrateOptions): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "assay migrate" });
  // A lost connection also rejects the query under way; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(CREATE_HISTORY);
    const pending = await findPending(client, migrations);
    for (const migration of pending) {
      log?.(`Applying migration ${migration.name}`);
      await apply(client, migration);
    }
    await joinAppRole(client);
    return { applied: pending.map((migration) => migration.name) };
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  if (names.length === 0) throw new MigrationError(`No migrations in ${folder}.`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: sha256(sql) };
    }),
  );
}

interface HistoryRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.migration_name);
    if (!migration) {
      throw new MigrationError(
        `The database has migration ${row.migration_name}, which this version of Assay does not know. ` +
          `Start the newer version that made it, or use another database.`,
      );
    }
    if (!row.finished_at) {
      throw new MigrationError(
        `Migration ${row.migration_name} was begun by another tool and not finished. ` +
          `Mend it with "prisma migrate resolve", then start again.`,
      );
    }
    if (!isChecksumOf(row.checksum, migration.sql)) {
      throw new MigrationError(
        `Migration ${row.migration_name} was changed after it had been applied to this database. ` +
          `Put the file back as it was; changes belong in a new migration.`,
      );
    }
  }
  const done = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const message = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${migration.name} failed and was undone: ${message}`, { cause: error });
  }
}

/**
 * Since Postgres 16 an owner who is no superuser administers the role they made and yet may not become it, as every
 * session of the server must. Also an owner who came later, say by a restore, is let in here.
 */
async function joinAppRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_roles WHERE rolname = $1 AND NOT pg_has_role(oid,
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)`,
    [APP_ROLE],
  );
  if (rowCount === 0) return;
  try {
    await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
  } catch (error) {
    const { user } = client;
    throw new MigrationError(
      `The database user ${user} may not act as ${APP_ROLE}. Let an administrator run: GRANT ${APP_ROLE} TO ${user}`,
      { cause: error },
    );
  }
}

/** A checkout may have turned line ends into CRLF; Prisma lets that pass too. */
function isChecksumOf(checksum: string, sql: string): boolean {
  const withLf = sql.replaceAll("\r\n", "\n");
  return [sql, withLf, withLf.replaceAll("\n", "\r\n")].some((text) => sha256(text) === checksum);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

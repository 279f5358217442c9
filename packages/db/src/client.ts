import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { APP_ROLE } from "./app-role.ts";
import { PrismaClient } from "./generated/client.ts";
import { LendingPool } from "./lending-pool.ts";
import { openNews } from "./listen.ts";
import type { News } from "./listen.ts";
import { LIMITS } from "./transaction.ts";
import type { Session, Tx } from "./transaction.ts";
import { createStatementNamer } from "./statement-namer.ts";

export interface ConnectOptions {
  url: string;
  applicationName?: string;
  /** Most connections of this process. */
  max?: number;
  /** An idle connection that breaks is replaced by itself; this is told of it. */
  onConnectionError?: (error: Error) => void;
}

export interface Database {
  prisma: PrismaClient;
  /** The same connections, for SQL by hand. */
  pool: pg.Pool;
  url: string;
  /** What changed, from this process to all others and back. */
  news: News;
  /** The transaction that work on this database takes part in, instead of beginning its own. */
  joined?: { tx: Tx; session: Session };
  /** Rejects unless the database answers and every session runs as the bound role, in UTC. */
  check(): Promise<void>;
  /** Which of these migrations the database has not seen. Rejects as `check` does. */
  findMissing(migrations: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Connects on first use. Every session is the non-owner role, so that no query can step over row-level security. */
export function connect({ url, applicationName = "assay", max = 10, onConnectionError }: ConnectOptions): Database {
  const sessionUrl = withSessionOptions(url);
  const pool = new LendingPool({
    connectionString: sessionUrl,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: 30_000,
  });
  // Connections that break while everything is being closed are no news.
  pool.on("error", (error) => (pool.ending ? undefined : onConnectionError?.(error)));
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNamer(), disposeExternalPool: true });
  // The accounts' library begins transactions of its own, without limits of ours: a busy machine is no reason to refuse.
  const prisma = new PrismaClient({ adapter, transactionOptions: LIMITS });
  const news = openNews({ url: sessionUrl, pool, onError: onConnectionError });
  return {
    prisma,
    pool,
    url,
    news,
    check: () => checkSession(pool),
    async findMissing(migrations) {
      await checkSession(pool);
      const { rows } = await pool.query<{ name: string }>("SELECT assay_applied_migrations() AS name");
      const applied = new Set(rows.map(({ name }) => name));
      return migrations.filter((name) => !applied.has(name));
    },
    async close() {
      await news.close();
      await prisma.$disconnect();
      // Prisma ends the pool only if it was ever used through Prisma.
      if (!pool.ending) await pool.end();
    },
  };
}

/**
 * Sets role and time zone as start-up options of each session. They go into the URL, after any options it already has,
 * because pg lets a URL's options replace those passed beside it. UTC because the adapter ignores offsets of timestamptz.
 */
function withSessionOptions(url: string): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get("options") ?? "";
  parsed.searchParams.set("options", `${given} -c timezone=UTC -c role=${APP_ROLE}`.trim());
  return parsed.href;
}

async function checkSession(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; zone: string }>(
    "SELECT current_user AS role, current_setting('TimeZone') AS zone",
  );
  const session = rows[0];
  if (session?.role !== APP_ROLE || session.zone !== "UTC") {
    throw new Error(
      `The database session runs as ${session?.role} in ${session?.zone}, not as ${APP_ROLE} in UTC. ` +
        `A connection pooler that drops start-up options cannot be used.`,
    );
  }
}

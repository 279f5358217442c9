import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, keepPostgres, migrate, readMigrations } from "@assay/db";
import type { Database, RunningPostgres } from "@assay/db";
import { demoCase } from "@assay/seeds";
import { getRequestListener } from "@hono/node-server";
import { pino } from "pino";
import type { Logger } from "pino";
import { createApp } from "./create-app.ts";
import type { App, DemoAccount } from "./context.ts";
import { openDataFolder } from "./data-folder.ts";
import type { DataFolder } from "./data-folder.ts";
import { loadDemo } from "./demo/load-demo.ts";
import type { Env } from "./env.ts";
import { createHttp } from "./http/create-http.ts";
import { listen } from "./listen.ts";
import { startMailWorker } from "./mail/mail-worker.ts";
import { ROOT } from "./root.ts";
import { provideOperator, provideToken } from "./services/provide-operator.ts";

export interface RunningServer {
  url: string;
  app: App;
  /** Finishes what is under way, within ten seconds, then closes database and Postgres. May be called twice. */
  stop(): Promise<void>;
}

const MIGRATIONS = join(ROOT, "prisma/migrations");

/** Long enough for any request under way; the rest of the ten seconds is the database's. */
const DRAIN_MS = 7_000;
const LOOPBACK = /^(127\.|::1$|localhost$)/;
const SETTLE_MS = 50;
const CLOSE_MS = 1_000;

/** Boots a server from its environment. `say` takes lines meant for whoever started it. */
export async function startServer(env: Env, say: (line: string) => void = () => undefined): Promise<RunningServer> {
  // Standard output is for the lines a person reads.
  const log = pino({ level: env.logLevel }, pino.destination({ fd: 2, sync: true }));
  const folder = env.databaseUrl === null ? openDataFolder(env.dataDir) : null;
  const onLost = (error: unknown) => say(`The database could not be brought back, start Assay again: ${String(error)}`);
  const postgres = folder === null ? null : await keepPostgres({ dataDir: folder.postgres, log: say, onLost });
  let db: Database | null = null;
  try {
    const url = postgres?.url ?? env.databaseUrl ?? "";
    await migrate({ url, folder: MIGRATIONS, log: say });
    // The error itself carries the whole connection along.
    const onConnectionError = ({ message }: Error) => log.warn({ reason: message }, "database connection lost");
    db = connect({ url, onConnectionError });
    await db.check();
    const migrations = (await readMigrations(MIGRATIONS)).map(({ name }) => name);
    return await open(env, { db, postgres, folder, log, say, migrations });
  } catch (error) {
    await db?.close();
    await postgres?.stop();
    throw error;
  }
}

interface Parts {
  db: Database;
  postgres: RunningPostgres | null;
  folder: DataFolder | null;
  log: Logger;
  say: (line: string) => void;
  migrations: string[];
}

async function open(env: Env, { db, postgres, folder, log, say, migrations }: Parts): Promise<RunningServer> {
  const { server, port } = await listen(env.host, env.port);
  if (env.port !== 0 && port !== env.port) say(`Port ${env.port} is taken; using ${port} instead.`);
  const url = `http://${env.host.includes(":") ? `[${env.host}]` : env.host}:${port}`;
  const own = [`http://127.0.0.1:${port}`, `http://localhost:${port}`, url];
  const origins = [...new Set(env.origin === null ? own : [env.origin, ...own])];
  const secret = env.secret ?? openDataFolder(env.dataDir).secret();
  if (env.secret === null && folder === null) {
    say(`ASSAY_SECRET is not set: using one kept in ${env.dataDir}. Processes on one database have to share one.`);
  }
  if (folder !== null && !LOOPBACK.test(env.host)) {
    say(`Others can reach ${env.host}, and everybody can know the demo's passwords. For a desk, set DATABASE_URL.`);
  }
  const demo = folder === null ? null : { accounts: demoAccounts() };
  const { registration, models } = env;
  const app = createApp({ db, secret, origins, registration, demo, canMail: env.mail !== null, models, log });
  let isOpen = true;
  const http = createHttp({
    app,
    origins,
    web: join(ROOT, "apps/web/dist"),
    trustProxy: env.trustProxy,
    migrations,
    isOpen: () => isOpen,
  });
  const furnished = folder === null ? Promise.resolve() : furnish(app, folder, url, say);
  const answer = getRequestListener(http.fetch);
  // The port is open already, so requests come before everything is in its place: they wait, and are not forgotten.
  server.on("request", (incoming, outgoing) => void furnished.then(() => answer(incoming, outgoing), () => outgoing.destroy()));
  try {
    await furnished;
  } catch (error) {
    server.close();
    throw error;
  }

  const links = env.origin ?? url;
  const mail = env.mail === null ? null : startMailWorker({ db, ...env.mail, origin: links, log, now: app.now });

  let stopping: Promise<void> | null = null;
  const stop = async () => {
    isOpen = false;
    // Whoever sends requests here learns from /readyz to send no more; connections that the system has taken but the
    // server has not seen yet would be reset.
    await sleep(Math.max(env.stopDelay, SETTLE_MS));
    app.live.close();
    app.assist.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection becomes idle when its last answer is out, and browsers would keep it open.
    const idle = setInterval(() => server.closeIdleConnections(), SETTLE_MS);
    const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
    await mail?.stop();
    // What still asks the database after its client was cut off is not waited for.
    await Promise.race([db.close(), sleep(CLOSE_MS, undefined, { ref: false })]);
    await postgres?.stop();
  };
  return { url, app, stop: () => (stopping ??= stop()) };
}

/** What only an embedded server has: the demo, and a token for commands on the same machine. */
async function furnish(app: App, folder: DataFolder, url: string, say: (line: string) => void): Promise<void> {
  const isNew = (await app.db.prisma.user.findFirst({ select: { id: true } })) === null;
  // Before anything is stored, so that a first run cut short at any point goes on next time.
  if (isNew) folder.markDemo("begun");
  const operator = await provideOperator(app);
  if (folder.isDemoBegun()) {
    say("Loading the demo case.");
    await loadDemo(app, operator, demoCase);
    folder.markDemo("loaded");
  }
  folder.writeToken(await provideToken(app, operator, folder.readToken()));
  folder.writeUrl(url);
}

function demoAccounts(): DemoAccount[] {
  const order = ["annotator", "reviewer", "lead"];
  return demoCase.people
    .map(({ name, role, email, password }) => ({ name, role, email, password }))
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

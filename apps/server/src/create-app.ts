import type { Database } from "@assay/db";
import { pino } from "pino";
import type { Logger } from "pino";
import { AssistReader } from "./assist/assist-reader.ts";
import { createAuth } from "./auth.ts";
import type { App, DemoAccount, ModelRules } from "./context.ts";
import { createMetrics } from "./http/metrics.ts";
import { LiveHub } from "./live/live-hub.ts";
import { VERSION } from "./root.ts";
import { TextCache } from "./text-cache.ts";

export interface AppOptions {
  db: Database;
  secret: string;
  /** Addresses under which browsers may use the server; the first is its own. */
  origins: string[];
  registration?: "open" | "closed";
  demo?: { accounts: DemoAccount[] } | null;
  canMail?: boolean;
  models?: ModelRules;
  log?: Logger;
  now?: () => Date;
}

/** Everything a request needs, wired together once. Opens nothing: the database connects on first use. */
export function createApp(options: AppOptions): App {
  const { db, secret, origins, registration = "open", demo = null, canMail = false } = options;
  const models = options.models ?? { addresses: "public", folder: null };
  const log = options.log ?? pino({ level: "silent" });
  const now = options.now ?? (() => new Date());
  const auth = createAuth({ db, secret, origins, registration, now });
  const texts = new TextCache();
  const live = new LiveHub({ db, onFailure: (err) => log.warn({ err }, "reading for live streams failed") });
  const assist = new AssistReader({ onFault: (err) => log.error({ err }, "reading for suggestions failed") });
  const metrics = createMetrics();
  return { db, auth, secret, registration, demo, canMail, version: VERSION, texts, live, assist, models, log, metrics, now };
}

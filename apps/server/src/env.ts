import { join, resolve } from "node:path";
import { z } from "zod";
import { MODEL_ADDRESSES } from "./assist/model-addresses.ts";
import type { ModelRules } from "./context.ts";
import { ROOT } from "./root.ts";

/** An environment the server cannot run in. The message says which variable to mend. */
export class EnvError extends Error {
  override name = "EnvError";
}

/** Unset and empty mean the same: shells and process managers cannot always tell them apart. */
const optional = (value: unknown) => (value === "" ? undefined : value);

const schema = z.object({
  DATABASE_URL: z.preprocess(
    optional,
    z.url({ protocol: /^postgres(ql)?$/, error: "is no postgres:// address" }).optional(),
  ),
  ASSAY_DATA: z.preprocess(optional, z.string().optional()),
  PORT: z.preprocess(optional, z.coerce.number({ error: "is no number" }).int().min(0).max(65_535).default(4310)),
  HOST: z.preprocess(optional, z.string().default("127.0.0.1")),
  ASSAY_SECRET: z.preprocess(
    optional,
    z.string().min(32, { error: "is too short: use at least 32 random characters" }).optional(),
  ),
  ASSAY_ORIGIN: z.preprocess(optional, z.url({ protocol: /^https?$/, error: "is no http(s):// address" }).optional()),
  ASSAY_REGISTRATION: z.preprocess(optional, z.enum(["open", "closed"], { error: "is open or closed" }).optional()),
  ASSAY_TRUST_PROXY: z.preprocess(optional, z.enum(["0", "1"], { error: "is 0 or 1" }).default("0")),
  ASSAY_STOP_DELAY: z.preprocess(
    optional,
    z.coerce.number({ error: "is no number of seconds" }).min(0).max(300).default(0),
  ),
  ASSAY_SMTP_URL: z.preprocess(
    optional,
    z.url({ protocol: /^smtps?$/, hostname: /./, error: "is no smtp:// or smtps:// address" }).optional(),
  ),
  ASSAY_MAIL_FROM: z.preprocess(optional, z.string().regex(/@/, { error: "is no mail address" }).optional()),
  ASSAY_MODEL_ADDRESSES: z.preprocess(
    optional,
    z.enum(MODEL_ADDRESSES, { error: "is public, loopback or private" }).default("public"),
  ),
  ASSAY_MODEL_FOLDER: z.preprocess(optional, z.string().optional()),
  ASSAY_LOG: z.preprocess(
    optional,
    z.enum(["debug", "info", "warn", "error", "silent"], { error: "is debug, info, warn, error or silent" }).optional(),
  ),
});

export interface Env {
  /** Null: the embedded Postgres in the data folder. */
  databaseUrl: string | null;
  dataDir: string;
  /** 0: any free port. */
  port: number;
  host: string;
  /** Null: one is made once and kept in the data folder. */
  secret: string | null;
  /** The address browsers use, where it is not the one listened on. */
  origin: string | null;
  registration: "open" | "closed";
  /** Take the client's address from X-Forwarded-For, as a reverse proxy sets it. */
  trustProxy: boolean;
  /** Milliseconds between saying on /readyz that no more requests are wanted and taking none. */
  stopDelay: number;
  /** Null: notifications stay in the app. */
  mail: { smtpUrl: string; from: string } | null;
  /** Which models of their own desks may use. */
  models: ModelRules;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/** The only reader of the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`);
    throw new EnvError(lines.join("\n"));
  }
  const { data } = parsed;
  const { ASSAY_SMTP_URL: smtpUrl, ASSAY_MAIL_FROM: from } = data;
  if (smtpUrl !== undefined && from === undefined) {
    throw new EnvError("ASSAY_MAIL_FROM is not set: with ASSAY_SMTP_URL it names the sender of the mails.");
  }
  const databaseUrl = data.DATABASE_URL ?? null;
  const isEmbedded = databaseUrl === null;
  return {
    databaseUrl,
    dataDir: data.ASSAY_DATA === undefined ? join(ROOT, "data") : resolve(data.ASSAY_DATA),
    port: data.PORT,
    host: data.HOST,
    secret: data.ASSAY_SECRET ?? null,
    origin: data.ASSAY_ORIGIN === undefined ? null : new URL(data.ASSAY_ORIGIN).origin,
    registration: data.ASSAY_REGISTRATION ?? (isEmbedded ? "open" : "closed"),
    trustProxy: data.ASSAY_TRUST_PROXY === "1",
    stopDelay: data.ASSAY_STOP_DELAY * 1000,
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from },
    models: {
      addresses: data.ASSAY_MODEL_ADDRESSES,
      folder: data.ASSAY_MODEL_FOLDER === undefined ? null : resolve(data.ASSAY_MODEL_FOLDER),
    },
    logLevel: data.ASSAY_LOG ?? (isEmbedded ? "warn" : "info"),
  };
}

import { randomUUID } from "node:crypto";
import type { Database } from "@assay/db";
import { isBlank } from "@assay/domain";
import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { bearer } from "better-auth/plugins";
import { endResets } from "./services/end-resets.ts";
import { findInvitation } from "./services/find-invitation.ts";

export interface AuthOptions {
  db: Database;
  secret: string;
  /** Where browsers reach this server; the first one is its address. */
  origins: string[];
  registration: "open" | "closed";
  now(): Date;
}

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
const HOUR = 3600;
const DAY = 24 * HOUR;
const NAME_MAX = 100;

/** Carries the address a request came from; set by the server itself, whatever a client sends. */
export const ADDRESS_HEADER = "x-assay-address";
/** Carries an invitation's token on sign-up. */
export const INVITATION_HEADER = "x-assay-invitation";

/** Accounts and sessions: e-mail and password, cookie for browsers, bearer token for the command line. */
export function createAuth(options: AuthOptions) {
  const { db, secret, origins } = options;
  return betterAuth({
    appName: "Assay",
    baseURL: origins[0],
    basePath: "/api/auth",
    secret,
    trustedOrigins: origins,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(db.prisma, { provider: "postgresql", transaction: true }),
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX },
    // A list of sign-ins says when each was last used: this is as exactly as anybody knows.
    session: { expiresIn: 30 * DAY, updateAge: HOUR },
    // The first hands out what the other sign-ins sign in with: `me.sessions` lists them without. The others send links
    // to whoever asks: here a desk makes them, for its own people (services/make-reset.ts).
    disabledPaths: ["/list-sessions", "/request-password-reset", "/reset-password"],
    advanced: {
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: {
        // Wrong passwords are counted apart, and fewer of them allowed (http/create-http.ts).
        "/sign-in/email": { window: 60, max: 60 },
        "/sign-up/email": { window: 60, max: 30 },
        "/change-password": { window: 60, max: 60 },
      },
    },
    databaseHooks: {
      // Streams go on until told: each process then looks which of its own have lost their sign-in.
      session: { delete: { after: async ({ userId }) => db.news.changed(userId) } },
      user: { update: { after: ({ id }) => tellDesks(db, id) } },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        const body = (ctx.body ?? {}) as { name?: unknown; invitation?: unknown } & Passwords;
        if (ctx.path === "/update-user" && body.name !== undefined) refuseName(body.name);
        if (ctx.path === "/change-password") refuseSame(body);
        if (ctx.path !== "/sign-up/email") return;
        refuseName(body.name);
        const token = ctx.headers?.get(INVITATION_HEADER) ?? body.invitation;
        await refuseStranger(options, typeof token === "string" ? token : null);
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== "/change-password" || ctx.context.returned instanceof Error) return;
        // Whoever knows their password needs no link, and nobody else shall use it.
        const userId = (ctx.context.newSession ?? ctx.context.session)?.user.id;
        if (userId !== undefined) await endResets(db.prisma, userId, options.now());
      }),
    },
    plugins: [bearer()],
  });
}

export type Auth = ReturnType<typeof createAuth>;

function refuseName(name: unknown): void {
  if (typeof name !== "string" || isBlank(name)) throw badRequest("NAME_MISSING", "Enter your name.");
  if (name.length > NAME_MAX) throw badRequest("NAME_TOO_LONG", `A name has at most ${NAME_MAX} characters.`);
  if (name.includes("\0")) throw badRequest("NAME_MALFORMED", "This name holds a character that cannot be stored.");
}

interface Passwords {
  currentPassword?: unknown;
  newPassword?: unknown;
}

function refuseSame({ currentPassword, newPassword }: Passwords): void {
  if (typeof newPassword !== "string" || newPassword !== currentPassword) return;
  throw badRequest("PASSWORD_SAME", "This is the password you have. Choose another.");
}

/** Whoever has a case of theirs open sees the new name. */
async function tellDesks(db: Database, userId: string): Promise<void> {
  const desks = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT workspace_id::text AS id FROM assay_memberships(${userId})`;
  for (const { id } of desks) db.news.changed(id);
}

/** Closed registration lets in whoever holds an open invitation, and the very first person. */
async function refuseStranger({ db, registration, now }: AuthOptions, token: string | null): Promise<void> {
  if (registration === "open") return;
  if (token !== null && (await findInvitation(db.prisma, token, now()))?.state === "open") return;
  if ((await db.prisma.user.findFirst({ select: { id: true } })) === null) return;
  const message = "Registration is closed here. Ask somebody on the desk for an invitation link.";
  throw new APIError("FORBIDDEN", { code: "REGISTRATION_CLOSED", message });
}

function badRequest(code: string, message: string): APIError {
  return new APIError("BAD_REQUEST", { code, message });
}

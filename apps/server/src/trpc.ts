import { DomainError, ERROR_CODES, can, lackingAbility } from "@assay/domain";
import type { Ability } from "@assay/domain";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Context, Person } from "./context.ts";
import { answerFor, domainErrorOf } from "./error-answer.ts";
import { id } from "./inputs/basics.ts";
import { PING_MS, SILENCE_MS } from "./live/heartbeat.ts";
import { findCaseAccess } from "./policies/case-access.ts";
import { findWorkspaceAccess } from "./policies/workspace-access.ts";

const t = initTRPC.context<Context>().create({
  // Left to itself tRPC takes an unset NODE_ENV for development and sends stacks to the client.
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: SILENCE_MS } },
  errorFormatter({ shape, error }) {
    const assay = answerFor(error);
    return { ...shape, message: assay.message, data: { ...shape.data, assay } };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns a service's refusal into tRPC's code, once for all procedures, and logs what nobody expected. */
const answered = t.middleware(async ({ ctx, path, type, next }) => {
  const stop = ctx.app.metrics.procedureSeconds.startTimer({ path, type });
  const result = await next();
  const refusal = result.ok ? null : domainErrorOf(result.error.cause);
  stop({ outcome: result.ok ? "ok" : (refusal?.code ?? result.error.code) });
  if (refusal !== null) {
    throw new TRPCError({ code: ERROR_CODES[refusal.code].trpc, message: refusal.message, cause: refusal });
  }
  if (!result.ok && result.error.code === "INTERNAL_SERVER_ERROR") {
    ctx.app.log.error({ err: result.error.cause ?? result.error, path }, "procedure failed");
  }
  return result;
});

export const open = t.procedure.use(answered);

export const signedIn = open.use(({ ctx, next }) => {
  if (ctx.person === null) throw new DomainError("UNAUTHENTICATED", "Sign in first.");
  const person: Person = ctx.person;
  return next({ ctx: { app: ctx.app, person, sessionId: ctx.sessionId, uploads: ctx.uploads } });
});

/** Inside a workspace. Whoever is not a member learns nothing, not even that it exists (P1). */
export function inWorkspace(ability: Ability) {
  return signedIn.input(z.object({ workspaceId: id })).use(async ({ ctx, input, next }) => {
    const access = await findWorkspaceAccess(ctx.app.db, ctx.person.id, input.workspaceId);
    if (access === null) throw new DomainError("NOT_FOUND", "There is no such workspace.");
    if (!can(access.role, ability)) throw new DomainError("FORBIDDEN", lackingAbility(access.role, ability));
    return next({ ctx: { ...ctx, ...access } });
  });
}

/** Inside a case of a workspace that the person is a member of (P1). */
export function inCase(ability: Ability) {
  return signedIn.input(z.object({ caseId: id })).use(async ({ ctx, input, next }) => {
    const access = await findCaseAccess(ctx.app.db, ctx.person.id, input.caseId);
    if (access === null) throw new DomainError("NOT_FOUND", "There is no such case.");
    if (!can(access.role, ability)) throw new DomainError("FORBIDDEN", lackingAbility(access.role, ability));
    return next({ ctx: { ...ctx, ...access, caseId: input.caseId } });
  });
}

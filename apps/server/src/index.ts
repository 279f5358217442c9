import { appRouter } from "./routers/app-router.ts";
import { createCallerFactory } from "./trpc.ts";

export type { AppRouter } from "./routers/app-router.ts";
export type { Me } from "./services/get-me.ts";
export type { CaseListEntry } from "./services/list-cases.ts";
export type { Inspection } from "./services/inspect-source.ts";
export type { TagHistory } from "./services/get-tag-history.ts";
export type { WorkspaceView } from "./services/get-workspace.ts";
export type { App, CaseContext, Context, Person } from "./context.ts";
export type { Env } from "./env.ts";
export { readEnv } from "./env.ts";
export { createApp } from "./create-app.ts";
export type { AppOptions } from "./create-app.ts";
export { createHttp } from "./http/create-http.ts";
export { loadCase } from "./services/load-case.ts";
export { startServer } from "./start-server.ts";
export type { RunningServer } from "./start-server.ts";

/** Calls procedures without HTTP: `createCaller({ app, person })`. */
export const createCaller = createCallerFactory(appRouter);

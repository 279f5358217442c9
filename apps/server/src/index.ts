export type { AppRouter } from "./routers/app-router.ts";
export type { Me } from "./services/get-me.ts";

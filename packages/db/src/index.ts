export { APP_ROLE, connect } from "./client.ts";
export type { ConnectOptions, Database } from "./client.ts";
export { Prisma, PrismaClient } from "./generated/client.ts";
export { migrate, MigrationError } from "./migrate.ts";
export type { MigrateOptions } from "./migrate.ts";
export { readScoped, withScope, withUser } from "./scope.ts";
export type { Queries, Scope, Tx } from "./scope.ts";

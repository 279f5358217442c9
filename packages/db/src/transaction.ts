import type pg from "pg";
import type { Prisma } from "./generated/client.ts";

/** Prisma inside one transaction. */
export type Tx = Prisma.TransactionClient;

/**
 * The connection of such a transaction, for SQL that Prisma would be slow at. A refused statement ends the transaction,
 * as one of Prisma's does.
 */
export type Session = Pick<pg.ClientBase, "query">;

/** What a query function may be given: a transaction or the client itself. */
export type Queries = Tx;

/** Long waits are for the per-case lock under load; a transaction this old is a fault, not work. */
export const LIMITS = { maxWait: 30_000, timeout: 30_000 };
